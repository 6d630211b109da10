import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit } from "../../admin.server.ts";
import { listBulk } from "../../use-cases/members/show-bulk.ts";
import { BulkListPage } from "./bulk-list-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  return listBulk(services, shop, locale);
}

export default function BulkList() {
  return <BulkListPage {...useLoaderData<typeof loader>()} />;
}
