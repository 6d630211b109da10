import type { FindProduct } from "./events.ts";
import { add, divide, fraction, isPositive, largest, multiply, subtract, sum, ZERO } from "./fraction.ts";
import type { Fraction } from "./fraction.ts";
import { findFittingKey } from "./line-match.ts";
import type { MatchedKey } from "./line-match.ts";
import type { Order, OrderLine, ProductFacts, Refund, RefundLine } from "./order.ts";
import { distinctRefunds } from "./order-state.ts";
import type { Programme } from "./programme.ts";

/** Why a line is worth nothing. "free" was sold for nothing; "refunded" was paid back or taken off the order. */
export type WorthNothing =
  { kind: "tip" | "gift-card" | "refunded" | "free" } | ({ kind: "excluded" } & MatchedKey);

export interface LineValue {
  line: OrderLine;
  /** null where the store does not know the line's product. */
  facts: ProductFacts | null;
  /** Minor units, exact, never below 0. */
  value: Fraction;
  /** Set where the value is 0. */
  nothing: WorthNothing | null;
}

export interface OrderValue {
  /** In the order of the order. */
  lines: LineValue[];
  /** Minor units, exact: the sum of the lines. */
  value: Fraction;
}

/**
 * What every line and the whole order are worth, from the newest state of the order and the set of its refunds
 * (points.md, section 3). Exact: nothing is rounded here.
 */
export function valueOrder(order: Order, programme: Programme, product: FindProduct): OrderValue {
  const refunds = distinctRefunds(order.refunds);
  const refundLines = groupByLine(refunds);
  const kept = order.lines.map((line) =>
    line.tip ? ZERO : keptValue(line, refundLines.get(line.id) ?? [], order.taxesIncluded),
  );
  const share = shareLeft(refunds, sum(kept));
  const lines = order.lines.map((line, index): LineValue => {
    const facts = line.productId === null ? null : product(line.productId);
    const left = multiply(kept[index] ?? ZERO, share);
    const nothing = worthNothing(line, facts, left, programme);
    return { line, facts, value: nothing === null ? left : ZERO, nothing };
  });
  return { lines, value: sum(lines.map(({ value }) => value)) };
}

function groupByLine(refunds: readonly Refund[]): Map<string, RefundLine[]> {
  const byLine = new Map<string, RefundLine[]>();
  for (const refundLine of refunds.flatMap((refund) => refund.lines)) {
    const known = byLine.get(refundLine.lineId);
    if (known === undefined) byLine.set(refundLine.lineId, [refundLine]);
    else known.push(refundLine);
  }
  return byLine;
}

/** What is left of a line's price after discounts, refund lines and units that an edit took off. */
function keptValue(line: OrderLine, refundLines: readonly RefundLine[], taxesIncluded: boolean): Fraction {
  let value = line.price * BigInt(line.quantity) - line.discount - (taxesIncluded ? line.tax : 0n);
  let refundedUnits = 0;
  for (const refund of refundLines) {
    value -= refund.subtotal - (taxesIncluded ? refund.tax : 0n);
    refundedUnits += refund.quantity;
  }
  const missing = line.quantity - (line.currentQuantity ?? line.quantity) - refundedUnits;
  const kept =
    missing > 0 ? subtract(fraction(value), missingValue(line, missing, taxesIncluded)) : fraction(value);
  return largest(kept, ZERO);
}

/** Units that are gone though no refund line tells of them: an edit took them off before they were paid. */
function missingValue(line: OrderLine, units: number, taxesIncluded: boolean): Fraction {
  const notValue = line.discount + (taxesIncluded ? line.tax : 0n);
  const theirShare = fraction(notValue * BigInt(units), BigInt(line.quantity));
  return subtract(fraction(line.price * BigInt(units)), theirShare);
}

/** The part of every line that is left after money was given back for no line: 1 where none was, 0 at least. */
function shareLeft(refunds: readonly Refund[], value: Fraction): Fraction {
  const discrepancy = refunds.reduce((total, refund) => total + refund.discrepancy, 0n);
  if (discrepancy >= 0n || !isPositive(value)) return fraction(1n);
  return largest(divide(add(value, fraction(discrepancy)), value), ZERO);
}

function worthNothing(
  line: OrderLine,
  facts: ProductFacts | null,
  left: Fraction,
  programme: Programme,
): WorthNothing | null {
  const { exclude } = programme.earning;
  if (line.tip) return { kind: "tip" };
  if (line.giftCard && exclude.giftCards) return { kind: "gift-card" };
  const excluded = findFittingKey(exclude, line, facts);
  if (excluded !== null) return { kind: "excluded", ...excluded };
  if (isPositive(left)) return null;
  return { kind: line.price * BigInt(line.quantity) > line.discount ? "refunded" : "free" };
}
