import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { fieldsOf } from "../../use-cases/read-form.ts";
import { changeSegment, isDeed } from "../../use-cases/segments/change-segment.ts";
import { saveSegment } from "../../use-cases/segments/save-segment.ts";
import { showSegment } from "../../use-cases/segments/show-segment.ts";
import { SegmentPage } from "./segment-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

const NEW = "new";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  const id = args.params.id === NEW ? null : (args.params.id ?? "");
  const view = await showSegment(services, shop, { id, locale });
  if (view === null) throw notFound("page");
  return view;
}

export async function action(args: ActionFunctionArgs) {
  const { shop, services, staff, role, may } = await admit(args);
  if (!may("insight.manage")) return notAllowed("insight.manage");
  const form = await args.request.formData();
  const text = fieldsOf(form);
  const by = { staff, role };
  const deed = text("deed");
  if (isDeed(deed)) return data(await changeSegment(services, shop, { id: args.params.id ?? "", deed, by }));
  const saved = await saveSegment(services, shop, {
    id: args.params.id === NEW ? text("id") : (args.params.id ?? ""),
    ...{ name: text("name"), definition: text("definition"), revision: Number(text("revision")), by },
  });
  if (saved.outcome === "saved" && args.params.id === NEW)
    return redirect(`/app/insight/segments/${saved.id}`);
  return data(saved);
}

export default function Segment() {
  const view = useLoaderData<typeof loader>();
  return <SegmentPage key={view.revision === 0 ? NEW : view.id} view={view} />;
}
