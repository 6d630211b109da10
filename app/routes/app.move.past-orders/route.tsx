import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed } from "../../admin.server.ts";
import {
  askForPastPreview,
  creditPastOrders,
  goOnCrediting,
} from "../../use-cases/past-orders/credit-past-orders.ts";
import { showPastOrders } from "../../use-cases/past-orders/show-past-orders.ts";
import { fieldsOf } from "../../use-cases/read-form.ts";
import { PastOrdersPage } from "./past-orders-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, locale, services } = await admit(args);
  const date = new URL(args.request.url).searchParams.get("since");
  return showPastOrders(services, shop, { date, locale });
}

export async function action(args: ActionFunctionArgs) {
  const { shop, staff, role, may, services } = await admit(args);
  if (!may("programme.publish")) return notAllowed("programme.publish");
  const field = fieldsOf(await args.request.formData());
  const date = field("since");
  switch (field("intent")) {
    case "credit":
      return creditPastOrders(services, shop, { date, looked: Number(field("looked")), by: { staff, role } });
    case "go-on":
      return goOnCrediting(services, shop, { askedBy: staff });
    default: {
      const asked = await askForPastPreview(services, shop, { date, askedBy: staff });
      if (asked.outcome !== "asked") return asked;
      return redirect(`/app/move/past-orders?${new URLSearchParams({ since: date }).toString()}`);
    }
  }
}

export default function PastOrders() {
  return <PastOrdersPage view={useLoaderData<typeof loader>()} />;
}
