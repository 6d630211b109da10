import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notFound } from "../../admin.server.ts";
import { readReportName, showReport } from "../../use-cases/analytics/show-report.ts";
import { ReportPage } from "./report-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  const report = readReportName(args.params.report);
  if (report === null) throw notFound("page");
  return showReport(services, shop, { report, asked: new URL(args.request.url).searchParams, locale });
}

export default function Report() {
  const view = useLoaderData<typeof loader>();
  return <ReportPage key={view.report} view={view} />;
}
