import type { MemberId, OrderId, RedemptionId } from "./ids.ts";
import type { Points } from "./points.ts";
import type { Refusal } from "./redemption.ts";

/** What came of an event. What must not happen is thrown; everything that may is one of these. */
export type Outcome =
  | { outcome: "settled"; orderId: OrderId; posted: Points }
  | { outcome: "signed-up"; points: Points }
  | { outcome: "known" }
  | { outcome: "merged"; keptId: MemberId }
  | { outcome: "held"; redemptionId: RedemptionId }
  | ({ outcome: "refused"; redemptionId: RedemptionId } & Refusal)
  | { outcome: "released"; redemptionId: RedemptionId }
  | { outcome: "taken"; redemptionId: RedemptionId }
  /** Kept, without points moving. */
  | { outcome: "noted" }
  | { outcome: "moved-in" }
  | { outcome: "moved-out" }
  /** Something of it was used already, so it stays. */
  | { outcome: "spent" }
  | { outcome: "earned"; points: Points }
  | { outcome: "adjusted"; points: Points }
  | { outcome: "reinstated"; points: Points }
  | { outcome: "noticed"; lots: number }
  /** Seen before, or nothing to do: nothing was changed. */
  | { outcome: "unchanged" };
