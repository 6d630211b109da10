import { listCurrencies } from "../../db/figures/currencies.ts";
import { readReadiness } from "../../db/figures/readiness.ts";
import { savedName } from "../../db/figures/saved-segments.ts";
import { listSegmentNames } from "../../db/segments/segments.ts";
import type { ShopRow } from "../../db/shops.ts";
import { EVERYBODY } from "../../insight/contribution.ts";
import { isCurrency } from "../../loyalty/currencies.ts";
import { programmeLabels } from "../programme-labels.ts";
import type { Services } from "../services.ts";
import { lookAtSaved } from "./look-at-saved.ts";
import { readReportTerms } from "./read-terms.ts";
import { REPORTS, type Report, type ReportName, type ReportView } from "./report.ts";
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

/** They speak of all members, whatever the segment. */
const OF_ALL_ONLY: ReadonlySet<ReportName> = new Set<ReportName>(["breakage", "tiers", "engaged", "journal"]);

/** They tell of the money of orders; the others of points, of people or of times, which have no currency. */
const BY_CURRENCY: ReadonlySet<ReportName> = new Set<ReportName>(["repeat", "cohorts", "engaged"]);

const NOTHING: Report = { figures: [], sections: [] };

export function readReportName(word: string | undefined): ReportName | null {
  return REPORTS.find((report) => report === (word ?? "members")) ?? null;
}

/** A report as the address asks for it. Where the figures are behind, they are brought up to date for the next look. */
export async function showReport(
  { db, clock, jobs, rewardTitle }: Pick<Services, "db" | "clock" | "jobs" | "rewardTitle">,
  shop: ShopRow,
  { report, asked, locale = "en" }: { report: ReportName; asked: URLSearchParams; locale?: string },
): Promise<ReportView> {
  const now = clock();
  const today = todayIn(shop.timezone, now);
  const [{ asOf, isBehind, firstDay, segments }, saved, currencies, names] = await Promise.all([
    readReadiness(db.sql, { shopId: shop.id, now }),
    listSegmentNames(db.sql, shop.id),
    listCurrencies(db.sql, shop.id),
    programmeLabels({ db, clock, rewardTitle }, shop, locale),
  ]);
  const known = [...segments, ...saved.map(({ id }) => savedName(id))];
  const terms = readReportTerms(asked, { today, first: firstDay ?? today, segments: known });
  const goesBySegment = !OF_ALL_ONLY.has(report);
  const among = goesBySegment ? await lookAtSaved({ db, clock }, shop, terms.segment) : null;
  if (isBehind || among?.isBehind === true) jobs.soon("follow-ledger", { shopId: shop.id });
  const hasNothing = among?.isReady === false || (goesBySegment && terms.segmentGone);
  const built = hasNothing
    ? NOTHING
    : await BUILDERS[report]({
        ...{ db, shop, now, today, first: firstDay ?? today },
        terms: {
          ...terms,
          segment: goesBySegment ? terms.segment : EVERYBODY,
          currency: BY_CURRENCY.has(report) ? terms.currency : "",
        },
      });
  return {
    ...built,
    names,
    report,
    terms,
    today,
    segments,
    saved: saved.map(({ id, name }) => ({ segment: savedName(id), name })),
    among,
    asOf,
    now,
    currency: shop.currency,
    currencies: [shop.currency, ...currencies.filter(isCurrency)],
    timezone: shop.timezone,
    isEmpty: firstDay === null,
  };
}
