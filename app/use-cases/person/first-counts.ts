import { findTransactions } from "../../db/ledger.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Sql } from "../../db/sql.ts";

/** What an order brought when it was counted for the first time, as decimal strings; `value` is null where it was not kept. */
export interface FirstCount {
  value: string | null;
  points: string;
}

/** By order; one that never brought anything has none. Refunds and edits are posted after it, each as a row of its own. */
export async function firstCounts(
  sql: Sql,
  shop: ShopRow,
  orders: readonly string[],
): Promise<Map<string, FirstCount>> {
  const keys = orders.map((id) => `order:${id}:1`);
  return new Map(
    (await findTransactions(sql, shop.id, keys)).flatMap(({ explanation }): [string, FirstCount][] => {
      if (explanation.kind !== "order") return [];
      const { order, difference, earning } = explanation;
      return [[order, { value: earning?.value ?? null, points: difference }]];
    }),
  );
}
