import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit } from "../../admin.server.ts";
import { listActivity, readActivityQuery } from "../../use-cases/staff/list-activity.ts";
import { ActivityPage } from "./activity-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, locale, services } = await admit(args);
  return listActivity(services, shop, readActivityQuery(new URL(args.request.url).searchParams), locale);
}

export default function Activity() {
  return <ActivityPage view={useLoaderData<typeof loader>()} />;
}
