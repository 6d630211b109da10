import type { Adjustment } from "./adjustment.ts";
import type { MemberId, OrderId, ProductId, RedemptionId } from "./ids.ts";
import type { Order, ProductFacts, Refund } from "./order.ts";
import type { Points } from "./points.ts";
import type { Reinstatement } from "./reinstatement.ts";
import type { Instant } from "./time.ts";
import type { OpeningToUndo } from "./undo-opening.ts";

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
      /** Whole units of a sliding cost; null or absent for a fixed one. */
      units?: bigint | null;
    }
  | { kind: "release"; redemptionId: RedemptionId; because?: "cancelled" | "not-made" }
  /** The store, or a member of staff, confirms that the benefit of a kind without a code was granted. */
  | { kind: "granted"; redemptionId: RedemptionId }
  /** Given or changed; without a year. */
  | { kind: "birthday"; customerId: MemberId; month: number; day: number }
  /** The member leaves the programme, or comes back. */
  | { kind: "leave" | "join"; customerId: MemberId }
  /** The shop shuts the member out of the programme, or lets them in again. */
  | { kind: "block" | "unblock"; customerId: MemberId }
  | ({ kind: "import"; customerId: MemberId } & OpeningBalance)
  | ({ kind: "undo-import"; customerId: MemberId } & OpeningToUndo)
  | { kind: "activity"; customerId: MemberId; activity: string; key: string }
  | ({ kind: "adjust"; customerId: MemberId } & Adjustment)
  | ({ kind: "reinstate"; customerId: MemberId } & Reinstatement)
  | { kind: "notice"; customerId: MemberId };

/** What a member had in another programme, as it is moved in. */
export interface OpeningBalance {
  /** Moved in once, however often it is told of. */
  key: string;
  /** The programme it came from: "smile". Never a person's name. */
  source: string;
  /** Each above 0. */
  lots: OpeningLot[];
  /** 0 for nothing. */
  owed: Points;
  /** Kept up to `until`; null: as if it were no longer reached from now on. Levels unknown now are left out. */
  level: { id: string; until: Instant | null } | null;
  /** Whether the bonus for signing up was had there. */
  signedUp: boolean;
}

export interface OpeningLot {
  points: Points;
  /** When it became available there: of lots that expire together the older is used first. */
  availableAt: Instant;
  /** The midnight at which it is gone, null for never, or by the programme's own rules. */
  expiresAt: Instant | null | "programme";
}

/** Who or what made it happen: stands in the transaction, never a person's name or e-mail. */
export interface Cause {
  /** The webhook id, job id or request id. */
  eventId: string;
  /** "store", "shopper", "clock", or a staff member's id. */
  actor: string;
}

/** What the core needs to know of products while it evaluates an order; null where the store knows nothing of it. */
export type FindProduct = (id: ProductId) => ProductFacts | null;
