import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit } from "../../admin.server.ts";
import { showVersions } from "../../use-cases/versions/list-versions.ts";
import { VersionsPage } from "./versions-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  return showVersions(services, shop);
}

export default function Versions() {
  return <VersionsPage view={useLoaderData<typeof loader>()} />;
}
