import type { CombinesWith } from "./discount-types.ts";
import type { Id, Instant } from "./types.ts";

export type FunctionDiscountClass = "PRODUCT" | "ORDER" | "SHIPPING";

/** A discount without a code whose amount a function of the app works out. */
export type AutomaticDiscount = {
  id: Id;
  title: string;
  functionHandle: string;
  classes: FunctionDiscountClass[];
  combinesWith: CombinesWith;
  startsAt: Instant;
  endsAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
};

/** What has a function of the app say whether a cart may be bought. */
export type CartValidation = {
  id: Id;
  title: string;
  functionHandle: string;
  enabled: boolean;
  /** Whether a function that fails keeps the cart from being bought. */
  blockOnFailure: boolean;
  /** What was sold before could be bought then. */
  createdAt: Instant;
};
