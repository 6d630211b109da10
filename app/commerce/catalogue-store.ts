import type { ProductId } from "../loyalty/ids.ts";
import type { Money } from "../loyalty/money.ts";
import type { Instant } from "../loyalty/time.ts";
import type { Page } from "./store-state.ts";

/** A product as the store sells it. */
export interface SoldProduct {
  id: ProductId;
  title: string;
  handle: string | null;
  vendor: string | null;
  productType: string | null;
  tags: string[];
  /** Handles. */
  collections: string[];
  /** The lowest of its variants'; null where the store does not say. */
  price: Money | null;
  /** What one costs the merchant, where they told the store: the lowest of its variants'. */
  cost: Money | null;
  image: string | null;
  status: "active" | "draft" | "archived" | "unlisted";
  /** Stands in the online store. */
  published: boolean;
  /** Whether the store counts how many are left. */
  tracked: boolean;
  /** Can be bought now. */
  inStock: boolean;
  giftCard: boolean;
  createdAt: Instant;
}

/** What word of a change says of it. */
export interface ChangedProduct extends Omit<SoldProduct, "tracked" | "inStock" | "cost" | "collections"> {
  /** Something is left of it, or it is sold beyond that; says nothing of a product whose stock is not counted. */
  sellable: boolean;
}

export interface CatalogueStore {
  /** A page of everything the store sells, or could; `currency` is that of the shop. */
  listProducts(
    shopDomain: string,
    page: { currency: string; after: string | null },
  ): Promise<Page<SoldProduct>>;
}
