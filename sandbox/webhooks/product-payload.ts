import { gid } from "../state/ids.ts";
import { inZone } from "../state/instants.ts";
import type { Product, ProductCollection, Shop, Variant } from "../state/types.ts";

/** products/create and products/update. */
export function productPayload(product: Product, shop: Shop) {
  const options = product.options.map((name, index) => ({
    name,
    position: index + 1,
    product_id: Number(product.id),
    values: [...new Set(product.variants.map((variant) => variant.options[index] ?? variant.title))],
  }));
  return {
    admin_graphql_api_id: gid("Product", product.id),
    body_html: product.descriptionHtml,
    created_at: inZone(product.createdAt, shop.timezone),
    handle: product.handle,
    id: Number(product.id),
    product_type: product.productType,
    published_at: inZone(product.createdAt, shop.timezone),
    template_suffix: null,
    title: product.title,
    updated_at: inZone(product.updatedAt, shop.timezone),
    vendor: product.vendor,
    status: product.status,
    published_scope: "global",
    tags: product.tags.join(", "),
    variants: product.variants.map((variant, index) => variantPayload(product, variant, index, shop)),
    options,
    images: [],
    image: null,
    media: [],
    variant_gids: product.variants.map((variant) => ({
      admin_graphql_api_id: gid("ProductVariant", variant.id),
      updated_at: inZone(variant.updatedAt, shop.timezone),
    })),
    has_variants_that_requires_components: false,
  };
}

function variantPayload(product: Product, variant: Variant, index: number, shop: Shop) {
  return {
    admin_graphql_api_id: gid("ProductVariant", variant.id),
    barcode: null,
    compare_at_price: variant.compareAtPrice,
    created_at: inZone(variant.createdAt, shop.timezone),
    id: Number(variant.id),
    inventory_policy: "deny",
    position: index + 1,
    price: variant.price,
    product_id: Number(product.id),
    sku: variant.sku,
    taxable: variant.taxable,
    title: variant.title,
    updated_at: inZone(variant.updatedAt, shop.timezone),
    option1: variant.options[0] ?? variant.title,
    option2: variant.options[1] ?? null,
    option3: variant.options[2] ?? null,
    image_id: null,
    inventory_item_id: null,
    inventory_quantity: variant.inventory,
    old_inventory_quantity: variant.inventory,
  };
}

/** collections/create and collections/update: Shopify does not say which products are in it. */
export function collectionPayload(collection: ProductCollection, shop: Shop) {
  return {
    id: Number(collection.id),
    handle: collection.handle,
    title: collection.title,
    updated_at: inZone(collection.updatedAt, shop.timezone),
    body_html: collection.descriptionHtml,
    published_at: inZone(collection.createdAt, shop.timezone),
    sort_order: "manual",
    template_suffix: null,
    published_scope: "global",
    admin_graphql_api_id: gid("Collection", collection.id),
  };
}

export function deletedCollectionPayload(collection: ProductCollection) {
  return {
    id: Number(collection.id),
    published_scope: "global",
    admin_graphql_api_id: gid("Collection", collection.id),
  };
}
