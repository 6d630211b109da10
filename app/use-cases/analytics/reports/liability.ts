import { byDay, outstanding, runningTotal, stockSum, type Move } from "../../../insight/flows.ts";
import { daysFrom, monthAfter, monthOf, type Day } from "../../../insight/days.ts";
import type { Range } from "../../../insight/range.ts";
import { ALL_DAYS } from "../../../db/figures/read.ts";
import { pointValue, type PointValue } from "../point-value.ts";
import type { Report, Row, Section } from "../report.ts";
import {
  cellsIn,
  entriesOf,
  entriesUpTo,
  figure,
  movesIn,
  movesUpTo,
  partsIn,
  quantity,
  rowsIn,
  type ReportContext,
} from "./context.ts";

/** What members have and may use one day, what it may cost, and how old it is. */
export async function buildLiability(context: ReportContext): Promise<Report> {
  const { range, before } = context.terms;
  const [atEnd, atEndBefore, value] = await Promise.all([
    movesUpTo(context, range.to),
    before === null ? null : movesUpTo(context, before.to),
    pointValue(context.db, context.shop, context.now),
  ]);
  const stock = (name: "pending" | "available" | "held" | "owed") =>
    figure(name, "points", stockSum(atEnd, name), atEndBefore && stockSum(atEndBefore, name));
  const worth = (moves: Move[] | null) => (moves === null ? null : (value?.of(outstanding(moves)) ?? null));
  return {
    figures: [
      figure(
        "outstanding",
        "points",
        outstanding(atEnd),
        atEndBefore && outstanding(atEndBefore),
        entriesUpTo(context, range.to, "liability"),
      ),
      figure("worth", "money", worth(atEnd), worth(atEndBefore)),
      stock("pending"),
      stock("available"),
      stock("held"),
      stock("owed"),
    ],
    sections: [await trend(context, { atEnd, atEndBefore, value }), await ageing(context, value)],
  };
}

interface Ends {
  atEnd: Move[];
  atEndBefore: Move[] | null;
  value: PointValue | null;
}

async function trend(context: ReportContext, { atEnd, atEndBefore, value }: Ends): Promise<Section> {
  const { range, before } = context.terms;
  const { parts, labels } = partsIn(context);
  const ends = parts.map(({ to }) => to);
  const points = await atEndsOf(context, range, ends);
  const back = before === null ? 0 : range.to - before.to;
  const then =
    before === null
      ? null
      : await atEndsOf(
          context,
          before,
          ends.map((day) => day - back),
        );
  return {
    id: "outstanding",
    headline: {
      value: quantity("points", outstanding(atEnd)),
      before: atEndBefore && quantity("points", outstanding(atEndBefore)),
      also: value === null ? [] : [quantity("money", value.of(outstanding(atEnd)))],
    },
    drawing: {
      kind: "trend",
      column: "outstanding",
      before: then?.map((out) => out?.toString() ?? null) ?? null,
    },
    columns: [
      { id: "outstanding", unit: "points" },
      { id: "worth", unit: "money" },
    ],
    rows: labels.map((label, place) => {
      const out = points[place] ?? 0n;
      return {
        label,
        cells: [out.toString(), value?.of(out) ?? null],
        links: [entriesUpTo(context, (parts[place] ?? range).to, "liability"), null],
        entries: entriesOf(context, parts[place] ?? range, { report: "liability" }),
      };
    }),
  };
}

/** What there was at the end of some days of a range; null for days outside of it. */
async function atEndsOf(
  context: ReportContext,
  range: Range,
  ends: readonly Day[],
): Promise<(bigint | null)[]> {
  const [moves, opening] = await Promise.all([movesIn(context, range), movesUpTo(context, range.from - 1)]);
  const changes = byDay(daysFrom(range.from, range.to), moves, (move) => outstanding([move]));
  const totals = runningTotal(outstanding(opening), changes);
  return ends.map((day) => totals[day - range.from] ?? null);
}

/** What there is today, by the month in which it became available. */
async function ageing(context: ReportContext, value: PointValue | null): Promise<Section> {
  const [lots, everything] = await Promise.all([
    cellsIn(context, "lot", ALL_DAYS),
    movesUpTo(context, context.today),
  ]);
  const months = new Map<Day, { available: bigint; held: bigint }>();
  for (const { day, key, amount } of lots) {
    const month = months.get(day) ?? { available: 0n, held: 0n };
    month[key === "held" ? "held" : "available"] += amount;
    months.set(day, month);
  }
  const rows = rowsIn(context, "liability");
  const row = (
    label: Row["label"],
    [pending, available, held]: [bigint, bigint, bigint],
    behind: string,
  ): Row => ({
    label,
    cells: [
      available.toString(),
      held.toString(),
      pending.toString(),
      value?.of(pending + available + held) ?? null,
    ],
    links: [available, held, pending, 0n].map((points) => (points === 0n ? null : behind)),
  });
  const oldest = [...months.keys()].sort((a, b) => a - b);
  const pending = stockSum(everything, "pending");
  // What is left is known by whole months: of the one a year ago nobody could say how much is older than that.
  const yearAgo = monthAfter(monthOf(context.today), -12);
  const aged = oldest
    .filter((month) => month < yearAgo)
    .reduce((sum, month) => sum + (months.get(month)?.available ?? 0n) + (months.get(month)?.held ?? 0n), 0n);
  return {
    id: "ageing",
    headline: { value: quantity("points", aged), before: null, also: [], month: yearAgo },
    behind: rows("lots"),
    drawing: { kind: "bars", columns: ["available", "held", "pending"] },
    columns: [
      { id: "available", unit: "points" },
      { id: "held", unit: "points" },
      { id: "pending", unit: "points" },
      { id: "worth", unit: "money" },
    ],
    rows: [
      ...oldest.map((month) => {
        const { available, held } = months.get(month) ?? { available: 0n, held: 0n };
        return row({ kind: "month", month }, [0n, available, held], rows("lots", { month }));
      }),
      row({ kind: "word", word: "pending" }, [pending, 0n, 0n], rows("pending")),
    ],
    ...(oldest.length === 0 && pending === 0n ? { nothing: "no-data" as const } : {}),
  };
}
