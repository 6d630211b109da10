/** What an order is worth (points.md, section 3) and what that earns (section 4), for one known state of it. */
import {
  ONE,
  ZERO,
  atLeastZero,
  compare,
  floor,
  fraction,
  minus,
  over,
  plus,
  sum,
  times,
} from "./fraction.ts";
import type { Fraction } from "./fraction.ts";
import type { Decimal, LinePayload, Match, MoneySet, OrderPayload, Product } from "./case-format.ts";
import type { Programme, RefundPayload, Rule } from "./case-format.ts";

export interface Worth {
  /** Lines that earn, in the order of the payload; what is excluded has value 0. */
  lines: { line: LinePayload; value: Fraction }[];
  value: Fraction;
}

function shopMoney(set: MoneySet | undefined, plain: Decimal): Fraction {
  return fraction(set ? set.shop_money.amount : plain);
}

function isTip(line: LinePayload): boolean {
  return Boolean(line.tip_payment_gateway ?? line.tip_payment_method);
}

/** The value of a line before any discrepancy: what was sold less what was given back or taken out. */
function lineValue(line: LinePayload, refunds: RefundPayload[], taxesIncluded: boolean): Fraction {
  const refunded = refunds
    .flatMap((refund) => refund.refund_line_items)
    .filter((of) => of.line_item_id === line.id);
  const price = shopMoney(line.price_set, line.price);
  const discount = sum(line.discount_allocations.map((of) => shopMoney(of.amount_set, of.amount)));
  const tax = taxesIncluded ? sum(line.tax_lines.map((of) => shopMoney(of.price_set, of.price))) : ZERO;

  let value = minus(minus(times(price, fraction(line.quantity)), discount), tax);
  for (const of of refunded) {
    value = minus(value, shopMoney(of.subtotal_set, of.subtotal));
    if (taxesIncluded) value = plus(value, shopMoney(of.total_tax_set, of.total_tax));
  }
  const refundedUnits = refunded.reduce((units, of) => units + of.quantity, 0);
  const missing = line.quantity - (line.current_quantity ?? line.quantity) - refundedUnits;
  if (missing > 0) {
    const share = over(plus(discount, tax), fraction(line.quantity));
    value = minus(value, times(minus(price, share), fraction(missing)));
  }
  return atLeastZero(value);
}

function names(match: Match, key: keyof Match, line: LinePayload, products: Product[]): boolean {
  const wanted: string[] = (match[key] ?? []).map(String);
  const product = products.find((of) => of.id === line.product_id);
  const found = {
    productTags: product?.tags ?? [],
    productIds: line.product_id === null ? [] : [String(line.product_id)],
    variantIds: line.variant_id === null ? [] : [String(line.variant_id)],
    vendors: line.vendor === null ? [] : [line.vendor],
    productTypes: product ? [product.productType] : [],
    collections: product?.collections ?? [],
  }[key];
  return found.some((value) => wanted.includes(value));
}

const KEYS = ["productTags", "productIds", "variantIds", "vendors", "productTypes", "collections"] as const;

/** A `match` wants every key it has; without one every line fits. */
function fits(rule: Rule, line: LinePayload, products: Product[]): boolean {
  const match = rule.match ?? {};
  return KEYS.every((key) => match[key] === undefined || names(match, key, line, products));
}

function isExcluded(programme: Programme, line: LinePayload, products: Product[]): boolean {
  const exclude = programme.earning.exclude ?? {};
  if (line.gift_card && exclude.giftCards !== false) return true;
  return KEYS.some((key) => names(exclude, key, line, products));
}

/** What each line and the whole order is worth under a version, once all refunds known are taken off. */
export function worthOf(
  order: OrderPayload,
  refunds: RefundPayload[],
  programme: Programme,
  products: Product[],
): Worth {
  const sold = order.line_items.filter((line) => !isTip(line));
  const values = sold.map((line) => lineValue(line, refunds, order.taxes_included));
  const discrepancy = sum(
    refunds
      .flatMap((refund) => refund.order_adjustments)
      .filter((adjustment) => adjustment.kind === "refund_discrepancy")
      .map((adjustment) => shopMoney(adjustment.amount_set, adjustment.amount)),
  );
  const total = sum(values);
  const lines = sold.map((line, index) => {
    let value = values[index] ?? ZERO;
    if (compare(discrepancy, ZERO) < 0 && compare(total, ZERO) > 0) {
      value = atLeastZero(plus(value, over(times(discrepancy, value), total)));
    }
    return { line, value: isExcluded(programme, line, products) ? ZERO : value };
  });
  return { lines, value: sum(lines.map(({ value }) => value)) };
}

/** `from` is the first instant of a rule's window, `to` the first one after it. */
export function holds(rule: Rule, at: number): boolean {
  if (rule.from !== undefined && at < Date.parse(rule.from)) return false;
  return rule.to === undefined || at < Date.parse(rule.to);
}

function lineMultiplier(programme: Programme, line: LinePayload, products: Product[], at: number): Fraction {
  const factors = programme.earning.rules
    .filter((rule) => rule.on === "order" && rule.multiply !== undefined)
    .filter((rule) => holds(rule, at) && fits(rule, line, products))
    .map((rule) => fraction(rule.multiply ?? "1"));
  if (factors.length === 0) return ONE;
  if (programme.earning.combine === "stack") return factors.reduce(times);
  return factors.reduce((largest, factor) => (compare(factor, largest) > 0 ? factor : largest));
}

function bonusApplies(rule: Rule, worth: Worth, products: Product[]): boolean {
  if (compare(worth.value, ZERO) <= 0) return false;
  if (rule.minimum !== undefined && compare(worth.value, fraction(rule.minimum)) < 0) return false;
  return worth.lines.some(({ line, value }) => compare(value, ZERO) > 0 && fits(rule, line, products));
}

export interface Earner {
  programme: Programme;
  products: Product[];
  processedAt: number;
  /** The id of the level the order fixed, or null. */
  level: string | null;
  isFirstOrder: boolean;
}

/** The points an order of this worth is entitled to. */
export function pointsOf(worth: Worth, earner: Earner): bigint {
  const { programme, products, processedAt } = earner;
  const rules = programme.earning.rules.filter((rule) => holds(rule, processedAt));
  const rates = rules.filter((rule) => rule.on === "order" && rule.rate !== undefined);
  const level = programme.tiers?.levels.find((of) => of.id === earner.level);
  const tierMultiplier = fraction(level?.multiplier ?? "1");

  const ratePoints = sum(
    worth.lines.map(({ line, value }) => {
      const rate = rates.filter((rule) => fits(rule, line, products)).at(-1)?.rate;
      if (!rate) return ZERO;
      const base = times(over(value, fraction(rate.per)), fraction(rate.points));
      return times(times(base, lineMultiplier(programme, line, products, processedAt)), tierMultiplier);
    }),
  );
  const bonuses = rules
    .filter((rule) => rule.bonus !== undefined)
    .filter((rule) => rule.on === "order" || (rule.on === "first-order" && earner.isFirstOrder))
    .filter((rule) => bonusApplies(rule, worth, products))
    .map((rule) => BigInt(rule.bonus ?? 0));
  return floor(ratePoints) + bonuses.reduce((total, bonus) => total + bonus, 0n);
}
