import { sumsOf } from "../../../insight/range.ts";
import { shareOf } from "../../../insight/shares.ts";
import { formatMoney } from "../../../loyalty/money.ts";
import type { Report } from "../report.ts";
import { daily, figure, moneyOf, partsIn, quantity, total, rowsIn, type ReportContext } from "./context.ts";
import { buyersIn, ordersIn, paidColumns, paidFigures } from "./orders-in.ts";

/** Who comes back to buy again. */
export async function buildRepeat(context: ReportContext): Promise<Report> {
  const { range, before } = context.terms;
  const [people, peopleBefore, orders, ordersBefore] = await Promise.all([
    buyersIn(context, range),
    before && buyersIn(context, before),
    ordersIn(context, range),
    before && ordersIn(context, before),
  ]);
  const { parts, labels } = partsIn(context);
  const sums = (amount: (cell: (typeof orders)[number]) => bigint) =>
    sumsOf(parts, range, daily(range, orders, amount));
  const first = sums(({ key, count }) => (key === "first" ? count : 0n));
  const again = sums(({ key, count }) => (key === "again" ? count : 0n));
  const value = sums(({ amount }) => amount);
  const paid = sums((cell) => cell.paid);
  const columns = paidColumns(context);
  const rate = shareOf(people.returning, people.buyers);
  const rateBefore = peopleBefore && shareOf(peopleBefore.returning, peopleBefore.buyers);
  const count = (cells: typeof orders) => total(cells.map((cell) => cell.count));
  const rows = rowsIn(context, "repeat");
  return {
    figures: [
      figure("repeatRate", "share", rate, rateBefore, rows("returning")),
      figure("buyers", "members", people.buyers, peopleBefore?.buyers, rows("buyers")),
      figure("returning", "members", people.returning, peopleBefore?.returning, rows("returning")),
      figure("orders", "orders", count(orders), ordersBefore && count(ordersBefore), rows("orders")),
      ...paidFigures(context, { orders, ordersBefore, rows: rows("orders") }),
    ],
    sections: [
      {
        id: "repeat-rate",
        headline: {
          value: rate === null ? null : quantity("share", rate),
          before: rateBefore === null ? null : quantity("share", rateBefore),
          also: [quantity("members", people.buyers)],
        },
        behind: rows("orders"),
        drawing: { kind: "bars", columns: ["first", "again"] },
        columns: [
          { id: "first", unit: "orders" },
          { id: "again", unit: "orders" },
          ...columns,
          { id: "value", unit: "money" },
        ],
        rows: labels.map((label, place) => ({
          label,
          cells: [
            String(first[place] ?? 0n),
            String(again[place] ?? 0n),
            ...columns.map(({ currency }) => formatMoney(paid[place] ?? 0n, currency)),
            moneyOf(context, value[place] ?? 0n),
          ],
          links: (["first", "again", ...columns.map(() => "orders" as const), "orders"] as const).map((of) =>
            rows(of, { range: parts[place] ?? range }),
          ),
        })),
        ...(rate === null ? { nothing: "no-data" as const } : {}),
      },
    ],
  };
}
