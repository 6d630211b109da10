import { Refusal } from "../http/answer.ts";
import { gid } from "../state/ids.ts";
import type { LineItem, ShippingLine, TaxLine } from "../state/order-payload.ts";
import type { Currencies, Pair, Product, Taxes, Variant } from "../state/types.ts";
import type { LineInput, LineRef } from "./actions.ts";
import { both, divide, fraction, moneySet, NOTHING, readPair, toAmount } from "./money.ts";
import type { Scene } from "./scene.ts";

/** A line as it is placed: full quantity, no discount and no tax yet. */
export function buildLine(scene: Scene, input: LineInput, currencies: Currencies): LineItem {
  if (!Number.isInteger(input.quantity) || input.quantity < 1)
    throw new Refusal(`A line needs a whole quantity of at least 1, not ${input.quantity}.`);
  if (input.variant === undefined) return customLine(scene, input, currencies);
  const { product, variant } = scene.variant(input.variant);
  const plain = variant.title === "Default Title";
  return lineItem(scene, currencies, {
    title: input.title ?? product.title,
    variantTitle: plain ? null : variant.title,
    price: input.price ?? variant.price,
    quantity: input.quantity,
    properties: input.properties ?? [],
    product,
    variant,
  });
}

function customLine(scene: Scene, input: LineInput, currencies: Currencies): LineItem {
  if (input.title === undefined || input.price === undefined)
    throw new Refusal("A line names a variant, or has a title and a price of its own.");
  return lineItem(scene, currencies, {
    title: input.title,
    variantTitle: null,
    price: input.price,
    quantity: input.quantity,
    properties: input.properties ?? [],
  });
}

type LineParts = {
  title: string;
  variantTitle: string | null;
  price: string;
  quantity: number;
  properties: { name: string; value: string }[];
  product?: Product;
  variant?: Variant;
};

function lineItem(scene: Scene, currencies: Currencies, parts: LineParts): LineItem {
  const { product, variant, quantity } = parts;
  const id = scene.store.nextNumber("line");
  const price = readPair(parts.price, currencies);
  if (price.shop < 0) throw new Refusal(`A price is never below 0 (${parts.price}).`);
  return {
    id,
    admin_graphql_api_id: gid("LineItem", id),
    attributed_staffs: [],
    current_quantity: quantity,
    fulfillable_quantity: quantity,
    fulfillment_service: "manual",
    fulfillment_status: null,
    gift_card: product?.giftCard ?? false,
    grams: variant?.grams ?? 0,
    name: parts.variantTitle === null ? parts.title : `${parts.title} - ${parts.variantTitle}`,
    price: toAmount(price.shop, currencies.shop),
    price_set: moneySet(price, currencies),
    product_exists: product !== undefined,
    product_id: product ? Number(product.id) : null,
    properties: parts.properties,
    quantity,
    requires_shipping: variant?.requiresShipping ?? false,
    sales_line_item_group_id: null,
    sku: variant?.sku ?? "",
    taxable: variant?.taxable ?? true,
    title: parts.title,
    total_discount: toAmount(0, currencies.shop),
    total_discount_set: moneySet(NOTHING, currencies),
    variant_id: variant ? Number(variant.id) : null,
    variant_inventory_management: variant ? "shopify" : null,
    variant_title: parts.variantTitle,
    vendor: product?.vendor ?? null,
    tax_lines: [],
    duties: [],
    discount_allocations: [],
  };
}

/** Shopify writes a tip as a line that names how it was paid. */
export function tipLine(scene: Scene, tip: string, currencies: Currencies, gateway: string): LineItem {
  const line = customLine(scene, { title: "Tip", price: tip, quantity: 1 }, currencies);
  return { ...line, taxable: false, tip_payment_gateway: gateway, tip_payment_method: "card" };
}

export function shippingLine(
  scene: Scene,
  shipping: { title: string; price: string },
  currencies: Currencies,
): ShippingLine {
  const price = readPair(shipping.price, currencies);
  return {
    id: scene.store.nextNumber("shippingLine"),
    code: shipping.title,
    title: shipping.title,
    source: "shopify",
    carrier_identifier: null,
    is_removed: false,
    phone: null,
    price: toAmount(price.shop, currencies.shop),
    price_set: moneySet(price, currencies),
    discounted_price: toAmount(price.shop, currencies.shop),
    discounted_price_set: moneySet(price, currencies),
    requested_fulfillment_service_id: null,
    tax_lines: [],
    discount_allocations: [],
  };
}

/** The tax on `net`: contained in it, or on top; none at a rate of 0. */
export function taxLines(net: Pair, taxes: Taxes, currencies: Currencies): TaxLine[] {
  const { numerator, denominator } = fraction(taxes.rate);
  if (numerator === 0n) return [];
  const base = taxes.included ? denominator + numerator : denominator;
  const price = both((side) => divide(BigInt(net[side]) * numerator, base));
  return [
    {
      title: taxes.title,
      rate: Number(taxes.rate),
      channel_liable: false,
      price: toAmount(price.shop, currencies.shop),
      price_set: moneySet(price, currencies),
    },
  ];
}

/** By position (from 1) or id; refuses what the order does not have. */
export function requireLine(lines: LineItem[], ref: LineRef): LineItem {
  const line =
    typeof ref === "number" && ref <= lines.length
      ? lines[ref - 1]
      : lines.find(({ id }) => String(id) === String(ref));
  if (!line) throw new Refusal(`The order has no line ${ref}; it has ${lines.length}.`, 404);
  return line;
}
