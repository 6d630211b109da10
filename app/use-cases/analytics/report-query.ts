import { dateOf } from "../../insight/days.ts";
import type { ReportTerms } from "./report.ts";

/** A day as addresses and fields have it, and what may be chosen besides days, in the order in which it is offered. */
export { dateOf };
export { COMPARISONS, PRESETS } from "../../insight/range.ts";

/** What somebody asks of a report, without what comes of it. */
export type AskedTerms = Omit<ReportTerms, "before" | "misread" | "segmentGone">;

/** The same as an address has it: `readReportTerms` reads it. */
export function reportQuery({ preset, range, comparison, segment, currency }: AskedTerms): string {
  const query = new URLSearchParams({ range: preset });
  if (preset === "custom") {
    query.set("from", dateOf(range.from));
    query.set("to", dateOf(range.to));
  }
  query.set("compare", comparison);
  if (segment !== "") query.set("segment", segment);
  if (currency !== "") query.set("currency", currency);
  return query.toString();
}
