import { readFileSync } from "node:fs";
import { daysOf, type Buyers, type Days, type Purchases } from "../../app/insight/value/buyers.ts";
import { readDay } from "../insight/read-day.ts";
import { readTable } from "../insight/read-table.ts";

interface Bought {
  who: string;
  day: number;
  amount: number;
}

/** CDNOW, its sample of every tenth customer: a text of columns with blanks between them and without a heading. */
export function readCdnow(file: string): Purchases {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return purchasesOf(
    lines.map((line) => {
      const [, who = "", date = "", , amount = ""] = line.trim().split(/\s+/);
      const day = readDay(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`) ?? NaN;
      return { who, day, amount: Number(amount) };
    }),
  );
}

/**
 * Online Retail: what known customers bought of products, and of each the country; cancellations, corrections and postage
 * are left out.
 */
export function readOnlineRetail(file: string): Purchases & { countries: string[] } {
  const numbers = ["Quantity", "UnitPrice"] as const;
  const columns = [...numbers, "InvoiceNo", "StockCode", "InvoiceDate", "CustomerID", "Country"] as const;
  const countries = new Map<string, string>();
  const bought = readTable(file, columns).flatMap(({ cells }): Bought[] => {
    const [quantity, price] = [Number(cells.Quantity), Number(cells.UnitPrice)];
    const isPurchase = !cells.InvoiceNo.startsWith("C") && /^\d{5}/.test(cells.StockCode);
    if (!isPurchase || cells.CustomerID === "" || !(quantity > 0) || !(price > 0)) return [];
    if (!countries.has(cells.CustomerID)) countries.set(cells.CustomerID, cells.Country);
    const day = readDay(cells.InvoiceDate) ?? NaN;
    return [{ who: cells.CustomerID, day, amount: quantity * price }];
  });
  return { ...purchasesOf(bought), countries: [...countries.values()] };
}

/** A list of who bought when, without amounts. */
export function readElog(file: string): Purchases {
  return purchasesOf(
    readTable(file, ["cust", "date"]).map(({ cells }) => {
      return { who: cells.cust, day: readDay(cells.date) ?? NaN, amount: 1 };
    }),
  );
}

/** Customers as papers sum them up: repeat purchases, and weeks to the last of them and to the end. */
export function readSummary(file: string, [x, tx, T]: readonly [string, string, string]): Buyers {
  const rows = readTable(file, [x, tx, T]);
  const column = (name: string) => Float64Array.from(rows, ({ cells }) => Number(cells[name]));
  return { x: column(x), tx: column(tx), T: column(T) };
}

/** Whoever had bought by then: what was known of them, and what they did up to and with the end. */
export interface HeldBack {
  known: Days[];
  orders: Float64Array;
  spent: Float64Array;
  /** The first day on which they bought after it; null for never. */
  cameOn: (number | null)[];
}

export function holdBack(purchases: Purchases, until: number, end: number): HeldBack {
  const known = daysOf(purchases, until);
  const all = daysOf(purchases, end);
  const there = known.map((_, place) => place).filter((place) => (known[place]?.day.length ?? 0) > 0);
  const later = there.map((place) => {
    const many = known[place]?.day.length ?? 0;
    return all[place]?.amount.slice(many) ?? [];
  });
  return {
    known: there.map((place) => known[place] ?? { day: [], amount: [] }),
    orders: Float64Array.from(later, (amounts) => amounts.length),
    spent: Float64Array.from(later, (amounts) => amounts.reduce((sum, each) => sum + each, 0)),
    cameOn: there.map((place) => all[place]?.day.find((day) => day > until) ?? null),
  };
}

function purchasesOf(bought: readonly Bought[]): Purchases {
  const places = new Map<string, number>();
  for (const { who } of bought) if (!places.has(who)) places.set(who, places.size);
  return {
    customer: Int32Array.from(bought, ({ who }) => places.get(who) ?? 0),
    day: Float64Array.from(bought, ({ day }) => day),
    amount: Float64Array.from(bought, ({ amount }) => amount),
    customers: places.size,
  };
}
