import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { admit, notFound } from "../../admin.server.ts";
import { periodKey } from "../../loyalty/calendar.ts";
import { monthBefore, monthlyReport } from "../../use-cases/stores/monthly-report.ts";
import { ReportPage } from "./report-page.tsx";

export { PageError as ErrorBoundary } from "../../components/page-error.tsx";

/** The month before this one, unless another is asked for. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services, locale } = await admit(args);
  const today = periodKey(shop.timezone, services.clock(), "month");
  const month = new URL(args.request.url).searchParams.get("month") ?? monthBefore(today);
  const domain = args.params["domain"] ?? "";
  const report = await monthlyReport(services, shop, { domain, month, locale });
  if (report === null) throw notFound("page");
  return { report, today };
}

export default function Report() {
  return <ReportPage {...useLoaderData<typeof loader>()} />;
}
