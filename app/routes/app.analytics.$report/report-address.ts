import { dateOf, reportQuery, type AskedTerms } from "../../use-cases/analytics/report-query.ts";
import type { ReportName, ReportTerms } from "../../use-cases/analytics/report.ts";

export function addressOf(report: ReportName, terms: AskedTerms): string {
  return `/app/analytics/${report}?${reportQuery(terms)}`;
}

/** The report that rows were opened from, as it was asked; as it is asked first where the address does not say. */
export function addressBack(report: ReportName, rows: URLSearchParams): string {
  const query = new URLSearchParams(rows.get("back") ?? "").toString();
  return `/app/analytics/${report}${query === "" ? "" : `?${query}`}`;
}

/** The numbers of a section as a file. */
export function fileOf(
  report: ReportName,
  section: string,
  terms: ReportTerms,
): { address: string; name: string } {
  const { from, to } = terms.range;
  return {
    address: `/app/analytics-files/${section}?report=${report}&${reportQuery(terms)}`,
    name: `${section}-${dateOf(from)}-${dateOf(to)}.csv`,
  };
}
