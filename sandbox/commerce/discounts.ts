import { Refusal } from "../http/answer.ts";
import type { DiscountApplication, LineItem, OrderPayload, ShippingLine } from "../state/order-payload.ts";
import type { Currencies, Pair } from "../state/types.ts";
import type { DiscountInput } from "./actions.ts";
import { allocate } from "./allocate.ts";
import { discountOf, isTip } from "./line-money.ts";
import { requireLine } from "./order-lines.ts";
import {
  add,
  both,
  divide,
  fraction,
  moneySet,
  pairOf,
  readPair,
  subtract,
  times,
  toAmount,
} from "./money.ts";

type Discounted = Pick<
  OrderPayload,
  "line_items" | "shipping_lines" | "discount_applications" | "discount_codes"
>;

/**
 * Applies discounts one after the other, each to what the former ones left, spread over its lines in proportion to
 * the penny. Gift cards and tips are never discounted, as at Shopify.
 */
export function applyDiscounts(order: Discounted, discounts: DiscountInput[], currencies: Currencies): void {
  for (const discount of discounts) {
    const index = order.discount_applications.length;
    order.discount_applications.push(application(discount, currencies));
    const given =
      discount.kind === "free-shipping"
        ? freeShipping(order.shipping_lines, index, currencies)
        : spread(order, discount, index, currencies);
    if (discount.code === undefined) continue;
    const type =
      discount.kind === "free-shipping"
        ? "shipping"
        : discount.kind === "fixed"
          ? "fixed_amount"
          : "percentage";
    order.discount_codes.push({ code: discount.code, amount: toAmount(given.shop, currencies.shop), type });
  }
}

function application(discount: DiscountInput, currencies: Currencies): DiscountApplication {
  const shipping = discount.kind === "free-shipping";
  const name =
    discount.code === undefined ? { title: discount.title ?? "Discount" } : { code: discount.code };
  return {
    target_type: shipping ? "shipping_line" : "line_item",
    type: discount.code === undefined ? "automatic" : "discount_code",
    value: applicationValue(discount, currencies),
    value_type: discount.kind === "fixed" ? "fixed_amount" : "percentage",
    allocation_method: shipping ? "each" : "across",
    target_selection: discount.lines ? "entitled" : "all",
    ...name,
  };
}

function applicationValue(discount: DiscountInput, currencies: Currencies): string {
  if (discount.kind === "free-shipping") return "100.0";
  if (discount.value === undefined) throw new Refusal(`A ${discount.kind} discount needs a value.`);
  if (discount.kind === "fixed") return toAmount(readPair(discount.value, currencies).shop, currencies.shop);
  return discount.value.includes(".") ? discount.value : `${discount.value}.0`;
}

function spread(order: Discounted, discount: DiscountInput, index: number, currencies: Currencies): Pair {
  const lines = (discount.lines?.map((ref) => requireLine(order.line_items, ref)) ?? order.line_items).filter(
    (line) => !line.gift_card && !isTip(line),
  );
  const left = lines.map(netOfLine);
  const all = add(...left);
  const total = amountOff(discount, all, currencies);
  const shop = allocate(
    total.shop,
    left.map((net) => net.shop),
  );
  const presentment = allocate(
    total.presentment,
    left.map((net) => net.presentment),
  );
  lines.forEach((line, i) => {
    const part = { shop: shop[i] ?? 0, presentment: presentment[i] ?? 0 };
    if (part.shop > 0) line.discount_allocations.push(allocation(part, index, currencies));
  });
  return total;
}

function amountOff(discount: DiscountInput, all: Pair, currencies: Currencies): Pair {
  const value = discount.value ?? "0";
  if (discount.kind === "fixed") {
    const wanted = readPair(value, currencies);
    return both((side) => Math.min(wanted[side], all[side]));
  }
  const { numerator, denominator } = fraction(value);
  if (numerator > denominator * 100n) throw new Refusal("A percentage is at most 100.");
  return both((side) => divide(BigInt(all[side]) * numerator, denominator * 100n));
}

function freeShipping(lines: ShippingLine[], index: number, currencies: Currencies): Pair {
  const given = lines.map((line) => {
    const left = subtract(pairOf(line.price_set), discountOf(line));
    line.discount_allocations.push(allocation(left, index, currencies));
    const discounted = subtract(pairOf(line.price_set), discountOf(line));
    line.discounted_price = toAmount(discounted.shop, currencies.shop);
    line.discounted_price_set = moneySet(discounted, currencies);
    return left;
  });
  return add(...given);
}

function allocation(part: Pair, index: number, currencies: Currencies) {
  return {
    amount: toAmount(part.shop, currencies.shop),
    amount_set: moneySet(part, currencies),
    discount_application_index: index,
  };
}

function netOfLine(line: LineItem): Pair {
  return subtract(times(pairOf(line.price_set), line.quantity), discountOf(line));
}
