import { findAgency } from "../../db/agencies.ts";
import { countLevelChanges, countNewMembers, sumLedger, type Span } from "../../db/day-news.ts";
import { countRefusedWithin } from "../../db/home-signals.ts";
import { ALL_DAYS, sumCells } from "../../db/figures/read.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { measureLine } from "../../db/shop-figures.ts";
import type { Sql } from "../../db/sql.ts";
import { findVerification, type StoredVerification } from "../../db/verifications.ts";
import { outstanding } from "../../insight/flows.ts";
import { startOfMonthDay } from "../../loyalty/calendar.ts";
import { pausesBy, type Pause } from "../../loyalty/pauses.ts";
import { differencesBetween, type ProgrammeDifference } from "../../loyalty/programme-difference.ts";
import type { Instant } from "../../loyalty/time.ts";
import { versionAt, type ProgrammeVersion } from "../../loyalty/versions.ts";
import { pointValue } from "../analytics/point-value.ts";
import { todayIn } from "../analytics/today.ts";
import { levelMoves } from "../home/day-news.ts";
import { glanceAt, type ProgrammeGlance } from "../programme-glance.ts";
import { entryNames, type EntryNames } from "../programme-labels.ts";
import { productNames } from "../programme-products.ts";
import type { Services } from "../services.ts";
import { findSeenStore } from "./seen-stores.ts";

/** Sums of a month; points are decimal strings. */
export interface MonthFigures {
  orders: number;
  earned: string;
  takenBack: string;
  rewards: number;
  redeemed: string;
  expired: string;
  joined: number;
  up: number;
  down: number;
}

export interface MonthlyReport {
  store: { domain: string; name: string; currency: string; timezone: string };
  /** Who made it; null where the store looks at itself. */
  agency: string | null;
  /** "2026-07". */
  month: string;
  span: { from: Instant; to: Instant };
  /** Whether nothing can come any more but news told late. */
  isOver: boolean;
  madeAt: Instant;
  figures: MonthFigures;
  before: MonthFigures;
  /** Points that members have at the end of the month, or by now, and what they may cost at most by today's rewards. */
  out: { points: string; worth: string | null };
  /** In force at the end of the month; null where none was. */
  programme: ProgrammeGlance | null;
  version: number | null;
  changes: {
    number: number;
    effectiveFrom: Instant;
    differences: ProgrammeDifference[];
    /** What rewards, tiers and rules of the two versions are called. */
    names: EntryNames;
  }[];
  incidents: {
    pauses: Pause[];
    /** Rewards that the store refused in the month. */
    refused: number;
    /** News that could not be worked off, as it stands now. */
    dead: number;
    verified: StoredVerification | null;
  };
}

/**
 * What a month came to in a store that the shop may look at, by the days of that store; null for any other store, or
 * where no such month has begun.
 */
export async function monthlyReport(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { domain, month, locale = "en" }: { domain: string; month: string; locale?: string },
): Promise<MonthlyReport | null> {
  const { sql } = services.db;
  const now = services.clock();
  const seen = await findSeenStore(sql, shop, domain);
  const span = seen === null ? null : spanOf(month, seen.shop.timezone);
  if (seen === null || span === null || span.from > now) return null;
  const store = seen.shop;
  const versions = await listVersions(sql, store.id);
  const end = Math.min(span.to - 1, now);
  const current = versionAt(versions, end);
  const earlier = spanOf(monthBefore(month), store.timezone) ?? span;
  const [agency, figures, before, points, value, incidents] = await Promise.all([
    findAgency(sql, shop.id),
    figuresOf(sql, store, { span, current }),
    figuresOf(sql, store, { span: earlier, current }),
    pointsOut(sql, store, end),
    pointValue(services.db, store, now),
    incidentsOf(sql, store, { span, now, versions }),
  ]);
  const products = await productNames(
    sql,
    store.id,
    versions.map(({ programme }) => programme),
  );
  return {
    store: { domain: store.domain, name: store.name, currency: store.currency, timezone: store.timezone },
    agency: seen.isOwn ? null : (agency?.name ?? null),
    ...{ month, span, isOver: span.to <= now, madeAt: now, figures, before, incidents },
    out: { points: points.toString(), worth: value?.of(points) ?? null },
    programme: current === null ? null : glanceAt(current.programme),
    version: current?.number ?? null,
    changes: changesIn(versions, span, { locale, products }),
  };
}

/** From the first instant of the month to the first of the next; null for what is no month. */
export function spanOf(month: string, timezone: string): { from: Instant; to: Instant } | null {
  const found = /^(?<year>20\d\d)-(?<number>0[1-9]|1[0-2])$/.exec(month)?.groups;
  if (found === undefined) return null;
  const [year, number] = [Number(found.year), Number(found.number)];
  return {
    from: startOfMonthDay(timezone, { year, month: number, day: 1 }),
    to: startOfMonthDay(timezone, { year, month: number + 1, day: 1 }),
  };
}

export function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, "0")}`;
}

async function figuresOf(
  sql: Sql,
  { id }: ShopRow,
  { span, current }: { span: Span; current: ProgrammeVersion | null },
): Promise<MonthFigures> {
  const [ledger, joined, levels] = await Promise.all([
    sumLedger(sql, id, span),
    countNewMembers(sql, id, span),
    countLevelChanges(sql, id, span),
  ]);
  return {
    orders: Number(ledger.ordersEarned),
    earned: ledger.earned.toString(),
    takenBack: ledger.takenBack.toString(),
    rewards: Number(ledger.rewards),
    redeemed: ledger.redeemed.toString(),
    expired: ledger.expired.toString(),
    joined: Number(joined),
    ...levelMoves(levels, current?.programme ?? null),
  };
}

async function pointsOut(sql: Sql, { id, timezone }: ShopRow, end: Instant): Promise<bigint> {
  const cells = await sumCells(sql, id, {
    ...{ segment: "", measure: "move" },
    ...{ from: ALL_DAYS.from, to: todayIn(timezone, end) },
  });
  return outstanding(cells.map(({ key, amount }) => ({ day: 0, key, points: amount })));
}

/** What was in force anew in the month, held against what was in force just before it. */
function changesIn(
  versions: readonly ProgrammeVersion[],
  { from, to }: { from: Instant; to: Instant },
  { locale, products }: { locale: string; products: Record<string, string> },
): MonthlyReport["changes"] {
  return versions
    .filter(({ effectiveFrom }) => effectiveFrom >= from && effectiveFrom < to)
    .filter((version) => versionAt(versions, version.effectiveFrom) === version)
    .sort((a, b) => a.effectiveFrom - b.effectiveFrom)
    .flatMap((version) => {
      const before = versionAt(versions, version.effectiveFrom - 1);
      if (before === null) return [];
      const { number, effectiveFrom, programme } = version;
      const differences = differencesBetween(before.programme, programme);
      const names = { ...entryNames([before.programme, programme], locale), products };
      return [{ number, effectiveFrom, differences, names }];
    });
}

async function incidentsOf(
  sql: Sql,
  { id }: ShopRow,
  {
    span,
    now,
    versions,
  }: { span: { from: Instant; to: Instant }; now: Instant; versions: ProgrammeVersion[] },
): Promise<MonthlyReport["incidents"]> {
  const [line, refused, verified] = await Promise.all([
    measureLine(sql, id, now),
    countRefusedWithin(sql, id, span),
    findVerification(sql, id),
  ]);
  const pauses = pausesBy(versions, Math.min(now, span.to - 1));
  return {
    pauses: pauses.filter(({ to }) => to === null || to > span.from),
    refused,
    dead: Number(line.dead),
    verified,
  };
}
