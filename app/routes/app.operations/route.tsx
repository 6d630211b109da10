import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed } from "../../admin.server.ts";
import { requestLedgerCheck } from "../../use-cases/operations/request-ledger-check.ts";
import { showOperations } from "../../use-cases/operations/show-operations.ts";
import { OperationsPage } from "./operations-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  return showOperations(services, shop, args.context.perennial.env.appUrl);
}

/** Has the whole ledger read. */
export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("operations")) return notAllowed("operations");
  return { begun: await requestLedgerCheck(services, shop, { staff, role }) };
}

export default function Operations() {
  return <OperationsPage view={useLoaderData<typeof loader>()} />;
}
