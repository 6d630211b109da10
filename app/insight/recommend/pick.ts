/** A product that is recommended, by the store's id, and why. */
export interface Pick {
  productId: string;
  evidence: PickEvidence;
}

/** What two products have in common where sales say nothing yet. */
export const SHARED = ["type", "vendor", "words", "collection", "price"] as const;
export type Shared = (typeof SHARED)[number];

/** Why a product is recommended: facts that anybody can count again. Dates are days of the shop, "2026-01-31". */
export type PickEvidence =
  /** `both` of the `buyers` people who bought the product `with` also bought this one. */
  | { kind: "bought-together"; with: string; both: number; buyers: number }
  /** `both` of the `orders` orders with the product `with` held this one; where guests buy, nobody can count people. */
  | { kind: "same-order"; with: string; both: number; orders: number }
  /** The member bought it on `times` days, last on `last`. */
  | { kind: "bought-again"; times: number; last: string }
  /** Likewise, about every `everyDays` days, so it is due on `due`. */
  | { kind: "due-again"; times: number; last: string; everyDays: number; due: string }
  /** `buyers` people bought it within the last `days` days. */
  | { kind: "popular"; buyers: number; days: number }
  /** It is like the product `with`. */
  | { kind: "similar"; with: string; shares: Shared[] }
  /** The member has `available` points and the reward that gives it takes `points`. */
  | { kind: "reachable"; rewardId: string; points: string; available: string }
  /** It came into the shop on `since`. */
  | { kind: "new-here"; since: string }
  /** The merchant pinned it. */
  | { kind: "pinned" };

/** What a member is shown. A product stands in one list alone. */
export interface MemberPicks {
  /** What they buy again. */
  again: Pick[];
  /** What is new to them. */
  fresh: Pick[];
  /** What they buy in a rhythm, and is due about now. */
  due: Pick[];
  /** What their points pay for. */
  reachable: Pick[];
}

export const NO_PICKS: MemberPicks = { again: [], fresh: [], due: [], reachable: [] };
