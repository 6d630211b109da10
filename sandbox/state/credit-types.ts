import type { Id, Instant } from "./types.ts";

export type StoreCreditEvent = "ADJUSTMENT" | "ORDER_PAYMENT" | "ORDER_REFUND" | "ORDER_CANCELLATION";

/** One movement of a store credit account, in minor units: above 0 what came, below 0 what went. */
export type StoreCreditEntry = {
  id: Id;
  kind: "credit" | "debit" | "revert" | "expiration";
  amount: number;
  balanceAfter: number;
  at: Instant;
  event: StoreCreditEvent;
  /** What is left of what came; 0 for what went. */
  remaining: number;
  expiresAt: Instant | null;
  /** The debit that a revert undoes, or the credit that expired. */
  of: Id | null;
  /** Which payment or repayment of an order it is. */
  transaction: { orderId: Id; id: Id } | null;
};

/** A customer has one account per currency. */
export type StoreCreditAccount = {
  id: Id;
  customerId: Id;
  currency: string;
  entries: StoreCreditEntry[];
  createdAt: Instant;
  updatedAt: Instant;
};

export type GiftCardEntry = {
  id: Id;
  /** In minor units: above 0 what came, below 0 what went. */
  amount: number;
  at: Instant;
  note: string | null;
  orderId: Id | null;
};

export type GiftCard = {
  id: Id;
  /** Letters and digits, kept in lower case, as codes are compared without regard to case and gaps. */
  code: string;
  currency: string;
  /** Minor units. */
  initialValue: number;
  balance: number;
  entries: GiftCardEntry[];
  customerId: Id | null;
  recipient: { customerId: Id; message: string | null; preferredName: string | null } | null;
  note: string | null;
  /** The last day on which it can be used, in the shop's zone ("2027-12-31"). */
  expiresOn: string | null;
  templateSuffix: string | null;
  deactivatedAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
};
