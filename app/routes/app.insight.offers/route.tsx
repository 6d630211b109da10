import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notAllowed } from "../../admin.server.ts";
import { actOnOffers } from "../../use-cases/offers/act-on-offers.ts";
import { showOffers } from "../../use-cases/offers/show-offers.ts";
import { OffersPage } from "./offers-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  return showOffers(services, shop, locale);
}

export async function action(args: ActionFunctionArgs) {
  const { shop, services, staff, role, may, locale } = await admit(args);
  if (!may("insight.manage")) return notAllowed("insight.manage");
  const form = await args.request.formData();
  const done = await actOnOffers(services, shop, { form, locale, by: { staff, role } });
  return done.outcome === "sent" ? redirect(`/app/insight/experiments/${done.id}`) : done;
}

export default function Offers() {
  return <OffersPage view={useLoaderData<typeof loader>()} />;
}
