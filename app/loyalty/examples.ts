import { checkProgramme } from "./check-programme.ts";
import { ONE } from "./fraction.ts";
import type { EarningTerms } from "./earning.ts";
import type { Order, OrderLine, ProductFacts, Refund, RefundLine } from "./order.ts";
import type { Programme } from "./programme.ts";
import { parseInstant } from "./time.ts";

/*
 * Orders and programmes for tests: each as small as it can be, so that a test says only what it is about. Amounts are
 * pence.
 */

const NOON = parseInstant("2026-02-01T12:00:00Z");

/** A paid order of customer 7. */
export function anOrder(parts: Partial<Order> = {}): Order {
  return {
    id: "1001",
    name: "#1001",
    customerId: "7",
    currency: "GBP",
    processedAt: NOON,
    updatedAt: NOON,
    cancelledAt: null,
    status: "paid",
    test: false,
    taxesIncluded: false,
    channel: "web",
    lines: [],
    refunds: [],
    codes: [],
    ...parts,
  };
}

/** One unit at 10.00. */
export function aLine(parts: Partial<OrderLine> = {}): OrderLine {
  return {
    id: "1",
    productId: "10",
    variantId: "100",
    title: "Mug",
    vendor: null,
    quantity: 1,
    currentQuantity: null,
    price: 1000n,
    discount: 0n,
    tax: 0n,
    giftCard: false,
    tip: false,
    ...parts,
  };
}

export function aRefund(parts: Partial<Refund> = {}): Refund {
  return { id: "500", orderId: "1001", createdAt: NOON, lines: [], discrepancy: 0n, ...parts };
}

/** Gives back one unit of line 1, worth 10.00. */
export function aRefundLine(parts: Partial<RefundLine> = {}): RefundLine {
  return { lineId: "1", quantity: 1, subtotal: 1000n, tax: 0n, ...parts };
}

/** 1 point for each pound, in London; `parts` replace keys of the document. */
export function programmeTree(parts: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    programme: "Example",
    currency: "GBP",
    timezone: "Europe/London",
    earning: { rules: [PURCHASE] },
    ...parts,
  };
}

export const PURCHASE = { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } };

/** Throws where the document is at fault. */
export function aProgramme(parts: Record<string, unknown> = {}): Programme {
  const check = checkProgramme(programmeTree(parts));
  if (!check.ok) throw new Error(JSON.stringify(check.faults));
  return check.programme;
}

/** The rate and these rules. */
export function programmeWith(rules: unknown[], earning: Record<string, unknown> = {}): Programme {
  return aProgramme({ earning: { rules: [PURCHASE, ...rules], ...earning } });
}

/** What an order is evaluated by: no tiers, and a store that knows these products alone. */
export function termsOf(programme: Programme, products: Partial<ProductFacts>[] = []): EarningTerms {
  const known = new Map(products.map((facts) => [facts.id, productFacts(facts)]));
  return { programme, tierId: null, tierMultiplier: ONE, product: (id) => known.get(id) ?? null };
}

function productFacts(parts: Partial<ProductFacts>): ProductFacts {
  return { id: "10", tags: [], collections: [], productType: null, ...parts };
}
