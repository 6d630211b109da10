import { findTransactions, type StoredTransaction } from "../../db/ledger.ts";
import { findKnownOrders } from "../../db/orders-explained.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { postedFor } from "../../loyalty/orders.ts";
import type { WhyNot } from "../../loyalty/why-not.ts";
import { explainOrders } from "../explain/explain-order.ts";
import type { Services } from "../services.ts";

/** What an order brought, for its page in the store's admin. */
export interface OrderGlance {
  name: string;
  /** Whose it is; null for a guest's. */
  memberId: MemberId | null;
  /** Posted for it now, to whomever. */
  points: bigint;
  pending: bigint;
  vestsAt: number;
  /** Everything that was posted for it, in its order. */
  posted: StoredTransaction[];
  /** Why nothing, or no more; null where nothing but its sums is kept. */
  whyNot: WhyNot | null;
}

/** null for an order that nobody told of. */
export async function glanceOrder(
  services: Services,
  shop: ShopRow,
  orderId: string,
): Promise<OrderGlance | null> {
  const { sql } = services.db;
  const [known] = await findKnownOrders(sql, shop.id, [orderId]);
  if (known === undefined || !known.record.told) return null;
  const { record } = known;
  const keys = Array.from({ length: record.transactions }, (_, n) => `order:${orderId}:${n + 1}`);
  return {
    name: record.name,
    memberId: record.memberId,
    points: postedFor(record),
    pending: record.shares.reduce((sum, share) => sum + share.pending, 0n),
    vestsAt: record.vestsAt,
    posted: await findTransactions(sql, shop.id, keys),
    whyNot: (await explainOrders(services, shop, [orderId])).get(orderId) ?? null,
  };
}
