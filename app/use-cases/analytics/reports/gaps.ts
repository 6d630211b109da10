import type { CellSum } from "../../../db/figures/read.ts";
import { gapEnd } from "../../../insight/contribution.ts";
import { medianOf } from "../../../insight/shares.ts";
import type { Report, Row } from "../report.ts";
import { figure, quantity, sumsIn, total, rowsIn, type ReportContext } from "./context.ts";

/** Days that are shown together: a bar for each of many single days says nothing. */
const BARS: [number, number | null][] = [
  [0, 0],
  [1, 7],
  [8, 14],
  [15, 30],
  [31, 59],
  [60, 89],
  [90, 179],
  [180, 359],
  [360, null],
];

/** How long members take to order again. */
export async function buildGaps(context: ReportContext): Promise<Report> {
  const { range, before } = context.terms;
  const [gaps, gapsBefore] = await Promise.all([
    sumsIn(context, "gap", range),
    before && sumsIn(context, "gap", before),
  ]);
  const median = medianGap(gaps);
  const medianBefore = gapsBefore && medianGap(gapsBefore);
  const count = (cells: readonly CellSum[]) => total(cells.map((cell) => cell.count));
  const rows = rowsIn(context, "gaps");
  return {
    figures: [
      figure("median", "days", median === null ? null : String(median), medianBefore?.toString()),
      figure("orders", "orders", count(gaps), gapsBefore && count(gapsBefore), rows("again")),
    ],
    sections: [
      {
        id: "gaps",
        headline: {
          value: median === null ? null : quantity("days", String(median)),
          before: medianBefore === null ? null : quantity("days", String(medianBefore)),
          also: [],
        },
        behind: rows("again"),
        drawing: { kind: "bars", columns: ["orders"] },
        columns: [{ id: "orders", unit: "orders" }],
        rows: BARS.map(([from, to]): Row => {
          const among = gaps.filter(({ key }) => Number(key) >= from && (to === null || Number(key) <= to));
          return {
            label: { kind: "gap", from, to },
            cells: [count(among).toString()],
            links: [rows("gap", { gap: { from, to } })],
          };
        }),
        ...(median === null ? { nothing: "no-data" as const } : {}),
      },
    ],
  };
}

/** To the day for two months; longer ones are known in steps, whose middle is taken. */
function medianGap(cells: readonly CellSum[]): number | null {
  const counts = new Map<string, bigint>();
  for (const { key, count } of cells) counts.set(key, (counts.get(key) ?? 0n) + count);
  const ascending = [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => Number(a.value) - Number(b.value));
  const key = medianOf(ascending);
  if (key === null) return null;
  return Math.round((Number(key) + (gapEnd(key) ?? Number(key))) / 2);
}
