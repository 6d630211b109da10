import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { cancelIssueByStaff, showIssuePage } from "../../use-cases/rewards-admin/show-issue.ts";
import { IssuePage } from "./issue-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  const asked = new URL(args.request.url).searchParams.get("after") ?? "";
  const after = /^\d{1,18}$/.test(asked) ? asked : "0";
  const view = await showIssuePage(services, shop, { id: args.params.id ?? "", after, locale });
  if (view === null) throw notFound("page");
  return view;
}

export async function action(args: ActionFunctionArgs) {
  const { shop, services, staff, role, may } = await admit(args);
  if (!may("rewards.manage")) return notAllowed("rewards.manage");
  return cancelIssueByStaff(services, shop, { id: args.params.id ?? "", by: { staff, role } });
}

export default function Issue() {
  return <IssuePage view={useLoaderData<typeof loader>()} />;
}
