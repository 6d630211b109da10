import type { ReportName, ReportTerms } from "../../use-cases/analytics/report.ts";

/** Days since 1970-01-01 as a date. */
export function dateText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** What the address asks for beside the report. */
export function queryOf({
  preset,
  range,
  comparison,
  segment,
}: Omit<ReportTerms, "before" | "misread" | "segmentGone">): string {
  const query = new URLSearchParams({ range: preset });
  if (preset === "custom") {
    query.set("from", dateText(range.from));
    query.set("to", dateText(range.to));
  }
  query.set("compare", comparison);
  if (segment !== "") query.set("segment", segment);
  return query.toString();
}

export function addressOf(
  report: ReportName,
  terms: Omit<ReportTerms, "before" | "misread" | "segmentGone">,
): string {
  return `/app/analytics/${report}?${queryOf(terms)}`;
}

/** The numbers of a section as a file. */
export function fileOf(
  report: ReportName,
  section: string,
  terms: ReportTerms,
): { address: string; name: string } {
  const { from, to } = terms.range;
  return {
    address: `/app/analytics-files/${section}?report=${report}&${queryOf(terms)}`,
    name: `${section}-${dateText(from)}-${dateText(to)}.csv`,
  };
}
