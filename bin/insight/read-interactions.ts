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
  /** In the order in which they come first in the file, and of each the place that `bought` knows them by. */
  customers: string[];
  placeOf: Int32Array;
  items: Names;
}

/**
 * `customer_id,item_id,timestamp[,quantity]`; a quantity of 0 or less is a return, and is passed over. Places go by name,
 * for what is learned hangs on them in ties and in what is held back: the same rows in another order say the same.
 */
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
  const [customersAsRead, itemsAsRead] = [customers.all(), items.all()];
  const [placeOf, itemPlaces] = [placesByName(customersAsRead), placesByName(itemsAsRead)];
  const sortedItems = new Names();
  for (const name of itemsAsRead.sort()) sortedItems.place(name);
  return {
    bought: {
      customer: moved(rows.customer, placeOf),
      item: moved(rows.item, itemPlaces),
      day: Float64Array.from(rows.day),
      customers: placeOf.length,
      items: itemPlaces.length,
    },
    ...{ customers: customersAsRead, placeOf, items: sortedItems },
  };
}

/** Of each name its place among all of them, by code units: every machine has the same order. */
function placesByName(names: readonly string[]): Int32Array {
  const nameAt = (place: number) => names[place] ?? "";
  const byName = Int32Array.from(names.keys()).sort((a, b) => (nameAt(a) < nameAt(b) ? -1 : 1));
  const places = new Int32Array(names.length);
  byName.forEach((asRead, place) => (places[asRead] = place));
  return places;
}

function moved(rows: readonly number[], places: Int32Array): Int32Array {
  const all = Int32Array.from(rows);
  // In place: a second list of millions of rows would be much memory for nothing.
  for (let row = 0; row < all.length; row++) all[row] = places[all[row] ?? 0] ?? 0;
  return all;
}
