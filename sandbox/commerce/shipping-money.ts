import type { OrderPayload } from "../state/order-payload.ts";
import type { Pair } from "../state/types.ts";
import { discountOf, taxOf } from "./line-money.ts";
import { add, both, divide, NOTHING, pairOf, subtract } from "./money.ts";

/** Shipping after its discounts and what was given back of it; `net` contains the tax where the order's prices do. */
export function shippingLeft(order: OrderPayload): { net: Pair; tax: Pair } {
  const charged = subtract(shippingPrice(order), shippingDiscount(order));
  const returned = order.refunds.flatMap((refund) =>
    refund.order_adjustments.filter((adjustment) => adjustment.kind === "shipping_refund"),
  );
  return {
    net: add(charged, ...returned.map((adjustment) => pairOf(adjustment.amount_set))),
    tax: add(shippingTax(order), ...returned.map((adjustment) => pairOf(adjustment.tax_amount_set))),
  };
}

export function shippingPrice(order: OrderPayload): Pair {
  return add(...order.shipping_lines.map((line) => pairOf(line.price_set)));
}

export function shippingDiscount(order: OrderPayload): Pair {
  return add(...order.shipping_lines.map(discountOf));
}

export function shippingTax(order: OrderPayload): Pair {
  return add(...order.shipping_lines.map(taxOf));
}

/** The tax in `given` back of the shipping: in proportion, and all of the rest with the last of it. */
export function taxOfShippingRefund(order: OrderPayload, given: Pair): Pair {
  const left = shippingLeft(order);
  if (left.net.shop === 0) return NOTHING;
  return both((side) => divide(BigInt(left.tax[side]) * BigInt(given[side]), BigInt(left.net[side])));
}
