import type { Book } from "../book.ts";
import type { LedgerTransaction } from "../ledger.ts";
import type { Order } from "../order.ts";
import { valueOrder } from "../order-value.ts";
import type { WorthNothing } from "../order-value.ts";
import type { Points } from "../points.ts";
import { versionAt } from "../versions.ts";

/** What is kept of an order to tell later why it stands out: its state is forgotten by then. */
export interface OrderFacts {
  /** What was sold, less discounts, tips left out: minor units, before refunds. */
  sold: bigint;
  lines: number;
  /** Points of it that no money was spent for: bonuses, that of the first order included. */
  bonus: Points;
  /** Of an order worth nothing, what its lines are; empty for one that is worth something. */
  nothing: WorthNothing["kind"][];
}

/** To be asked when the order was handled and its snapshot is still there. */
export function factsOf(book: Book, order: Order, before: OrderFacts | undefined): OrderFacts {
  const lines = order.lines.filter(({ tip }) => !tip);
  return {
    sold: lines.reduce((sum, { price, quantity, discount }) => sum + price * BigInt(quantity) - discount, 0n),
    lines: order.lines.length,
    bonus: before?.bonus ?? 0n,
    nothing: whyNothing(book, order),
  };
}

function whyNothing(book: Book, order: Order): WorthNothing["kind"][] {
  const record = book.orders.get(order.id);
  const version = versionAt(book.versions, order.processedAt);
  if (record?.counts !== true || version === null || record.value.n > 0n) return [];
  const products = book.snapshots.get(order.id)?.products ?? {};
  const { lines } = valueOrder(order, version.programme, (id) => products[id] ?? null);
  return [...new Set(lines.flatMap(({ nothing }) => (nothing === null ? [] : [nothing.kind])))];
}

/** The bonuses that an order's transaction tells of; null where it tells of no earning. */
export function bonusIn({ explanation }: LedgerTransaction): Points | null {
  if (explanation.kind !== "order" || explanation.earning === null) return null;
  const { bonuses, firstOrder } = explanation.earning;
  const had = explanation.firstOrder ? [...bonuses, ...firstOrder] : bonuses;
  return had.reduce((sum, { points }) => sum + BigInt(points), 0n);
}
