import { bookedSum, GOING_OFF, outstanding, type Booked, type Move } from "../../../insight/flows.ts";
import { partsOf, type Range } from "../../../insight/range.ts";
import { pointValue } from "../point-value.ts";
import type { Report, Row } from "../report.ts";
import {
  entriesOf,
  entriesUpTo,
  figure,
  movesIn,
  movesUpTo,
  quantity,
  type ReportContext,
} from "./context.ts";

/** With what there was at the beginning they add up to what there is at the end: what goes is below 0. */
const COLUMNS = ["earned", "adjusted", "imported", "dropped", "redeemed", "expired", "cameToOwe"] as const;
const BOOKED: Record<(typeof COLUMNS)[number], Booked> = {
  ...{ earned: "earned", adjusted: "adjusted", imported: "imported", dropped: "dropped" },
  ...{ redeemed: "redeemed", expired: "expired", cameToOwe: "owed" },
};

/** A month as an accountant closes it, or as many days of it as the range holds. */
interface Closed {
  days: Range;
  opening: bigint;
  moves: Move[];
  closing: bigint;
}

/** Month by month: what there was, what came, what went, what there is. A row speaks of no day that was not asked for. */
export async function buildJournal(context: ReportContext): Promise<Report> {
  const { range } = context.terms;
  const [moves, before, value] = await Promise.all([
    movesIn(context, range),
    movesUpTo(context, range.from - 1),
    pointValue(context.db, context.shop, context.now),
  ]);
  const months = closeMonths(range, outstanding(before), moves);
  const left = months.at(-1)?.closing ?? 0n;
  return {
    figures: [
      figure("outstanding", "points", left, null, entriesUpTo(context, range.to, "journal")),
      figure("worth", "money", value?.of(left) ?? null, null),
    ],
    sections: [
      {
        id: "journal",
        headline: { value: quantity("points", left), before: null, also: [] },
        drawing: { kind: "bars", columns: ["outstanding"] },
        columns: [
          { id: "opening", unit: "points" },
          ...COLUMNS.map((id) => ({ id, unit: "points" as const })),
          { id: "outstanding", unit: "points" },
          { id: "worth", unit: "money" },
        ],
        rows: months.map((month) => rowOf(context, month, value?.of(month.closing) ?? null)),
        entries: entriesOf(context, range, { report: "journal" }),
        ...(moves.length === 0 && left === 0n ? { nothing: "no-data" as const } : {}),
      },
    ],
  };
}

function closeMonths(range: Range, before: bigint, moves: readonly Move[]): Closed[] {
  let left = before;
  return partsOf(range, "month").map((days) => {
    const its = moves.filter(({ day }) => day >= days.from && day <= days.to);
    const opening = left;
    left += outstanding(its);
    return { days, opening, moves: its, closing: left };
  });
}

function rowOf(context: ReportContext, { days, opening, moves, closing }: Closed, worth: string | null): Row {
  const booked = COLUMNS.map((column) => {
    const sum = bookedSum(moves, BOOKED[column]);
    return GOING_OFF.has(BOOKED[column]) ? -sum : sum;
  });
  return {
    label: { kind: "days", ...days },
    cells: [...[opening, ...booked, closing].map(String), worth],
    links: [
      entriesUpTo(context, days.from - 1, "journal"),
      ...COLUMNS.map((column) => entriesOf(context, days, { flow: BOOKED[column], report: "journal" })),
      entriesUpTo(context, days.to, "journal"),
      null,
    ],
    entries: entriesOf(context, days, { report: "journal" }),
  };
}
