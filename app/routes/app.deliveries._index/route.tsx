import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed } from "../../admin.server.ts";
import { listDeliveries, readDeliveryQuery } from "../../use-cases/list-deliveries.ts";
import { retryDeliveries } from "../../use-cases/retry-deliveries.ts";
import { DeliveriesPage } from "./deliveries-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  return listDeliveries(services, shop, readDeliveryQuery(new URL(args.request.url).searchParams));
}

/** Tries every dead letter again. */
export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("operations")) return notAllowed("operations");
  return retryDeliveries(services, shop, null, { staff, role });
}

export default function Deliveries() {
  return <DeliveriesPage view={useLoaderData<typeof loader>()} />;
}
