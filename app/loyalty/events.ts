import type { MemberId, OrderId, ProductId, RedemptionId } from "./ids.ts";
import type { Order, ProductFacts, Refund } from "./order.ts";
import type { Points } from "./points.ts";
import type { Instant } from "./time.ts";

/** What can happen to points. News of the store (translated by an adapter) and commands of ours have one shape. */
export type LoyaltyEvent =
  | { kind: "order"; order: Order }
  | { kind: "order-deleted"; orderId: OrderId }
  | { kind: "refund"; refund: Refund }
  | { kind: "customer-created"; customerId: MemberId; createdAt: Instant }
  | { kind: "customer-updated"; customerId: MemberId }
  | { kind: "customers-merged"; keptId: MemberId; deletedId: MemberId }
  | {
      kind: "redeem";
      redemptionId: RedemptionId;
      customerId: MemberId;
      rewardId: string;
      code: string | null;
    }
  | { kind: "release"; redemptionId: RedemptionId }
  | { kind: "activity"; customerId: MemberId; activity: string; key: string }
  | { kind: "adjust"; customerId: MemberId; points: Points; reason: string; key: string }
  | { kind: "notice"; customerId: MemberId };

/** Who or what made it happen: stands in the transaction, never a person's name or e-mail. */
export interface Cause {
  /** The webhook id, job id or request id. */
  eventId: string;
  /** "store", "shopper", "clock", or a staff member's id. */
  actor: string;
}

/** What the core needs to know of products while it evaluates an order; null where the store knows nothing of it. */
export type FindProduct = (id: ProductId) => ProductFacts | null;
