import type { Interactions } from "../../app/insight/recommend/visits.ts";
import { readDay } from "./read-day.ts";
import { eachRow } from "./read-table.ts";

/** Names by their places, in the order in which they come first. */
export class Names {
  readonly #places = new Map<string, number>();

  place(name: string): number {
    const place = this.#places.get(name) ?? this.#places.size;
    this.#places.set(name, place);
    return place;
  }

  find(name: string): number | undefined {
    return this.#places.get(name);
  }

  all(): string[] {
    return [...this.#places.keys()];
  }
}

export interface NamedInteractions {
  bought: Interactions;
  customers: string[];
  items: Names;
}

/** `customer_id,item_id,timestamp[,quantity]`; a quantity of 0 or less is a return, and is passed over. */
export function readInteractions(file: string): NamedInteractions {
  const [customers, items] = [new Names(), new Names()];
  const rows = { customer: [] as number[], item: [] as number[], day: [] as number[] };
  const columns = ["customer_id", "item_id", "timestamp"] as const;
  eachRow(file, { columns, optional: ["quantity"] }, ({ cells, fault }) => {
    const day = readDay(cells.timestamp);
    if (day === null)
      throw fault(
        `timestamp ${JSON.stringify(cells.timestamp)} is no date; write 2026-01-31 or 2026-01-31T10:00:00Z`,
      );
    const quantity = cells.quantity.trim() === "" ? 1 : Number(cells.quantity);
    if (!Number.isFinite(quantity))
      throw fault(`quantity ${JSON.stringify(cells.quantity)} is no number; write 1`);
    if (cells.customer_id.trim() === "") throw fault("customer_id is empty; leave guests out");
    if (cells.item_id.trim() === "") throw fault("item_id is empty");
    if (quantity <= 0) return;
    rows.customer.push(customers.place(cells.customer_id));
    rows.item.push(items.place(cells.item_id));
    rows.day.push(day);
  });
  return {
    bought: {
      customer: Int32Array.from(rows.customer),
      item: Int32Array.from(rows.item),
      day: Float64Array.from(rows.day),
      customers: customers.all().length,
      items: items.all().length,
    },
    customers: customers.all(),
    items,
  };
}
