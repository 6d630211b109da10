import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed, notFound } from "../../admin.server.ts";
import { retryDeliveries } from "../../use-cases/retry-deliveries.ts";
import { showDelivery } from "../../use-cases/show-delivery.ts";
import { DeliveryPage } from "./delivery-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  const view = await showDelivery(services, shop, args.params.id ?? "");
  if (view === null) throw notFound("delivery");
  return view;
}

/** Tries this dead letter again. */
export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("operations")) return notAllowed("operations");
  return retryDeliveries(services, shop, [args.params.id ?? ""], { staff, role });
}

export default function Delivery() {
  return <DeliveryPage view={useLoaderData<typeof loader>()} />;
}
