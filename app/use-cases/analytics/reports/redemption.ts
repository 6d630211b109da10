import { daysFrom } from "../../../insight/days.ts";
import { byDay, flowOf, flowSum } from "../../../insight/flows.ts";
import { sumsOf } from "../../../insight/range.ts";
import { dividedRoundly, shareOf } from "../../../insight/shares.ts";
import type { CellRow } from "../../../db/figures/read.ts";
import { currencyDecimals } from "../../../loyalty/currencies.ts";
import type { Report, Section } from "../report.ts";
import {
  cellsIn,
  entriesOf,
  figure,
  moneyOf,
  movesIn,
  partsIn,
  quantity,
  total,
  rowsIn,
  type ReportContext,
} from "./context.ts";

/** How much of what is earned is used, for which rewards, and what a point costs then. */
export async function buildRedemption(context: ReportContext): Promise<Report> {
  const { range, before } = context.terms;
  const [moves, movesBefore, rewards, rewardsBefore, values, valuesBefore] = await Promise.all([
    movesIn(context, range),
    before && movesIn(context, before),
    cellsIn(context, "reward", range),
    before && cellsIn(context, "reward", before),
    cellsIn(context, "value", range),
    before && cellsIn(context, "value", before),
  ]);
  const rate = (of: typeof moves) => shareOf(flowSum(of, "redeemed"), flowSum(of, "earned"));
  const count = (cells: readonly CellRow[]) => total(cells.map((cell) => cell.count));
  const [now, then] = [rate(moves), movesBefore && rate(movesBefore)];
  return {
    figures: [
      figure("redemptionRate", "share", now, then),
      figure(
        "redeemed",
        "points",
        flowSum(moves, "redeemed"),
        movesBefore && flowSum(movesBefore, "redeemed"),
        entriesOf(context, range, { flow: "redeemed", report: "redemption" }),
      ),
      figure(
        "rewards",
        "rewards",
        count(rewards),
        rewardsBefore && count(rewardsBefore),
        rowsIn(context, "redemption")("rewards"),
      ),
      figure(
        "costPerPoint",
        "money",
        costPerPoint(context, rewards, values),
        rewardsBefore && valuesBefore && costPerPoint(context, rewardsBefore, valuesBefore),
      ),
    ],
    sections: [rateSection(context, moves, { now, then }), rewardSection(context, { rewards, values })],
  };
}

function rateSection(
  context: ReportContext,
  moves: Awaited<ReturnType<typeof movesIn>>,
  { now, then }: { now: string | null; then: string | null },
): Section {
  const { range } = context.terms;
  const { parts, labels } = partsIn(context);
  const days = daysFrom(range.from, range.to);
  const sums = (flow: "earned" | "redeemed") =>
    sumsOf(
      parts,
      range,
      byDay(days, moves, (move) => flowOf(move, flow)),
    );
  const [earned, redeemed] = [sums("earned"), sums("redeemed")];
  return {
    id: "redemption-rate",
    headline: {
      value: now === null ? null : quantity("share", now),
      before: then === null ? null : quantity("share", then),
      also: [],
    },
    drawing: { kind: "lines", columns: ["earned", "redeemed"] },
    columns: [
      { id: "earned", unit: "points" },
      { id: "redeemed", unit: "points" },
      { id: "redemptionRate", unit: "share" },
    ],
    rows: labels.map((label, place) => {
      const [a, b] = [earned[place] ?? 0n, redeemed[place] ?? 0n];
      return {
        label,
        cells: [a.toString(), b.toString(), shareOf(b, a)],
        links: [
          entriesOf(context, parts[place] ?? range, { flow: "earned", report: "redemption" }),
          entriesOf(context, parts[place] ?? range, { flow: "redeemed", report: "redemption" }),
          null,
        ],
        entries: entriesOf(context, parts[place] ?? range, { flow: "redeemed", report: "redemption" }),
      };
    }),
    entries: entriesOf(context, range, { flow: "redeemed", report: "redemption" }),
    ...(now === null ? { nothing: "no-data" as const } : {}),
  };
}

/** More places than the currency has: a point costs a part of a penny. */
const MORE_PLACES = 2;

/** What rewards of a value gave for each of the points that they cost; null where none was chosen. */
function costPerPoint(
  { shop }: ReportContext,
  rewards: readonly CellRow[],
  values: readonly CellRow[],
): string | null {
  const worth = new Set(values.map(({ day, key }) => `${day} ${key}`));
  const points = total(
    rewards.filter(({ day, key }) => worth.has(`${day} ${key}`)).map(({ amount }) => amount),
  );
  if (points === 0n) return null;
  const places = currencyDecimals(shop.currency) + MORE_PLACES;
  const scaled = dividedRoundly(
    total(values.map(({ amount }) => amount)) * 10n ** BigInt(MORE_PLACES),
    points,
  );
  const digits = scaled.toString().padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function rewardSection(
  context: ReportContext,
  { rewards, values }: { rewards: readonly CellRow[]; values: readonly CellRow[] },
): Section {
  const byReward = Map.groupBy(rewards, ({ key }) => key);
  const valueOf = Map.groupBy(values, ({ key }) => key);
  const rows = [...byReward]
    .map(([id, cells]) => ({ id, cells, count: total(cells.map((cell) => cell.count)) }))
    .sort((a, b) => Number(b.count - a.count) || (a.id < b.id ? -1 : 1));
  const [top] = rows;
  const rowsOf = (reward: string) => rowsIn(context, "redemption")("rewards", { reward });
  const money = valueOf.size === 0 ? null : moneyOf(context, total(values.map(({ amount }) => amount)));
  return {
    id: "rewards",
    headline: {
      value: quantity("rewards", total(rewards.map((cell) => cell.count))),
      before: null,
      also: money === null ? [] : [quantity("money", money)],
    },
    behind: rowsIn(context, "redemption")("rewards"),
    drawing: { kind: "bars", columns: ["rewards"] },
    columns: [
      { id: "rewards", unit: "rewards" },
      { id: "redeemed", unit: "points" },
      { id: "value", unit: "money" },
      { id: "costPerPoint", unit: "money" },
    ],
    rows: rows.map(({ id, cells, count }) => {
      const worth = valueOf.get(id) ?? [];
      return {
        label: { kind: "reward", id },
        cells: [
          count.toString(),
          total(cells.map(({ amount }) => amount)).toString(),
          worth.length === 0 ? null : moneyOf(context, total(worth.map(({ amount }) => amount))),
          costPerPoint(context, cells, worth),
        ],
        links: [rowsOf(id), rowsOf(id), null, null],
      };
    }),
    ...(top === undefined ? { nothing: "no-data" as const } : {}),
  };
}
