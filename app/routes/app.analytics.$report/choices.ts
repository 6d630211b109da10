import type { ReportName } from "../../use-cases/analytics/report.ts";

/** What a report goes by; others speak of all time, or of all members. */
export const GOES_BY: Record<ReportName, readonly ("range" | "compare" | "segment" | "currency")[]> = {
  members: ["range", "compare", "segment"],
  points: ["range", "compare", "segment"],
  liability: ["range", "compare", "segment"],
  breakage: [],
  redemption: ["range", "compare", "segment"],
  repeat: ["range", "compare", "segment", "currency"],
  cohorts: ["segment", "currency"],
  tiers: ["range", "compare"],
  gaps: ["range", "compare", "segment"],
  engaged: ["range", "currency"],
  journal: ["range"],
};
