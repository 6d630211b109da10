import { readReadiness } from "../../db/figures/readiness.ts";
import type { ShopRow } from "../../db/shops.ts";
import { programmeLabels } from "../programme-labels.ts";
import type { Services } from "../services.ts";
import { readReportTerms } from "./read-terms.ts";
import { REPORTS, type ReportName, type ReportView } from "./report.ts";
import { buildBreakage } from "./reports/breakage.ts";
import { buildCohorts } from "./reports/cohorts.ts";
import type { BuildReport } from "./reports/context.ts";
import { buildEngaged } from "./reports/engaged.ts";
import { buildGaps } from "./reports/gaps.ts";
import { buildJournal } from "./reports/journal.ts";
import { buildLiability } from "./reports/liability.ts";
import { buildMembers } from "./reports/members.ts";
import { buildPoints } from "./reports/points.ts";
import { buildRedemption } from "./reports/redemption.ts";
import { buildRepeat } from "./reports/repeat.ts";
import { buildTiers } from "./reports/tiers.ts";
import { todayIn } from "./today.ts";

const BUILDERS: Record<ReportName, BuildReport> = {
  members: buildMembers,
  points: buildPoints,
  liability: buildLiability,
  breakage: buildBreakage,
  redemption: buildRedemption,
  repeat: buildRepeat,
  cohorts: buildCohorts,
  tiers: buildTiers,
  gaps: buildGaps,
  engaged: buildEngaged,
  journal: buildJournal,
};

export function readReportName(word: string | undefined): ReportName | null {
  return REPORTS.find((report) => report === (word ?? "members")) ?? null;
}

/** A report as the address asks for it. Where the figures are behind, they are brought up to date for the next look. */
export async function showReport(
  { db, clock, jobs }: Pick<Services, "db" | "clock" | "jobs">,
  shop: ShopRow,
  { report, asked, locale = "en" }: { report: ReportName; asked: URLSearchParams; locale?: string },
): Promise<ReportView> {
  const now = clock();
  const today = todayIn(shop.timezone, now);
  const { asOf, isBehind, firstDay, segments } = await readReadiness(db.sql, { shopId: shop.id, now });
  if (isBehind) jobs.soon("follow-ledger", { shopId: shop.id });
  const terms = readReportTerms(asked, { today, first: firstDay ?? today, segments });
  const [built, names] = await Promise.all([
    BUILDERS[report]({ db, shop, terms, now, today }),
    programmeLabels({ db, clock }, shop, locale),
  ]);
  return {
    ...built,
    names,
    report,
    terms,
    today,
    segments,
    asOf,
    now,
    currency: shop.currency,
    timezone: shop.timezone,
    isEmpty: firstDay === null,
  };
}
