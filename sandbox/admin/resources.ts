import { gid, idOf } from "../state/ids.ts";
import type { Product, ProductCollection, Shop, Variant } from "../state/types.ts";
import type { Choice } from "./frame/picker.ts";
import type { AdminVisit } from "./handle.ts";
import type { ResourceType } from "./protocol.ts";
import { matcher } from "./search-query.ts";

const MOST_ROWS = 50;

/** The rows of the resource picker for what was typed (`query`) within what the app allows (`filter`). */
export function findResources(visit: AdminVisit, type: ResourceType, search: URLSearchParams): Choice[] {
  const wanted = matcher(`${search.get("query") ?? ""} ${search.get("filter") ?? ""}`);
  if (type === "collection") {
    const collections = visit.sandbox.store.collection(visit.shop.domain, "collection").list();
    return collections
      .filter((collection) => wanted({ title: collection.title, id: collection.id }))
      .slice(0, MOST_ROWS)
      .map(collectionChoice);
  }
  const products = listProducts(visit)
    .filter(({ status }) => status === "active" || search.has(status === "draft" ? "drafts" : "archived"))
    .filter((product) => wanted(searchable(product)))
    .slice(0, MOST_ROWS);
  if (type === "variant")
    return products.flatMap((product) =>
      product.variants.map((variant) => variantChoice(product, variant, visit.shop)),
    );
  return products.map((product) => productChoice(product, visit.shop, search.has("variants")));
}

/** The chosen resources in the shape App Bridge hands to the app; a product carries its chosen variants only. */
export function selectedResources(visit: AdminVisit, type: ResourceType, ids: string[]): unknown[] {
  const chosen = new Set(ids);
  if (type === "collection") {
    const collections = visit.sandbox.store.collection(visit.shop.domain, "collection");
    return ids.flatMap((id) => collections.find(idOf(id)) ?? []).map(toCollectionResource);
  }
  const products = listProducts(visit);
  if (type === "variant") {
    return products.flatMap((product) =>
      product.variants
        .filter(({ id }) => chosen.has(gid("ProductVariant", id)))
        .map((variant) => toVariantResource(product, variant)),
    );
  }
  return products
    .filter(({ id }) => chosen.has(gid("Product", id)))
    .map((product) => {
      const variants = product.variants.filter(({ id }) => chosen.has(gid("ProductVariant", id)));
      return toProductResource(product, variants.length > 0 ? variants : product.variants, visit.url.origin);
    });
}

function listProducts({ sandbox, shop }: AdminVisit): Product[] {
  return sandbox.store.collection(shop.domain, "product").list();
}

function searchable({ id, title, vendor, productType, tags, status }: Product) {
  return { id, title, vendor, product_type: productType, tag: tags, status };
}

function productChoice(product: Product, shop: Shop, withVariants: boolean): Choice {
  const stock = product.variants.reduce((sum, variant) => sum + variant.inventory, 0);
  const variants = withVariants && product.variants.length > 1 ? product.variants : [];
  return {
    id: gid("Product", product.id),
    heading: product.title,
    data: [String(stock), `${product.variants[0]?.price ?? ""} ${shop.currency}`],
    badges: product.status === "active" ? [] : [{ content: product.status, tone: "info" }],
    thumbnail: product.image,
    disabled: false,
    children: variants.map((variant) => ({
      ...variantChoice(product, variant, shop),
      heading: variant.title,
      thumbnail: null,
    })),
  };
}

function variantChoice(product: Product, variant: Variant, shop: Shop): Choice {
  return {
    id: gid("ProductVariant", variant.id),
    heading: displayName(product, variant),
    data: [String(variant.inventory), `${variant.price} ${shop.currency}`],
    badges: [],
    thumbnail: product.image,
    disabled: false,
    children: [],
  };
}

function collectionChoice({ id, title, productIds }: ProductCollection): Choice {
  return {
    id: gid("Collection", id),
    heading: title,
    data: [String(productIds.length)],
    badges: [],
    thumbnail: null,
    disabled: false,
    children: [],
  };
}

function displayName(product: Product, variant: Variant): string {
  return product.variants.length > 1 ? `${product.title} - ${variant.title}` : product.title;
}

function toProductResource(product: Product, variants: Variant[], origin: string) {
  const { title, handle, vendor, productType, tags, descriptionHtml, createdAt, updatedAt } = product;
  const values = product.options.map((_, i) => [
    ...new Set(product.variants.map((variant) => variant.options[i] ?? "")),
  ]);
  return {
    id: gid("Product", product.id),
    title,
    handle,
    vendor,
    productType,
    tags,
    descriptionHtml,
    createdAt,
    updatedAt,
    status: product.status.toUpperCase(),
    hasOnlyDefaultVariant: product.variants.length === 1,
    images: product.image
      ? [{ id: gid("ProductImage", product.id), originalSrc: new URL(product.image, origin).href }]
      : [],
    options: product.options.map((name, i) => ({
      id: gid("ProductOption", `${product.id}${i}`),
      name,
      position: i + 1,
      values: values[i] ?? [],
    })),
    totalInventory: product.variants.reduce((sum, variant) => sum + variant.inventory, 0),
    totalVariants: product.variants.length,
    tracksInventory: true,
    variants: variants.map((variant) => toVariantResource(product, variant)),
  };
}

function toVariantResource(product: Product, variant: Variant) {
  return {
    id: gid("ProductVariant", variant.id),
    title: variant.title,
    displayName: displayName(product, variant),
    price: variant.price,
    compareAtPrice: variant.compareAtPrice,
    sku: variant.sku,
    inventoryQuantity: variant.inventory,
    requiresShipping: variant.requiresShipping,
    taxable: variant.taxable,
    selectedOptions: variant.options.map((value) => ({ value })),
    position: product.variants.indexOf(variant) + 1,
    product: { id: gid("Product", product.id), title: product.title, handle: product.handle },
    createdAt: variant.createdAt,
    updatedAt: variant.updatedAt,
  };
}

function toCollectionResource({
  id,
  title,
  handle,
  descriptionHtml,
  productIds,
  updatedAt,
}: ProductCollection) {
  return {
    id: gid("Collection", id),
    title,
    handle,
    descriptionHtml,
    productsCount: productIds.length,
    updatedAt,
  };
}
