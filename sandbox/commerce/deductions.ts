import { Refusal } from "../http/answer.ts";
import type { DiscountApplication, LineItem, OrderPayload, ShippingLine } from "../state/order-payload.ts";
import type { Amount, Currencies, Pair } from "../state/types.ts";
import { allocate } from "./allocate.ts";
import { discountOf } from "./line-money.ts";
import {
  add,
  both,
  divide,
  fraction,
  moneySet,
  NOTHING,
  pairOf,
  readPair,
  share,
  subtract,
  times,
  toAmount,
} from "./money.ts";

export type Discounted = Pick<
  OrderPayload,
  "line_items" | "shipping_lines" | "discount_applications" | "discount_codes"
>;

/** Some units of a line: a discount may be for a part of them only. */
export type Units = { line: LineItem; quantity: number };

/** One discount as it is taken off one order. */
export type Deduction = {
  /** A code that the shopper typed, or the title of an automatic discount. */
  name: { code: string } | { title: string };
  /** "10" = 10 %, or money in the shop's currency. */
  value: { percent: string } | { amount: Amount };
  from:
    | { shipping: true }
    /** Across: once over all units, in proportion. Each: from every unit. */
    | { shipping: false; units: Units[]; method: "across" | "each"; selection: "all" | "entitled" };
};

/** Takes a discount off what the former ones left, exactly; answers how much it was. */
export function deduct(order: Discounted, deduction: Deduction, currencies: Currencies): Pair {
  const index = order.discount_applications.length;
  order.discount_applications.push(application(deduction, currencies));
  const { from } = deduction;
  const given = from.shipping
    ? offShipping(order.shipping_lines, index, currencies)
    : from.method === "each"
      ? offEach(from.units, deduction.value, { index, currencies })
      : offAll(from.units, deduction.value, { index, currencies });
  if ("code" in deduction.name)
    order.discount_codes.push({
      code: deduction.name.code,
      amount: toAmount(given.shop, currencies.shop),
      type: from.shipping ? "shipping" : "amount" in deduction.value ? "fixed_amount" : "percentage",
    });
  return given;
}

function application({ name, value, from }: Deduction, currencies: Currencies): DiscountApplication {
  return {
    target_type: from.shipping ? "shipping_line" : "line_item",
    type: "code" in name ? "discount_code" : "automatic",
    value: "amount" in value ? wholeAmount(value.amount, currencies) : withPoint(value.percent),
    value_type: "amount" in value ? "fixed_amount" : "percentage",
    allocation_method: from.shipping ? "each" : from.method,
    target_selection: from.shipping ? "all" : from.selection,
    ...name,
  };
}

function wholeAmount(amount: Amount, currencies: Currencies): string {
  return toAmount(readPair(amount, currencies).shop, currencies.shop);
}

function withPoint(percent: string): string {
  return percent.includes(".") ? percent : `${percent}.0`;
}

type Place = { index: number; currencies: Currencies };

/** One amount over all units, to the penny: what is left after rounding goes to the largest remainders. */
function offAll(units: Units[], value: Deduction["value"], { index, currencies }: Place): Pair {
  const left = units.map(leftOf);
  const total = amountOff(value, add(...left), { times: 1, currencies });
  const shop = allocate(
    total.shop,
    left.map((net) => net.shop),
  );
  const presentment = allocate(
    total.presentment,
    left.map((net) => net.presentment),
  );
  units.forEach(({ line }, i) => {
    const part = { shop: shop[i] ?? 0, presentment: presentment[i] ?? 0 };
    if (part.shop > 0 || part.presentment > 0)
      line.discount_allocations.push(allocation(part, index, currencies));
  });
  return total;
}

function offEach(units: Units[], value: Deduction["value"], { index, currencies }: Place): Pair {
  const parts = units.map((part) => {
    const amount = amountOff(value, leftOf(part), { times: part.quantity, currencies });
    if (amount.shop > 0 || amount.presentment > 0)
      part.line.discount_allocations.push(allocation(amount, index, currencies));
    return amount;
  });
  return add(...parts);
}

function amountOff(
  value: Deduction["value"],
  left: Pair,
  { times: count, currencies }: { times: number; currencies: Currencies },
): Pair {
  if ("amount" in value) {
    const wanted = times(readPair(value.amount, currencies), count);
    return both((side) => Math.min(wanted[side], left[side]));
  }
  const { numerator, denominator } = fraction(value.percent);
  if (numerator > denominator * 100n) throw new Refusal("A percentage is at most 100.");
  return both((side) => divide(BigInt(left[side]) * numerator, denominator * 100n));
}

function offShipping(lines: ShippingLine[], index: number, currencies: Currencies): Pair {
  const given = lines.map((line) => {
    const left = subtract(pairOf(line.price_set), discountOf(line));
    line.discount_allocations.push(allocation(left, index, currencies));
    const discounted = subtract(pairOf(line.price_set), discountOf(line));
    line.discounted_price = toAmount(discounted.shop, currencies.shop);
    line.discounted_price_set = moneySet(discounted, currencies);
    return left;
  });
  return add(NOTHING, ...given);
}

function allocation(part: Pair, index: number, currencies: Currencies) {
  return {
    amount: toAmount(part.shop, currencies.shop),
    amount_set: moneySet(part, currencies),
    discount_application_index: index,
  };
}

/** What these units still cost after the discounts before. */
export function leftOf({ line, quantity }: Units): Pair {
  const net = subtract(times(pairOf(line.price_set), line.quantity), discountOf(line));
  return quantity === line.quantity ? net : share(net, quantity, line.quantity);
}
