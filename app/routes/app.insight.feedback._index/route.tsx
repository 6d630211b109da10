import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed } from "../../admin.server.ts";
import { bringInFeedback, readBroughtIn } from "../../use-cases/feedback/bring-in-feedback.ts";
import { listFeedback, readFeedbackQuery } from "../../use-cases/feedback/list-feedback.ts";
import { saveSettings } from "../../use-cases/settings/save-settings.ts";
import { FeedbackPage } from "./feedback-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  return listFeedback(services, shop, readFeedbackQuery(new URL(args.request.url).searchParams));
}

/** Takes in what a customer wrote or said elsewhere, or says whether notes of orders are read. */
export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  const form = await args.request.formData();
  if (form.get("do") === "order-notes") {
    if (!may("settings")) return notAllowed("settings");
    return saveSettings(services, shop, {
      change: { orderNotes: form.get("read") === "yes" },
      revision: Number(form.get("revision")),
      by: { staff, role },
      action: "settings.saved",
    });
  }
  if (!may("members.manage")) return notAllowed("members.manage");
  const broughtIn = readBroughtIn(form);
  if ("faults" in broughtIn) return { outcome: "refused" as const, faults: broughtIn.faults };
  const done = await bringInFeedback(services, shop, { ...broughtIn, by: { staff, role } });
  return done.outcome === "received" ? redirect(`/app/insight/feedback/${done.id}`) : done;
}

export default function FeedbackInbox() {
  return <FeedbackPage view={useLoaderData<typeof loader>()} />;
}
