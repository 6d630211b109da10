import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notFound } from "../../admin.server.ts";
import { listEntries } from "../../use-cases/analytics/list-entries.ts";
import { programmeLabels } from "../../use-cases/programme-labels.ts";
import { EntriesPage } from "./entries-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  const [view, names] = await Promise.all([
    listEntries(services, shop, new URL(args.request.url).searchParams),
    programmeLabels(services, shop, locale),
  ]);
  if (view === null) throw notFound("page");
  return { ...view, names };
}

export default function Entries() {
  return <EntriesPage view={useLoaderData<typeof loader>()} />;
}
