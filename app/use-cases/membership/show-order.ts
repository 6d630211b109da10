import { findKnownOrders } from "../../db/orders-explained.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { MemberId, OrderId } from "../../loyalty/ids.ts";
import { findShare } from "../../loyalty/orders.ts";
import { toJsonNumber } from "../../loyalty/points.ts";
import type { Whole } from "../../loyalty/summary.ts";
import { formatInstant } from "../../loyalty/time.ts";
import type { WhyNot } from "../../loyalty/why-not.ts";
import { explainOrder } from "../explain/explain-order.ts";
import { listRewardsFor, type RewardOffer } from "../rewards/list-rewards.ts";
import type { Services } from "../services.ts";

/** What one order brought its member. */
export type OrderPoints = { next: RewardOffer | null } & (
  | { state: "known"; points: Whole; availableAt: string | null }
  | { state: "nothing"; why: WhyNot | null }
  /** Nobody told of it yet, or it is somebody else's: whoever asks is not told which. */
  | { state: "unknown" }
);

export async function showOrder(
  services: Services,
  shop: ShopRow,
  { memberId, orderId }: { memberId: MemberId; orderId: OrderId },
): Promise<OrderPoints> {
  const [[known], { rewards }] = await Promise.all([
    findKnownOrders(services.db.sql, shop.id, [orderId]),
    listRewardsFor(services, shop, memberId),
  ]);
  const next = nearest(rewards);
  if (known?.record.memberId !== memberId || !known.record.told) return { state: "unknown", next };
  const share = findShare(known.record, memberId);
  if (share === null || share.posted === 0n) {
    const why = await explainOrder(services, shop, { orderId, memberId });
    return { state: "nothing", why, next };
  }
  const availableAt = share.pending > 0n ? formatInstant(known.record.vestsAt) : null;
  return { state: "known", points: toJsonNumber(share.posted), availableAt, next };
}

/** Of the rewards that only take more points, the one that takes the fewest. */
function nearest(rewards: readonly RewardOffer[]): RewardOffer | null {
  let found: RewardOffer | null = null;
  for (const reward of rewards) {
    if (reward.why !== "short" || reward.missing === null) continue;
    if (found?.missing == null || BigInt(reward.missing) < BigInt(found.missing)) found = reward;
  }
  return found;
}
