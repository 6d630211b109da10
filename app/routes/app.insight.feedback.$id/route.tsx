import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { actOnFeedback, readFeedbackDeed } from "../../use-cases/feedback/act-on-feedback.ts";
import { showFeedback } from "../../use-cases/feedback/show-feedback.ts";
import { MessagePage } from "./message-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  const view = await showFeedback(services, shop, args.params.id ?? "");
  if (view === null) throw notFound("feedback");
  return view;
}

export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("members.manage")) return notAllowed("members.manage");
  const deed = readFeedbackDeed(await args.request.formData());
  if (deed === null) return { outcome: "unreadable" as const };
  const done = await actOnFeedback(services, shop, {
    ...{ id: args.params.id ?? "", deed, by: { staff, role } },
  });
  return done.outcome === "deleted" ? redirect("/app/insight/feedback") : done;
}

export default function Message() {
  return <MessagePage view={useLoaderData<typeof loader>()} />;
}
