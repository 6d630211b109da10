import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit } from "../../admin.server.ts";
import { showReport } from "../../use-cases/analytics/show-report.ts";
import { ReportPage } from "../app.analytics.$report/report-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

/** The first of the reports. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  return showReport(services, shop, {
    report: "members",
    asked: new URL(args.request.url).searchParams,
    locale,
  });
}

export default function Analytics() {
  return <ReportPage view={useLoaderData<typeof loader>()} />;
}
