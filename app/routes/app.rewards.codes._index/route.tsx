import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit } from "../../admin.server.ts";
import { listCodes, readCodeListQuery } from "../../use-cases/rewards-admin/list-codes.ts";
import { CodesPage } from "./codes-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  return listCodes(services, shop, readCodeListQuery(new URL(args.request.url).searchParams), locale);
}

export default function Codes() {
  return <CodesPage view={useLoaderData<typeof loader>()} />;
}
