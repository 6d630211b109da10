import type { ReportName } from "../../use-cases/analytics/report.ts";

/** In the order in which they are asked about: how it goes, what it costs, who comes back. */
export const REPORT_NAMES: readonly ReportName[] = [
  "members",
  "points",
  "redemption",
  "repeat",
  "liability",
  "breakage",
  "cohorts",
  "tiers",
  "gaps",
  "engaged",
  "journal",
];
