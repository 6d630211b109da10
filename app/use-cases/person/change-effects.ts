import { findTransactions } from "../../db/ledger.ts";
import type { OrderChange } from "../../db/order-changes.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Sql } from "../../db/sql.ts";
import type { Placed } from "../../db/timeline.ts";
import type { Points } from "../../loyalty/points.ts";

/**
 * What a refund or a cancellation did to the points of its order: `moved` them, left them (`nothing`), or came `before` the
 * order was first counted, so that they were worked out without it.
 */
export interface ChangeEffect {
  did: "moved" | "nothing" | "before";
  points: Points;
}

/** By the id of each change: what was posted for its order from then until the order changed again. */
export async function effectsOfChanges(
  sql: Sql,
  shop: ShopRow,
  changes: readonly (Placed & OrderChange)[],
): Promise<Map<string, ChangeEffect>> {
  const keys = changes.flatMap(({ orderId, transactions }) => keysOf(orderId, transactions));
  const posted = (await findTransactions(sql, shop.id, [...new Set(keys)])).flatMap(({ at, explanation }) =>
    explanation.kind === "order" && explanation.because !== "left-customer"
      ? [{ at, order: explanation.order, points: BigInt(explanation.difference) }]
      : [],
  );
  const byOrder = Map.groupBy(posted, ({ order }) => order);
  return new Map<string, ChangeEffect>(
    changes.map(({ id, at, until, orderId }): [string, ChangeEffect] => {
      const all = byOrder.get(orderId) ?? [];
      const [first] = all;
      const its = all.filter((one) => one.at >= at && (until === null || one.at < until));
      // The store tells of changes by the second: what was counted within it may have been counted just before.
      const isLate = first !== undefined && first.at >= at;
      const points = its.reduce((sum, one) => (one === first ? sum : sum + one.points), 0n);
      if (points !== 0n) return [id, { did: "moved", points }];
      return [id, { did: isLate ? "before" : "nothing", points }];
    }),
  );
}

/** What is posted for an order is numbered from 1. */
function keysOf(orderId: string, transactions: number): string[] {
  return Array.from({ length: transactions }, (_, n) => `order:${orderId}:${n + 1}`);
}
