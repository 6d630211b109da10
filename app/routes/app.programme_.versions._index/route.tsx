import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit } from "../../admin.server.ts";
import { hasPastToCredit } from "../../use-cases/past-orders/has-past-to-credit.ts";
import { showVersions } from "../../use-cases/versions/list-versions.ts";
import { VersionsPage } from "./versions-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, may } = await admit(args);
  const isPublished = new URL(args.request.url).searchParams.has("published") && may("programme.publish");
  const offersPast = isPublished && (await hasPastToCredit(services, shop));
  return { ...(await showVersions(services, shop)), offersPast };
}

export default function Versions() {
  const { offersPast, ...view } = useLoaderData<typeof loader>();
  return <VersionsPage view={view} offersPast={offersPast} />;
}
