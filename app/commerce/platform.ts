import type { MemberId, OrderId, ProductId } from "../loyalty/ids.ts";
import type { LoyaltyEvent } from "../loyalty/events.ts";
import type { ProductFacts } from "../loyalty/order.ts";
import type { Instant } from "../loyalty/time.ts";
import type { CatalogueStore, ChangedProduct } from "./catalogue-store.ts";
import type { GuestOrderStore } from "./guest-orders.ts";
import type { PerkStore } from "./perk-store.ts";
import type { PickStore } from "./pick-store.ts";
import type { RewardStore } from "./reward-store.ts";
import type { SegmentStore } from "./segment-store.ts";
import type { StoreState } from "./store-state.ts";
import type { ThemeStore } from "./theme-store.ts";

/** What identifies a person; kept apart from every balance, erased on request. */
export interface Person {
  customerId: MemberId;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  locale: string | null;
  /** Where they live, as ISO 3166 writes it: "GB". News kept from before it was read has none. */
  country?: string | null;
  /** All tags that the store has on them, where that was said. */
  tags?: string[] | null;
}

/** What became of a customer's tags; the others stay as they are. */
export interface TagChange {
  given: string[];
  taken: string[];
}

export interface ShopFacts {
  name: string;
  currency: string;
  timezone: string;
}

/** News of a store in the words of loyalty. Every delivery is translated into exactly one of these at the door. */
export type StoreEvent =
  /** `note`: what whoever placed an order wrote with it, told once. */
  | { kind: "points"; event: LoyaltyEvent; person: Person | null; note?: string }
  | { kind: "customer-deleted"; customerId: MemberId }
  /** `person` is what a delivery lets go of once it is no longer needed. */
  | { kind: "customer-tagged"; customerId: MemberId; person: TagChange }
  | {
      kind: "product-changed";
      productId: ProductId;
      tags: string[];
      productType: string | null;
      handle: string | null;
      /** As it is sold; left out where the shop's currency was not known, and of news kept from before it was read. */
      sold?: ChangedProduct;
    }
  | { kind: "product-deleted"; productId: ProductId }
  /** Which products it holds is not told: their facts are asked for again. */
  | { kind: "collection-changed" }
  | { kind: "shop-changed"; shop: ShopFacts }
  | { kind: "scopes-changed" }
  | { kind: "uninstalled" }
  | { kind: "data-requested"; requestId: string; customerId: MemberId; orderIds: OrderId[] }
  | { kind: "customer-redacted"; customerId: MemberId; orderIds: OrderId[] }
  | { kind: "shop-redacted" };

/** A delivery as the door hands it on, its signature already checked. */
export interface Delivery {
  shopDomain: string;
  webhookId: string;
  topic: string;
  eventId: string | null;
  triggeredAt: Instant | null;
  /** The body as it was sent. */
  body: string;
}

/** A delivery that cannot be understood. The message says what is wrong, in words for the merchant's dead letters. */
export class UnreadableDelivery extends Error {
  override name = "UnreadableDelivery";
}

/** By its name, for the app's pages are bundled apart from the adapter and have a class of their own. */
export function isUnreadable(error: unknown): error is UnreadableDelivery {
  return error instanceof Error && error.name === "UnreadableDelivery";
}

/** The body names another shop than the one it is said to come from: the signature is over the body alone. */
export class ForeignDelivery extends Error {
  override name = "ForeignDelivery";
}

/** The store could not answer just now; trying again later is right. */
export class StoreUnavailable extends Error {
  override name = "StoreUnavailable";
}

/** One JSON value that the storefront reads without asking us. */
export interface CustomerSummary {
  customerId: MemberId;
  summary: unknown;
}

export interface Unpublished {
  /** Customers that the store no longer has. */
  gone: MemberId[];
  refused: { customerId: MemberId; why: string }[];
}

/** What orders are evaluated by, and where its page is; the handle is left out where it was not asked for. */
export interface StoreProduct extends ProductFacts {
  handle?: string | null;
}

/** THE PORT: what loyalty needs of a commerce platform. An adapter is one folder beside this file. */
export interface CommercePlatform
  extends
    StoreState,
    CatalogueStore,
    RewardStore,
    PerkStore,
    PickStore,
    GuestOrderStore,
    ThemeStore,
    SegmentStore {
  /** Throws UnreadableDelivery and ForeignDelivery. */
  translate(
    delivery: Pick<Delivery, "shopDomain" | "topic" | "body">,
    shopCurrency: string | null,
  ): StoreEvent;
  shopFacts(shopDomain: string): Promise<ShopFacts>;
  /** Facts of the products that the store still has; the others are missing from the answer. */
  productFacts(shopDomain: string, ids: ProductId[]): Promise<StoreProduct[]>;
  /** Customers with these addresses (in lower case), by address; who has none of them is missing from the answer. */
  customersByEmail(shopDomain: string, emails: readonly string[]): Promise<Map<string, MemberId[]>>;
  /** Writes what it can, and answers what it could not. */
  publishSummaries(shopDomain: string, summaries: CustomerSummary[]): Promise<Unpublished>;
  /** Leaves nothing of what was published of these customers; of whom there is nothing, nothing is said. */
  forgetSummaries(shopDomain: string, customerIds: MemberId[]): Promise<void>;
  publishProgramme(shopDomain: string, summary: unknown): Promise<void>;
}
