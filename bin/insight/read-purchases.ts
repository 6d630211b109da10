import type { Purchases } from "../../app/insight/value/buyers.ts";
import { readDay } from "./read-day.ts";
import { eachRow } from "./read-table.ts";

/** More than any shop takes; beyond it sums of money are no longer exact. */
const MOST_WORTH = 1e15;

export interface NamedPurchases {
  purchases: Purchases;
  /** Of each customer's place, in the order in which the file names them first. */
  names: string[];
}

/** `customer_id,timestamp,amount`: what was bought up to and with `until`, a day. Amounts below 0 are returns. */
export function readPurchases(file: string, until: number): NamedPurchases {
  const places = new Map<string, number>();
  const customer: number[] = [];
  const day: number[] = [];
  const amount: number[] = [];
  eachRow(file, { columns: ["customer_id", "timestamp", "amount"] }, ({ cells, fault }) => {
    const at = readDay(cells.timestamp);
    if (at === null)
      throw fault(
        `timestamp ${JSON.stringify(cells.timestamp)} is no date; write 2026-01-31 or 2026-01-31T10:00:00Z`,
      );
    const worth = Number(cells.amount);
    if (cells.amount.trim() === "" || !Number.isFinite(worth))
      throw fault(`amount ${JSON.stringify(cells.amount)} is no number; write 12.50`);
    if (Math.abs(worth) > MOST_WORTH)
      throw fault(
        `amount ${JSON.stringify(cells.amount)} is beyond 1000000000000000; write it in units of the currency`,
      );
    const name = cells.customer_id;
    if (name.trim() === "") throw fault("customer_id is empty; leave guests out");
    if (Math.floor(at) > until) return;
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    customer.push(place);
    day.push(at);
    amount.push(worth);
  });
  return {
    names: [...places.keys()],
    purchases: {
      customer: Int32Array.from(customer),
      day: Float64Array.from(day),
      amount: Float64Array.from(amount),
      customers: places.size,
    },
  };
}
