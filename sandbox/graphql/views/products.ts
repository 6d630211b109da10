import { gid } from "../../state/ids.ts";
import type { Product, ProductCollection, Variant } from "../../state/types.ts";
import { connect, count, type CountArgs, type ListArgs, type Listing } from "../engine/connection.ts";
import type { Context } from "../engine/context.ts";
import { notInTheSandbox, type Fields, type View } from "../engine/resolve.ts";
import { dateTime, enumOf } from "./common.ts";
import { numberOf } from "./ids.ts";
import { metafieldFields } from "./metafields.ts";
import { decimal, moneyV2 } from "./money.ts";

export function productView(context: Context, product: Product): View {
  const collections = () =>
    collectionListing(context, context.collection("collection").findBy("product", product.id));
  return {
    __typename: "Product",
    id: gid("Product", product.id),
    legacyResourceId: product.id,
    handle: product.handle,
    title: product.title,
    descriptionHtml: product.descriptionHtml,
    vendor: product.vendor,
    productType: product.productType,
    tags: [...product.tags].sort(),
    status: enumOf(product.status),
    isGiftCard: product.giftCard,
    hasOnlyDefaultVariant: product.variants.length === 1 && product.options[0] === "Title",
    publishedAt: product.status === "active" ? dateTime(product.createdAt) : null,
    featuredMedia: () => (product.image === null ? null : pictureView(context, product, product.image)),
    tracksInventory: true,
    totalInventory: product.variants.reduce((sum, variant) => sum + variant.inventory, 0),
    priceRangeV2: () => priceRange(context, product),
    variants: (args: ListArgs) =>
      connect(
        args,
        variantListing(
          context,
          product.variants.map((variant) => ({ product, variant })),
        ),
      ),
    variantsCount: () => ({ count: product.variants.length, precision: "EXACT" }),
    collections: (args: ListArgs) => connect(args, collections()),
    inCollection: ({ id }: { id: string }) =>
      collections().docs.some((collection) => collection.id === numberOf(id, "Collection")),
    createdAt: dateTime(product.createdAt),
    updatedAt: dateTime(product.updatedAt),
    ...metafieldFields("PRODUCT", product.id),
  };
}

export type ProductVariant = { product: Product; variant: Variant };

export function variantView(context: Context, { product, variant }: ProductVariant): View {
  return {
    __typename: "ProductVariant",
    id: gid("ProductVariant", variant.id),
    legacyResourceId: variant.id,
    title: variant.title,
    displayName: `${product.title} - ${variant.title}`,
    price: decimal(variant.price),
    compareAtPrice: variant.compareAtPrice === null ? null : decimal(variant.compareAtPrice),
    sku: variant.sku,
    inventoryQuantity: variant.inventory,
    inventoryPolicy: "DENY",
    availableForSale: variant.inventory > 0,
    inventoryItem: () => inventoryItemView(context, variant),
    taxable: variant.taxable,
    position: product.variants.indexOf(variant) + 1,
    selectedOptions: product.options.map((name, index) => ({ name, value: variant.options[index] ?? "" })),
    product: () => productView(context, product),
    createdAt: dateTime(variant.createdAt),
    updatedAt: dateTime(variant.updatedAt),
    ...metafieldFields("PRODUCTVARIANT", variant.id),
  };
}

function inventoryItemView({ shop }: Context, variant: Variant): View {
  return {
    __typename: "InventoryItem",
    id: gid("InventoryItem", variant.id),
    tracked: true,
    sku: variant.sku,
    unitCost: variant.cost === undefined ? null : moneyV2(variant.cost, shop.currency),
  };
}

function pictureView({ sandbox }: Context, product: Product, path: string): View {
  const image = {
    __typename: "Image",
    url: new URL(path, sandbox.urls.shopify).href,
    altText: product.title,
  };
  return {
    __typename: "MediaImage",
    id: gid("MediaImage", product.id),
    alt: product.title,
    preview: { __typename: "MediaPreviewImage", image, status: "READY" },
  };
}

export function collectionView(context: Context, collection: ProductCollection): View {
  const place = ({ id }: Product) => collection.productIds.indexOf(id);
  const listing = (): Listing<Product> => {
    const docs = collection.productIds.flatMap((id) => context.collection("product").find(id) ?? []);
    const products = productListing(context, docs);
    return { ...products, sortKeys: { ...products.sortKeys, COLLECTION_DEFAULT: place, MANUAL: place } };
  };
  return {
    __typename: "Collection",
    id: gid("Collection", collection.id),
    legacyResourceId: collection.id,
    handle: collection.handle,
    title: collection.title,
    descriptionHtml: collection.descriptionHtml,
    products: (args: ListArgs) => connect(args, listing()),
    productsCount: () => ({ count: collection.productIds.length, precision: "EXACT" }),
    hasProduct: ({ id }: { id: string }) => collection.productIds.includes(numberOf(id, "Product")),
    updatedAt: dateTime(collection.updatedAt),
    ...metafieldFields("COLLECTION", collection.id),
  };
}

