import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit } from "../../admin.server.ts";
import { listSegments } from "../../use-cases/segments/list-segments.ts";
import { SegmentsPage } from "./segments-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await admit(args);
  return listSegments(services, shop);
}

export default function Segments() {
  return <SegmentsPage view={useLoaderData<typeof loader>()} />;
}
