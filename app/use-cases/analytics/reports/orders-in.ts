import { countBuyersIn } from "../../../db/figures/currencies.ts";
import { countPeople, type People } from "../../../db/figures/people.ts";
import { readCells, type CellRow } from "../../../db/figures/read.ts";
import type { Measure } from "../../../insight/contribution.ts";
import type { Range } from "../../../insight/range.ts";
import { formatMoney } from "../../../loyalty/money.ts";
import type { Column, FigureView } from "../report.ts";
import { total, type ReportContext } from "./context.ts";

/** Orders of a day, the first ones of members (key "first") or further ones ("again"); the amount is their value. */
export interface OrderCell extends CellRow {
  /** What was paid for them, in minor units of the currency that the report goes by, where that is not the shop's. */
  paid: bigint;
}

/** The currency that a report goes by and that is not the shop's: what was paid in it is told beside the value. */
export function foreignCurrency({ shop, terms }: ReportContext): string | null {
  return terms.currency === "" || terms.currency === shop.currency ? null : terms.currency;
}

/** The column of what was paid, where there is one to tell. */
export function paidColumns(context: ReportContext): (Column & { currency: string })[] {
  const currency = foreignCurrency(context);
  return currency === null ? [] : [{ id: "paid", unit: "money", currency }];
}

/** The same of the whole range, beside the time before. */
export function paidFigures(
  context: ReportContext,
  {
    orders,
    ordersBefore,
    rows,
  }: { orders: readonly OrderCell[]; ordersBefore: readonly OrderCell[] | null; rows: string },
): FigureView[] {
  const sum = (cells: readonly OrderCell[]) => total(cells.map(({ paid }) => paid));
  return paidColumns(context).map(({ unit, currency }) => ({
    ...{ id: "paid", unit, currency, rows },
    value: formatMoney(sum(orders), currency),
    before: ordersBefore && formatMoney(sum(ordersBefore), currency),
  }));
}

/** Who ordered in these days and paid in the currency of the report, or in any. */
export function buyersIn(
  { db, shop, terms }: ReportContext,
  range: Range,
  segment: string = terms.segment,
): Promise<Pick<People, "buyers" | "returning">> {
  return terms.currency === ""
    ? countPeople(db.sql, shop.id, { segment, ...range })
    : countBuyersIn(db.sql, shop, { segment, range, currency: terms.currency });
}

/** Orders of a range of days in the currency of the report, or in all of them. */
export async function ordersIn(
  context: ReportContext,
  range: Range,
  segment: string = context.terms.segment,
): Promise<OrderCell[]> {
  const { db, shop, terms } = context;
  const cells = (measure: Measure) => readCells(db.sql, shop.id, { segment, measure, ...range });
  const foreign = foreignCurrency(context);
  if (terms.currency === "") return (await cells("order")).map((cell) => ({ ...cell, paid: 0n }));
  if (foreign === null) {
    const [all, abroad] = await Promise.all([cells("order"), cells("paid-value")]);
    return without(all, abroad);
  }
  const [paid, values] = await Promise.all([cells("paid"), cells("paid-value")]);
  const paidOf = new Map(paid.map(({ day, key, amount }) => [`${day} ${key}`, amount]));
  return values.flatMap((cell) => {
    const [currency, which = ""] = cell.key.split(":");
    const total = paidOf.get(`${cell.day} ${cell.key}`) ?? 0n;
    return currency === foreign ? [{ ...cell, key: which, paid: total }] : [];
  });
}

/** What was paid in the shop's own currency has no sums of its own: it is all but what was paid in others. */
function without(all: readonly CellRow[], abroad: readonly CellRow[]): OrderCell[] {
  const taken = Map.groupBy(abroad, ({ day, key }) => `${day} ${key.split(":")[1] ?? ""}`);
  return all.map((cell) => {
    const others = taken.get(`${cell.day} ${cell.key}`) ?? [];
    const sum = (of: (other: CellRow) => bigint) => others.reduce((total, other) => total + of(other), 0n);
    return {
      ...cell,
      amount: cell.amount - sum(({ amount }) => amount),
      count: cell.count - sum(({ count }) => count),
      paid: 0n,
    };
  });
}
