import type { Criteria } from "../../app/loyalty/summary.ts";

/** A product as a function's query asks for one. */
export interface FunctionProduct {
  id: string;
  vendor: string | null;
  productType: string | null;
  hasTags: { tag: string; hasTag: boolean }[];
  inCollections: { collectionId: string; isMember: boolean }[];
}

/** What lies in a cart: a thing with a price of its own has no product, and fits nothing. */
export type Merchandise<Product> =
  { __typename: "ProductVariant"; product: Product } | { __typename: "CustomProduct" };

/** Whether every key that stands there names the product; null fits everything. */
export function fits(match: Criteria | null, product: FunctionProduct): boolean {
  if (match === null) return true;
  const { productTags, productIds, vendors, productTypes, collections } = match;
  const number = product.id.slice(product.id.lastIndexOf("/") + 1);
  return (
    (productTags === undefined ||
      product.hasTags.some(({ tag, hasTag }) => hasTag && productTags.includes(tag))) &&
    (productIds === undefined || productIds.includes(number)) &&
    (vendors === undefined || (product.vendor !== null && vendors.includes(product.vendor))) &&
    (productTypes === undefined ||
      (product.productType !== null && productTypes.includes(product.productType))) &&
    (collections === undefined ||
      product.inCollections.some(
        ({ collectionId, isMember }) => isMember && collections.includes(collectionId),
      ))
  );
}
