import { readPastCredited, type PastCredited } from "../../db/past-orders.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { findStudy, type StoredStudy } from "../../db/studies.ts";
import { monthsBefore } from "../../loyalty/calendar.ts";
import { localTime } from "../../loyalty/local-time.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import { versionAt } from "../../loyalty/versions.ts";
import { MONTHS_BACK } from "../onboarding/show-start.ts";
import { wasChosen } from "../onboarding/read-checklist.ts";
import { glanceAt, type ProgrammeGlance } from "../programme-glance.ts";
import { labelsOf } from "../programme-labels.ts";
import type { Services } from "../services.ts";
import { pastSubject } from "../studies/subjects.ts";
import { PAST_RUN, pastPreviewId, startOfPast } from "./past-study.ts";
import type { PastOrdersPreview } from "./preview-past-orders.ts";
import type { TakenIn } from "./take-in-past-orders.ts";

/** How far back the store lets an app look that was not given all of its orders. */
const SEEN_WITHOUT_ALL = 60 * DAY;

type Progress = Pick<StoredStudy, "state" | "done" | "of" | "reason" | "finishedAt">;

export interface PastOrdersView {
  timezone: string;
  /** Nobody has chosen a programme yet: there is nothing to credit by. */
  isChosen: boolean;
  /** As chosen, or what is proposed: "2026-01-31", in the shop's zone. */
  date: string;
  /** The day is none, or is not over. */
  isFaulty: boolean;
  /** The first day on which orders count already; null without a programme. */
  countedSince: Instant | null;
  /** The version by which past orders earn, and the one in force now. */
  rules: { number: number; glance: ProgrammeGlance } | null;
  current: number | null;
  tiers: { id: string; name: string }[];
  /** null where nobody has asked for it. */
  preview: (Progress & { result: PreviewShown | null }) | null;
  /** The last time that past orders were credited. */
  run: RunShown | null;
}

export interface RunShown extends Progress {
  since: Instant;
  taken: TakenIn | null;
  credited: PastCredited;
}

export type PreviewShown = PastOrdersPreview & {
  /** Everything found lies within the days that a store shows to every app, though it was asked for more. */
  isShort: boolean;
};

/** What past orders would bring, and what became of those that were credited. */
export async function showPastOrders(
  services: Services,
  shop: ShopRow,
  { date: asked, locale }: { date: string | null; locale: string },
): Promise<PastOrdersView> {
  const { db, clock, rewardTitle } = services;
  const { id, timezone } = shop;
  const now = clock();
  const date = asked ?? localTime(timezone, monthsBefore(timezone, now, MONTHS_BACK)).slice(0, 10);
  const since = startOfPast(date, { timezone, now });
  const [versions, isChosen, preview, run] = await Promise.all([
    listVersions(db.sql, id),
    wasChosen(services, shop),
    since === null ? null : findStudy(db.sql, id, pastPreviewId(since)),
    findStudy(db.sql, id, PAST_RUN),
  ]);
  const first = versions[0] ?? null;
  return {
    ...{ timezone, isChosen, date, isFaulty: since === null },
    countedSince: first?.effectiveFrom ?? null,
    rules: first === null ? null : { number: first.number, glance: glanceAt(first.programme) },
    current: versionAt(versions, now)?.number ?? null,
    tiers: labelsOf(versions, { locale, now, rewardTitle }).tiers,
    preview:
      preview === null ? null : { ...progressOf(preview), result: shownOf(preview.result, preview.askedAt) },
    run: run === null ? null : await runShown(services, shop, run),
  };
}

async function runShown({ db }: Services, shop: ShopRow, run: StoredStudy): Promise<RunShown> {
  const { since, begunAt } = pastSubject.parse(run.subject);
  const credited = await readPastCredited(db.sql, shop.id, begunAt ?? run.askedAt);
  return { ...progressOf(run), since, taken: run.result as TakenIn | null, credited };
}

function progressOf({ state, done, of, reason, finishedAt }: StoredStudy): Progress {
  return { state, done, of, reason, finishedAt };
}

function shownOf(result: unknown, askedAt: Instant): PreviewShown | null {
  if (result === null) return null;
  const found = result as PastOrdersPreview;
  const edge = askedAt - SEEN_WITHOUT_ALL;
  return { ...found, isShort: found.since < edge && (found.oldest === null || found.oldest >= edge) };
}
