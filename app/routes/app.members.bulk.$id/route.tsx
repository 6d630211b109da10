import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { changeBulk, readBulkChange } from "../../use-cases/members/change-bulk.ts";
import { showBulk } from "../../use-cases/members/show-bulk.ts";
import { BulkPage } from "./bulk-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  const after = Number(new URL(args.request.url).searchParams.get("after") ?? 0);
  const asked = { id: args.params.id ?? "", after: Number.isInteger(after) ? after : 0, locale };
  const view = await showBulk(services, shop, asked);
  if (view === null) throw notFound("page");
  return view;
}

export async function action(args: ActionFunctionArgs) {
  const { shop, services, staff, role, may } = await admit(args);
  if (!may("members.bulk")) return notAllowed("members.bulk");
  const change = readBulkChange(await args.request.formData());
  if (change === null) return { outcome: "bulk-too-late" as const };
  return changeBulk(services, shop, { id: args.params.id ?? "", change, by: { staff, role } });
}

export default function Bulk() {
  return <BulkPage view={useLoaderData<typeof loader>()} />;
}
