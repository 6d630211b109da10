import { gid } from "../../state/ids.ts";
import type { LineItem, OrderPayload, ShippingLine, TaxLine } from "../../state/order-payload.ts";
import type { Listing } from "../engine/connection.ts";
import type { Context } from "../engine/context.ts";
import type { View } from "../engine/resolve.ts";
import { discountAllocationView } from "./discount-applications.ts";
import { decimal, moneyBag, moneyV2 } from "./money.ts";
import { findVariant, productView, variantView } from "./products.ts";

export function lineView(context: Context, order: OrderPayload, line: LineItem): View {
  return {
    __typename: "LineItem",
    id: gid("LineItem", line.id),
    title: line.title,
    name: line.name,
    variantTitle: line.variant_title,
    sku: line.sku,
    vendor: line.vendor,
    quantity: line.quantity,
    currentQuantity: line.current_quantity,
    unfulfilledQuantity: line.fulfillable_quantity,
    isGiftCard: line.gift_card,
    taxable: line.taxable,
    requiresShipping: line.requires_shipping,
    customAttributes: line.properties.map(({ name, value }) => ({ key: name, value })),
    product: () => {
      const product =
        line.product_id === null ? null : context.collection("product").find(String(line.product_id));
      return product && productView(context, product);
    },
    variant: () => {
      const found = line.variant_id === null ? null : findVariant(context, String(line.variant_id));
      return found && variantView(context, found);
    },
    originalUnitPrice: decimal(line.price),
    originalUnitPriceSet: () => moneyBag(line.price_set),
    totalDiscountSet: () => moneyBag(line.total_discount_set),
    discountAllocations: () => line.discount_allocations.map((part) => discountAllocationView(order, part)),
    taxLines: ({ first }: { first?: number | null }) =>
      line.tax_lines.slice(0, first ?? undefined).map(taxLineView),
  };
}

export function lineListing(context: Context, order: OrderPayload): Listing<LineItem> {
  return {
    resource: "lineItems",
    docs: order.line_items,
    idOf: (line) => String(line.id),
    view: (line) => lineView(context, order, line),
  };
}

export function taxLineView(tax: TaxLine): View {
  return {
    title: tax.title,
    rate: tax.rate,
    ratePercentage: tax.rate * 100,
    price: decimal(tax.price),
    priceSet: () => moneyBag(tax.price_set),
    channelLiable: tax.channel_liable,
  };
}

export function shippingLineView(order: OrderPayload, line: ShippingLine): View {
  const { price_set, discounted_price_set } = line;
  return {
    id: gid("ShippingLine", line.id),
    title: line.title,
    code: line.code,
    source: line.source,
    isRemoved: line.is_removed,
    originalPrice: () => moneyV2(price_set.shop_money.amount, price_set.shop_money.currency_code),
    originalPriceSet: () => moneyBag(price_set),
    discountedPriceSet: () => moneyBag(discounted_price_set),
    discountAllocations: () => line.discount_allocations.map((part) => discountAllocationView(order, part)),
    taxLines: () => line.tax_lines.map(taxLineView),
  };
}

export function shippingLineListing(order: OrderPayload): Listing<ShippingLine> {
  return {
    resource: "shippingLines",
    docs: order.shipping_lines,
    idOf: (line) => String(line.id),
    view: (line) => shippingLineView(order, line),
  };
}
