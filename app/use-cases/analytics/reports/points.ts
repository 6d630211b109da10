import { byDay, flowOf, flowSum, outstanding, runningTotal, type Flow } from "../../../insight/flows.ts";
import { daysFrom } from "../../../insight/days.ts";
import { sumsOf } from "../../../insight/range.ts";
import type { Report } from "../report.ts";
import {
  entriesOf,
  entriesUpTo,
  figure,
  movesIn,
  movesUpTo,
  partsIn,
  quantity,
  type ReportContext,
} from "./context.ts";

const COLUMNS = [
  "earned",
  "adjusted",
  "imported",
  "redeemed",
  "expired",
  "dropped",
] as const satisfies Flow[];

/** What came in and what went out. */
export async function buildPoints(context: ReportContext): Promise<Report> {
  const { range, before } = context.terms;
  const [moves, movesBefore, opening] = await Promise.all([
    movesIn(context, range),
    before === null ? null : movesIn(context, before),
    movesUpTo(context, range.from - 1),
  ]);
  const { parts, labels } = partsIn(context);
  const days = daysFrom(range.from, range.to);
  const columns = COLUMNS.map((flow) =>
    sumsOf(
      parts,
      range,
      byDay(days, moves, (move) => flowOf(move, flow)),
    ),
  );
  const left = runningTotal(
    outstanding(opening),
    sumsOf(
      parts,
      range,
      byDay(days, moves, (move) => outstanding([move])),
    ),
  );
  const flow = (name: Flow) =>
    figure(
      name as "earned",
      "points",
      flowSum(moves, name),
      movesBefore && flowSum(movesBefore, name),
      entriesOf(context, range, { flow: name }),
    );
  return {
    figures: [flow("earned"), flow("redeemed"), flow("expired"), flow("adjusted")],
    sections: [
      {
        id: "points-flow",
        headline: {
          value: quantity("points", flowSum(moves, "earned")),
          before: movesBefore && quantity("points", flowSum(movesBefore, "earned")),
          also: [quantity("points", flowSum(moves, "redeemed"))],
        },
        drawing: { kind: "lines", columns: ["earned", "redeemed", "expired"] },
        columns: [
          ...COLUMNS.map((id) => ({ id, unit: "points" as const })),
          { id: "outstanding", unit: "points" },
        ],
        rows: labels.map((label, place) => ({
          label,
          cells: [...columns.map((values) => String(values[place] ?? 0n)), String(left[place] ?? 0n)],
          links: [
            ...COLUMNS.map((flow) => entriesOf(context, parts[place] ?? range, { flow })),
            entriesUpTo(context, (parts[place] ?? range).to, "points"),
          ],
          entries: entriesOf(context, parts[place] ?? range),
        })),
        entries: entriesOf(context, range),
      },
    ],
  };
}
