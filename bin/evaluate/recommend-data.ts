import { readFileSync } from "node:fs";
import { basketsOf, visitsOf, type Histories, type Visits } from "../../app/insight/recommend/visits.ts";
import { readDay } from "../insight/read-day.ts";
import { readTable } from "../insight/read-table.ts";

/** What customers bought, day by day, and in whole baskets, by the places of the items. */
export interface Bought {
  histories: Histories;
  /** In the order of time. */
  baskets: Visits;
  items: number;
}

interface Row {
  who: string;
  item: string;
  day: number;
  basket: string;
}

/**
 * Online Retail: what known customers bought of products; cancellations, corrections and postage are left out, and of
 * the histories what fewer customers bought.
 */
export function readOnlineRetail(file: string, leastBuyers: number): Bought {
  const columns = ["InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID"] as const;
  const rows = readTable(file, columns).flatMap(({ cells }): Row[] => {
    const isPurchase =
      !cells.InvoiceNo.startsWith("C") && cells.CustomerID !== "" && /^\d{5}/.test(cells.StockCode);
    if (!isPurchase || !(Number(cells.Quantity) > 0) || !(Number(cells.UnitPrice) > 0)) return [];
    const day = readDay(cells.InvoiceDate) ?? NaN;
    return [{ who: cells.CustomerID, item: cells.StockCode, day, basket: cells.InvoiceNo }];
  });
  const buyers = new Map<string, Set<string>>();
  for (const { who, item } of rows) buyers.set(item, (buyers.get(item) ?? new Set()).add(who));
  return grouped(rows.filter(({ item }) => (buyers.get(item)?.size ?? 0) >= leastBuyers));
}

/** Baskets a line each, without a time: shuffled, always alike, so that their order says nothing. */
export function readGroceries(file: string): Bought {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  let state = 5;
  const random = () => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) / 0x7fffffff;
  for (let place = lines.length - 1; place > 0; place--) {
    const other = Math.floor(random() * (place + 1));
    [lines[place], lines[other]] = [lines[other] ?? "", lines[place] ?? ""];
  }
  return grouped(
    lines.flatMap((line, place) =>
      line.split(",").flatMap((name): Row[] => {
        const item = name.trim();
        return item === "" ? [] : [{ who: String(place), item, day: place / 1_000, basket: String(place) }];
      }),
    ),
  );
}

function grouped(rows: readonly Row[]): Bought {
  const place = (names: readonly string[]) => new Map([...new Set(names)].map((name, n) => [name, n]));
  const customers = place(rows.map(({ who }) => who));
  const items = place(rows.map(({ item }) => item));
  const baskets = place(rows.map(({ basket }) => basket));
  const item = Int32Array.from(rows, (row) => items.get(row.item) ?? 0);
  const day = Float64Array.from(rows, (row) => row.day);
  const byWho = Int32Array.from(rows, ({ who }) => customers.get(who) ?? 0);
  const byBasket = Int32Array.from(rows, ({ basket }) => baskets.get(basket) ?? 0);
  const first = new Map<string, number>();
  for (const row of rows) if (!first.has(row.basket)) first.set(row.basket, row.day);
  const opened = Float64Array.from(rows, ({ basket }) => first.get(basket) ?? 0);
  return {
    histories: visitsOf({ customer: byWho, item, day, customers: customers.size, items: items.size }),
    baskets: basketsOf({
      ...{ customer: byBasket, item, day: opened, customers: baskets.size, items: items.size },
    }),
    items: items.size,
  };
}
