import type { Amount, Id, Instant } from "./types.ts";

/** What a discount counts, or is taken off: everything, or what is in one of the lists. */
export type DiscountItems = { all: true } | { all: false; products: Id[]; variants: Id[]; collections: Id[] };

/** A share as a decimal string ("0.15" = 15 %), or money in the shop's currency. */
export type DiscountValue = { share: string } | { amount: Amount; onEachItem: boolean };

export type DiscountMinimum = { subtotal: Amount } | { quantity: number };

/** Whether the discount may stand beside discounts of each class in one order. */
export type CombinesWith = { order: boolean; product: boolean; shipping: boolean };

export type DiscountRule =
  | { kind: "basic"; items: DiscountItems; value: DiscountValue }
  | { kind: "free-shipping"; mostShipping: Amount | null }
  | {
      kind: "bxgy";
      buys: { items: DiscountItems; value: { quantity: number } | { amount: Amount } };
      gets: { items: DiscountItems; quantity: number; value: DiscountValue };
      usesPerOrder: number | null;
    };

/** A discount whose codes shoppers type at the checkout. */
export type Discount = {
  id: Id;
  title: string;
  tags: string[];
  startsAt: Instant;
  endsAt: Instant | null;
  /** Null: everybody. */
  customerIds: Id[] | null;
  /** How often each of its codes may be used; null: without end. */
  usageLimit: number | null;
  oncePerCustomer: boolean;
  minimum: DiscountMinimum | null;
  combinesWith: CombinesWith;
  rule: DiscountRule;
  createdAt: Instant;
  updatedAt: Instant;
};

/** One code of a discount. Codes are compared without regard to case. */
export type RedeemCode = {
  id: Id;
  discountId: Id;
  code: string;
  /** The orders that were placed with it: a cancelled order has used it too. */
  uses: { orderId: Id; customerId: Id | null; email: string | null }[];
};

/** The job of adding many codes to one discount: it is done a moment after it was asked for. */
export type CodeBulkCreation = {
  id: Id;
  discountId: Id;
  createdAt: Instant;
  /** When the codes are there, in milliseconds since 1970: a job lasts less than a second. */
  doneAtMs: number;
  done: boolean;
  codes: { id: Id; code: string; redeemCodeId: Id | null; errors: { message: string; code: string }[] }[];
};
