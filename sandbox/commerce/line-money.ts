import type { LineItem, ShippingLine } from "../state/order-payload.ts";
import type { Pair } from "../state/types.ts";
import { add, pairOf, share, subtract, times } from "./money.ts";

/** What some units of a line cost. `net` contains the tax where the order's prices do. */
export type LineMoney = { gross: Pair; discount: Pair; net: Pair; tax: Pair };

/**
 * What the first `units` of a line cost. Discount and tax are those of the whole line in proportion, rounded for the
 * units together, so that what is taken away unit by unit adds up to the line to the penny.
 */
export function costOfUnits(line: LineItem, units: number): LineMoney {
  const gross = times(pairOf(line.price_set), units);
  const discount = share(discountOf(line), units, line.quantity);
  return {
    gross,
    discount,
    net: subtract(gross, discount),
    tax: share(taxOf(line), units, line.quantity),
  };
}

/** What `units` of those that are left cost: the last ones go first. */
export function costOfRemoving(line: LineItem, units: number): LineMoney {
  const before = costOfUnits(line, line.current_quantity);
  const after = costOfUnits(line, line.current_quantity - units);
  return {
    gross: subtract(before.gross, after.gross),
    discount: subtract(before.discount, after.discount),
    net: subtract(before.net, after.net),
    tax: subtract(before.tax, after.tax),
  };
}

export function discountOf(line: Pick<LineItem | ShippingLine, "discount_allocations">): Pair {
  return add(...line.discount_allocations.map((allocation) => pairOf(allocation.amount_set)));
}

export function taxOf(line: Pick<LineItem | ShippingLine, "tax_lines">): Pair {
  return add(...line.tax_lines.map((tax) => pairOf(tax.price_set)));
}

export function isTip(line: LineItem): boolean {
  return line.tip_payment_gateway !== undefined || line.tip_payment_method !== undefined;
}
