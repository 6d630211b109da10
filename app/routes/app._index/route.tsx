import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit } from "../../admin.server.ts";
import { readChecklist } from "../../use-cases/onboarding/read-checklist.ts";
import { showHome } from "../../use-cases/show-home.ts";
import { HomePage } from "./home-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  // What the theme shows the store alone knows: whoever has begun does not wait for it.
  const checklist = readChecklist(services, shop);
  const view = await showHome(services, shop, locale);
  return { view, checklist: view.hasOrders ? checklist : await checklist };
}

export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}
