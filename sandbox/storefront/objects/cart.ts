import type { CartLine } from "../session.ts";
import type { Catalogue, ProductObject, VariantObject } from "./catalogue.ts";

/** Liquid's cart. Lines whose variant is no longer sold are left out. */
export function cartObject(
  lines: readonly CartLine[],
  catalogue: Catalogue,
  shop: { currency: string; taxesIncluded: boolean },
) {
  const items = lines.flatMap((line) => {
    const product = catalogue.findByVariant(line.variant);
    const found = product?.variants.find((variant) => variant.id === line.variant);
    if (!product || !found) return [];
    return [
      lineItem(catalogue.productObject(product, line.variant), catalogue.variantObject(product, found), line),
    ];
  });
  const subtotal = items.reduce((total, item) => total + item.final_line_price, 0);
  return {
    items,
    item_count: items.reduce((count, item) => count + item.quantity, 0),
    "empty?": items.length === 0,
    currency: { iso_code: shop.currency },
    taxes_included: shop.taxesIncluded,
    requires_shipping: items.some((item) => item.requires_shipping),
    items_subtotal_price: subtotal,
    original_total_price: subtotal,
    total_price: subtotal,
    total_discount: 0,
    cart_level_discount_applications: [],
  };
}

export type CartObject = ReturnType<typeof cartObject>;

function lineItem(product: ProductObject, variant: VariantObject, { quantity }: CartLine) {
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
    final_price: variant.price,
    line_price: variant.price * quantity,
    original_line_price: variant.price * quantity,
    final_line_price: variant.price * quantity,
  };
}
