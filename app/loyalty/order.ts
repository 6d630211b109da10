import type { LineId, MemberId, OrderId, ProductId, RefundId, VariantId } from "./ids.ts";
import type { Money } from "./money.ts";
import type { Instant } from "./time.ts";

/** How far the payment of an order is. An unknown word of the store ranks lowest and never counts. */
export type FinancialStatus =
  | "unknown"
  | "pending"
  | "authorized"
  | "partially_paid"
  | "paid"
  | "partially_refunded"
  | "refunded"
  | "voided";

/** A line as sold. Every amount is shop money, in minor units of the shop's currency. */
export interface OrderLine {
  id: LineId;
  /** null for a custom line of the till or a draft order. */
  productId: ProductId | null;
  variantId: VariantId | null;
  title: string;
  vendor: string | null;
  quantity: number;
  /** What is left after edits and refunds; null where the source does not say. */
  currentQuantity: number | null;
  /** Price of one unit, before discounts. */
  price: Money;
  /** Sum of the discounts allocated to the whole line. */
  discount: Money;
  /** Tax of the whole line; only used where the order's prices include it. */
  tax: Money;
  giftCard: boolean;
  tip: boolean;
  /** By which recommendation it came into the cart, as the storefront says; left out for everything else. */
  pick?: string;
}

export interface RefundLine {
  lineId: LineId;
  quantity: number;
  /** What the units were worth after their discounts. */
  subtotal: Money;
  tax: Money;
}

export interface Refund {
  id: RefundId;
  orderId: OrderId;
  createdAt: Instant;
  lines: RefundLine[];
  /** Sum of the amounts given back for no line; below 0 where money went to the customer. Tax and shipping left out. */
  discrepancy: Money;
}

/** What stands for a currency that ISO 4217 does not know, or for an amount that cannot be read: paid in no known money. */
export const UNREAD_CURRENCY = "XXX";

/** What a buyer paid in, where that is not the shop's currency. Nothing of loyalty is worked out from it. */
export interface PaidAbroad {
  /** As ISO 4217 writes it, or `UNREAD_CURRENCY`. */
  currency: string;
  /** Minor units of that currency, 0 of an unread one: the whole order as it is by now, with delivery, taxes and tips. */
  total: Money;
}

/** The newest known state of an order, in the words of loyalty, whatever the platform. */
export interface Order {
  id: OrderId;
  /** What people call it: "#1001". */
  name: string;
  customerId: MemberId | null;
  /** The shop's. */
  currency: string;
  /** Left out where the buyer paid in the shop's currency, or the store did not say in which. */
  paid?: PaidAbroad;
  processedAt: Instant;
  updatedAt: Instant;
  cancelledAt: Instant | null;
  status: FinancialStatus;
  test: boolean;
  taxesIncluded: boolean;
  /** Where it was sold: "web", "pos" or what the platform calls it. */
  channel: string;
  lines: OrderLine[];
  refunds: Refund[];
  /** Discount codes the order carries, as written; compared without regard to case. */
  codes: string[];
}

/** What the store knows of a product and an order does not carry. */
export interface ProductFacts {
  id: ProductId;
  tags: string[];
  /** Handles of the collections it stands in. */
  collections: string[];
  productType: string | null;
}
