import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed } from "../../admin.server.ts";
import { requestReconciliation } from "../../use-cases/reconcile/request-reconciliation.ts";
import {
  readReconciliationQuery,
  showReconciliation,
} from "../../use-cases/reconcile/show-reconciliation.ts";
import { ReconciliationPage } from "./reconciliation-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  const query = readReconciliationQuery(new URL(args.request.url).searchParams);
  return showReconciliation(services, shop, query);
}

/** Begins a comparison, or joins the one under way. */
export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("operations")) return notAllowed("operations");
  const asked = { cause: "staff", askedBy: staff, role } as const;
  return { begun: await requestReconciliation(services, shop, asked) };
}

export default function Reconciliation() {
  return <ReconciliationPage view={useLoaderData<typeof loader>()} />;
}
