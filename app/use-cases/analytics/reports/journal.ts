import { monthOf, type Day } from "../../../insight/days.ts";
import { FLOWS, flowSum, outstanding, type Move } from "../../../insight/flows.ts";
import { pointValue } from "../point-value.ts";
import type { Report } from "../report.ts";
import { entriesOf, figure, movesIn, movesUpTo, quantity, type ReportContext } from "./context.ts";

/** Months as an accountant closes them: what there was, what came, what went, what there is. */
export async function buildJournal(context: ReportContext): Promise<Report> {
  const { range } = context.terms;
  const whole = { from: monthOf(range.from), to: range.to };
  const [moves, opening, value] = await Promise.all([
    movesIn(context, whole),
    movesUpTo(context, whole.from - 1),
    pointValue(context.db, context.shop, context.now),
  ]);
  const months = Map.groupBy(moves, ({ day }) => monthOf(day));
  let left = outstanding(opening);
  const closings: { month: Day; moves: Move[]; left: bigint }[] = [];
  for (const [month, its] of [...months].sort(([a], [b]) => a - b)) {
    left += outstanding(its);
    closings.push({ month, moves: its, left });
  }
  const flows = FLOWS.filter((flow) => flow !== "dropped");
  return {
    figures: [
      figure("outstanding", "points", left, null),
      figure("worth", "money", value?.of(left) ?? null, null),
    ],
    sections: [
      {
        id: "journal",
        headline: { value: quantity("points", left), before: null, also: [] },
        drawing: { kind: "bars", columns: ["outstanding"] },
        columns: [
          ...flows.map((id) => ({ id, unit: "points" as const })),
          { id: "dropped", unit: "points" },
          { id: "outstanding", unit: "points" },
          { id: "worth", unit: "money" },
        ],
        rows: closings.map(({ month, moves: its, left: closing }) => ({
          label: { kind: "month", month },
          cells: [
            ...flows.map((flow) => flowSum(its, flow).toString()),
            flowSum(its, "dropped").toString(),
            closing.toString(),
            value?.of(closing) ?? null,
          ],
          entries: entriesOf(context, { from: Math.max(month, whole.from), to: lastOf(its, month) }),
        })),
        ...(closings.length === 0 ? { nothing: "no-data" as const } : {}),
      },
    ],
  };
}

function lastOf(moves: readonly Move[], month: Day): Day {
  return moves.reduce((last, { day }) => Math.max(last, day), month);
}
