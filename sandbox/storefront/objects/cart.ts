import { pairOf } from "../../commerce/money.ts";
import type { OrderPayload } from "../../state/order-payload.ts";
import type { Order } from "../../state/types.ts";
import type { CartLine } from "../session.ts";
import type { Catalogue, ProductObject, VariantObject } from "./catalogue.ts";
import { minorToPrice } from "./prices.ts";

/**
 * Liquid's cart. Lines whose variant is no longer sold are left out. `discounted` is the order that it would make with
 * the codes that were typed: discounts of products stand on their lines, those of the order on the cart.
 */
export function cartObject(
  lines: readonly CartLine[],
  catalogue: Catalogue,
  shop: { currency: string; taxesIncluded: boolean },
  discounted: Order | null,
) {
  const discounts = discounted ? discountsOf(discounted.payload) : [];
  const items = lines.flatMap((line) => {
    const product = catalogue.findByVariant(line.variant);
    const found = product?.variants.find((variant) => variant.id === line.variant);
    if (!product || !found) return [];
    return [
      lineItem(
        catalogue.productObject(product, line.variant),
        catalogue.variantObject(product, found),
        line.quantity,
        discounts.filter((discount) => discount.variant === line.variant),
      ),
    ];
  });
  const original = items.reduce((total, item) => total + item.original_line_price, 0);
  const subtotal = items.reduce((total, item) => total + item.final_line_price, 0);
  const whole = discounts.filter(({ variant }) => variant === null);
  return {
    items,
    item_count: items.reduce((count, item) => count + item.quantity, 0),
    "empty?": items.length === 0,
    currency: { iso_code: shop.currency, symbol: symbolOf(shop.currency) },
    taxes_included: shop.taxesIncluded,
    requires_shipping: items.some((item) => item.requires_shipping),
    items_subtotal_price: subtotal,
    original_total_price: original,
    total_price: subtotal - sum(whole),
    total_discount: sum(discounts),
    cart_level_discount_applications: Object.entries(Object.groupBy(whole, ({ title }) => title)).map(
      ([title, parts = []]) => ({ title, type: "discount_code", total_allocated_amount: sum(parts) }),
    ),
  };
}

function symbolOf(currency: string): string {
  const format = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  });
  return format.formatToParts(0).find(({ type }) => type === "currency")?.value ?? currency;
}

/** `variant` is null for what is taken off the whole order. */
type LineDiscount = { title: string; amount: number; variant: string | null };

function discountsOf(order: OrderPayload): LineDiscount[] {
  return order.line_items.flatMap((line) =>
    line.discount_allocations.flatMap(({ amount_set, discount_application_index: index }) => {
      const application = order.discount_applications[index];
      if (!application) return [];
      const amount = minorToPrice(pairOf(amount_set).shop, order.currency);
      const whole = application.target_selection === "all";
      const title = application.code ?? application.title ?? "";
      return [{ title, amount, variant: whole ? null : String(line.variant_id) }];
    }),
  );
}

function sum(discounts: LineDiscount[]): number {
  return discounts.reduce((total, { amount }) => total + amount, 0);
}

function lineItem(
  product: ProductObject,
  variant: VariantObject,
  quantity: number,
  discounts: LineDiscount[],
) {
  const discount = sum(discounts);
  const price = variant.price * quantity;
  return {
    key: String(variant.id),
    id: variant.id,
    product_id: product.id,
    variant_id: variant.id,
    product,
    variant,
    title: product.title,
    vendor: product.vendor,
    quantity,
    url: variant.url,
    image: product.featured_image,
    gift_card: product["gift_card?"],
    requires_shipping: variant.requires_shipping,
    taxable: variant.taxable,
    price: variant.price,
    original_price: variant.price,
    final_price: Math.round((price - discount) / quantity),
    line_price: price,
    original_line_price: price,
    final_line_price: price - discount,
    total_discount: discount,
    line_level_discount_allocations: discounts.map(({ title, amount }) => ({
      amount,
      discount_application: { title },
    })),
  };
}
