import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit } from "../../admin.server.ts";
import { showRewards } from "../../use-cases/rewards-admin/show-rewards.ts";
import { RewardsPage } from "./rewards-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  return showRewards(services, shop, locale);
}

export default function Rewards() {
  return <RewardsPage view={useLoaderData<typeof loader>()} />;
}
