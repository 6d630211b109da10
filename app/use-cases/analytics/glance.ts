import { countPeople } from "../../db/figures/people.ts";
import { ALL_DAYS, readCells, sumCells } from "../../db/figures/read.ts";
import { readReadiness, type Readiness } from "../../db/figures/readiness.ts";
import type { ShopRow } from "../../db/shops.ts";
import { EVERYBODY } from "../../insight/contribution.ts";
import { daysFrom, type Day } from "../../insight/days.ts";
import { byDay, flowOf, outstanding, runningTotal, type Move } from "../../insight/flows.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { pointValue } from "./point-value.ts";
import { todayIn } from "./today.ts";

const DAYS = 30;

/** A figure of the last 30 days, today included; points are decimal strings. */
export interface GlanceFigure {
  value: string;
  /** Of the 30 days before; for the liability: 30 days ago. */
  before: string;
  /** One for each of the 30 days, in order: of that day alone, or at its end for the liability. */
  daily: string[];
}

export interface Glance {
  /** What the figures are true of; null, and all are 0, as long as they know nothing of what has happened. */
  asOf: Instant | null;
  from: Day;
  to: Day;
  /** Members who did something of their own. `daily` counts each on every day, so it adds up to more than `value`. */
  active: GlanceFigure;
  /** Net of what refunds took back. */
  earned: GlanceFigure;
  redeemed: GlanceFigure;
  /** Points that members have: pending, available and held. */
  liability: GlanceFigure;
  /** The same in money, as a decimal string, by what a point may cost at most; null where no reward has a value. */
  liabilityMoney: { value: string; before: string } | null;
}

/** What home shows of the reports: four figures with their trend. */
export async function glanceAtFigures(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
): Promise<Glance> {
  const { sql } = db;
  const to = todayIn(shop.timezone, clock());
  const from = to - DAYS + 1;
  const before = { from: from - DAYS, to: from - 1 };
  const all = { segment: EVERYBODY, from: before.from, to };
  const [ready, moves, opening, deeds, active, activeBefore, value] = await Promise.all([
    readReadiness(sql, { shopId: shop.id, now: clock() }),
    readCells(sql, shop.id, { ...all, measure: "move" }),
    sumCells(sql, shop.id, { ...all, measure: "move", from: ALL_DAYS.from, to: before.from - 1 }),
    readCells(sql, shop.id, { ...all, measure: "deed" }),
    countPeople(sql, shop.id, { segment: EVERYBODY, from, to }),
    countPeople(sql, shop.id, { segment: EVERYBODY, ...before }),
    pointValue(db, shop, clock()),
  ]);
  const days = daysFrom(before.from, to);
  const asMoves = moves.map(({ day, key, amount }): Move => ({ day, key, points: amount }));
  const earned = byDay(days, asMoves, (move) => flowOf(move, "earned"));
  const redeemed = byDay(days, asMoves, (move) => flowOf(move, "redeemed"));
  const start = outstanding(opening.map(({ key, amount }) => ({ day: 0, key, points: amount })));
  const liability = runningTotal(
    start,
    byDay(days, asMoves, (move) => outstanding([move])),
  );
  const activeOn = new Map(deeds.map(({ day, count }) => [day, count]));
  const last = liability.at(-1) ?? 0n;
  const then = liability[DAYS - 1] ?? 0n;
  return {
    asOf: knowsNothing(ready) ? null : ready.asOf,
    from,
    to,
    active: {
      value: active.active.toString(),
      before: activeBefore.active.toString(),
      daily: daysFrom(from, to).map((day) => (activeOn.get(day) ?? 0n).toString()),
    },
    earned: sumsOf(earned),
    redeemed: sumsOf(redeemed),
    liability: { value: last.toString(), before: then.toString(), daily: liability.slice(DAYS).map(String) },
    liabilityMoney: value === null ? null : { value: value.of(last), before: value.of(then) },
  };
}

/** They were worked out of an empty shop, and something has happened there since: zeros would be no figures of it. */
function knowsNothing({ isBehind, firstDay }: Readiness): boolean {
  return isBehind && firstDay === null;
}

function sumsOf(daily: readonly bigint[]): GlanceFigure {
  const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n).toString();
  return {
    value: sum(daily.slice(DAYS)),
    before: sum(daily.slice(0, DAYS)),
    daily: daily.slice(DAYS).map(String),
  };
}