export function findVariant(context: Context, id: string): ProductVariant | null {
  const product = context.collection("product").firstBy("variant", id);
  const variant = product?.variants.find((candidate) => candidate.id === id);
  return product && variant ? { product, variant } : null;
}

export function productListing(
  context: Context,
  docs = context.collection("product").list(),
): Listing<Product> {
  return {
    resource: "products",
    docs,
    idOf: (product) => product.id,
    view: (product) => productView(context, product),
    search: {
      id: (product) => [product.id],
      title: (product) => [product.title],
      handle: (product) => [product.handle],
      vendor: (product) => [product.vendor],
      product_type: (product) => [product.productType],
      status: (product) => [product.status],
      tag: (product) => product.tags,
      sku: (product) => product.variants.map((variant) => variant.sku),
      created_at: (product) => [product.createdAt],
      updated_at: (product) => [product.updatedAt],
    },
    sortKeys: {
      TITLE: (product) => product.title,
      VENDOR: (product) => product.vendor,
      PRODUCT_TYPE: (product) => product.productType,
      CREATED_AT: (product) => product.createdAt,
      CREATED: (product) => product.createdAt,
      UPDATED_AT: (product) => product.updatedAt,
    },
  };
}

export function variantListing(context: Context, docs: ProductVariant[]): Listing<ProductVariant> {
  return {
    resource: "productVariants",
    docs,
    idOf: ({ variant }) => variant.id,
    view: (doc) => variantView(context, doc),
    search: {
      id: ({ variant }) => [variant.id],
      sku: ({ variant }) => [variant.sku],
      product_id: ({ product }) => [product.id],
    },
    sortKeys: {
      POSITION: ({ product, variant }) => product.variants.indexOf(variant),
      SKU: ({ variant }) => variant.sku,
    },
  };
}

export function collectionListing(
  context: Context,
  docs = context.collection("collection").list(),
): Listing<ProductCollection> {
  return {
    resource: "collections",
    docs,
    idOf: (collection) => collection.id,
    view: (collection) => collectionView(context, collection),
    search: {
      id: (collection) => [collection.id],
      title: (collection) => [collection.title],
      handle: (collection) => [collection.handle],
      updated_at: (collection) => [collection.updatedAt],
    },
    sortKeys: { TITLE: (collection) => collection.title, UPDATED_AT: (collection) => collection.updatedAt },
  };
}

function allVariants(context: Context): ProductVariant[] {
  return context
    .collection("product")
    .list()
    .flatMap((product) => product.variants.map((variant) => ({ product, variant })));
}

function priceRange({ shop }: Context, { variants }: Product): View {
  const prices = variants.map((variant) => variant.price).sort((a, b) => Number(a) - Number(b));
  return {
    minVariantPrice: moneyV2(prices[0] ?? "0", shop.currency),
    maxVariantPrice: moneyV2(prices.at(-1) ?? "0", shop.currency),
  };
}

/** Fields of the query root. */
export const productQueries = {
  product: ({ id }: { id: string }, context) => {
    const product = context.collection("product").find(numberOf(id, "Product"));
    return product && productView(context, product);
  },
  productByIdentifier: ({ identifier }: { identifier: { id?: string; handle?: string } }, context) => {
    const { id, handle } = identifier;
    if (id == null && handle == null) throw notInTheSandbox("a product by a custom id");
    const products = context.collection("product");
    const product =
      id == null
        ? products.list().find((candidate) => candidate.handle === handle)
        : products.find(numberOf(id, "Product"));
    return product ? productView(context, product) : null;
  },
  products: (args: ListArgs, context) => connect(args, productListing(context)),
  productsCount: (args: CountArgs, context) => count(args, productListing(context)),
  productVariant: ({ id }: { id: string }, context) => {
    const found = findVariant(context, numberOf(id, "ProductVariant"));
    return found && variantView(context, found);
  },
  productVariants: (args: ListArgs, context) => connect(args, variantListing(context, allVariants(context))),
  collection: ({ id }: { id: string }, context) => {
    const collection = context.collection("collection").find(numberOf(id, "Collection"));
    return collection && collectionView(context, collection);
  },
  collectionByIdentifier: ({ identifier }: { identifier: { id?: string; handle?: string } }, context) => {
    const { id, handle } = identifier;
    if (id == null && handle == null) throw notInTheSandbox("a collection by a custom id");
    const collections = context.collection("collection");
    const collection =
      id == null ? collections.firstBy("handle", handle ?? "") : collections.find(numberOf(id, "Collection"));
    return collection && collectionView(context, collection);
  },
  collections: (args: ListArgs, context) => connect(args, collectionListing(context)),
} satisfies Fields;
