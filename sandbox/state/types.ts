import type { GiftCard, StoreCreditAccount } from "./credit-types.ts";
import type { CodeBulkCreation, Discount, RedeemCode } from "./discount-types.ts";
import type { AutomaticDiscount, CartValidation } from "./function-types.ts";
import type { OrderPayload, Transaction } from "./order-payload.ts";

/** Ids are Shopify's large integers, kept as strings in code and written as JSON numbers in payloads. */
export type Id = string;
/** An instant as ISO 8601 in UTC ("2026-02-01T10:00:00Z", whole seconds, as Shopify's REST payloads are). */
export type Instant = string;
/** An amount as a decimal string with exactly the currency's decimals ("12.00", "1200" in JPY). */
export type Amount = string;

export type Taxes = {
  /** Whether prices contain the tax; otherwise it is added on top. */
  included: boolean;
  /** Decimal share, "0.2" = 20 %; "0" writes no tax lines. */
  rate: string;
  title: string;
  onShipping: boolean;
};

export type Shop = {
  domain: string;
  id: Id;
  name: string;
  email: string;
  /** ISO 4217. */
  currency: string;
  /** IANA zone. */
  timezone: string;
  country: string;
  locale: string;
  plan: { displayName: string; name: string; plus: boolean; development: boolean };
  taxes: Taxes;
  shipping: { title: string; price: Amount };
  createdAt: Instant;
  updatedAt: Instant;
};

/** One access token; refresh tokens rotate, so a spent one names its successor. */
export type Token = {
  /** The token itself: shpat_… (offline) or a user's online token. */
  id: string;
  kind: "offline" | "online";
  scopes: string[];
  createdAt: Instant;
  expiresAt: Instant | null;
  refreshToken: string | null;
  refreshTokenExpiresAt: Instant | null;
  revoked: boolean;
  userId: Id | null;
};

export type Installation = {
  /** The app's api key (client id). */
  id: string;
  handle: string;
  title: string;
  scopes: string[];
  installedAt: Instant;
  /** Null while installed. */
  uninstalledAt: Instant | null;
};

export type Variant = {
  id: Id;
  title: string;
  price: Amount;
  compareAtPrice: Amount | null;
  sku: string;
  inventory: number;
  /** What one costs the merchant; left out where they never said. */
  cost?: Amount;
  taxable: boolean;
  requiresShipping: boolean;
  /** Option values in the order of the product's options. */
  options: string[];
  grams: number;
  createdAt: Instant;
  updatedAt: Instant;
};

export type Product = {
  id: Id;
  handle: string;
  title: string;
  descriptionHtml: string;
  vendor: string;
  productType: string;
  tags: string[];
  status: "active" | "draft" | "archived";
  giftCard: boolean;
  /** Names of the options, ["Title"] where there is one variant only. */
  options: string[];
  variants: Variant[];
  /** Path of the drawn picture on the sandbox, /sandbox/pictures/{handle}.svg. */
  image: string | null;
  createdAt: Instant;
  updatedAt: Instant;
};

export type ProductCollection = {
  id: Id;
  handle: string;
  title: string;
  descriptionHtml: string;
  productIds: Id[];
  createdAt: Instant;
  updatedAt: Instant;
};

export type Address = {
  firstName: string;
  lastName: string;
  address1: string;
  city: string;
  zip: string;
  country: string;
  countryCode: string;
};

export type Customer = {
  id: Id;
  email: string | null;
  phone: string | null;
  firstName: string | null;
  lastName: string | null;
  state: "enabled" | "disabled" | "invited" | "declined";
  note: string | null;
  verifiedEmail: boolean;
  taxExempt: boolean;
  tags: string[];
  locale: string;
  address: Address | null;
  acceptsMarketing: boolean;
  /** Figures over the customer's orders, kept up by every order action. */
  ordersCount: number;
  totalSpent: Amount;
  lastOrderId: Id | null;
  /** The kept customer after a merge; such a record is listed no more. */
  mergedInto: Id | null;
  createdAt: Instant;
  updatedAt: Instant;
};

/** An amount in both currencies of an order, as integers of minor units. */
export type Pair = { shop: number; presentment: number };

/** What Shopify keeps apart from the order's payload. */
export type OrderBooks = {
  captured: Pair;
  authorized: Pair;
  givenBack: Pair;
  voided: boolean;
  /** Payments, reservations and repayments in the order in which they happened. */
  transactions: Transaction[];
  /** From which gift card or store credit account a payment came. */
  tenders?: Tender[];
};

export type Tender =
  | { transaction: number; giftCard: Id }
  /** `entry` is the debit in the account's own books. */
  | { transaction: number; storeCredit: Id; entry: Id };

export type Currencies = {
  shop: string;
  presentment: string;
  /** Decimal string: presentment money per unit of shop money; "1" where both are the same. */
  rate: string;
};

export type Order = {
  id: Id;
  /** "#1001". */
  name: string;
  customerId: Id | null;
  createdAt: Instant;
  processedAt: Instant;
  updatedAt: Instant;
  /** The truth, in the shape of Shopify's webhook payload; what is not in it stands in `books`. */
  payload: OrderPayload;
  books: OrderBooks;
  currencies: Currencies;
};

export type OwnerType =
  | "SHOP"
  | "CUSTOMER"
  | "PRODUCT"
  | "PRODUCTVARIANT"
  | "ORDER"
  | "COLLECTION"
  | "APPINSTALLATION"
  | "DISCOUNT"
  | "VALIDATION";

export type Metafield = {
  /** `{ownerType}/{ownerId}/{namespace}/{key}`: one value per place. */
  id: string;
  /** Number behind gid://shopify/Metafield/…. */
  number: Id;
  ownerType: OwnerType;
  ownerId: Id;
  /** "app--{app id}" for the app-owned namespace ("$app"). */
  namespace: string;
  key: string;
  type: string;
  value: string;
  /** Changes with the value: what GraphQL hands out as compareDigest. */
  compareDigest: string;
  createdAt: Instant;
  updatedAt: Instant;
};

export type MetafieldDefinition = {
  /** `{ownerType}/{namespace}/{key}`. */
  id: string;
  number: Id;
  ownerType: OwnerType;
  namespace: string;
  key: string;
  type: string;
  name: string;
  description: string | null;
  access: { admin: string; storefront: string; customerAccount: string };
};

export type Subscription = {
  /** `{topic} {uri}`. */
  id: string;
  number: Id;
  topic: string;
  /** Path on the app, or an absolute address. */
  uri: string;
  /** Those of the toml come with the app; the others were made by GraphQL. */
  source: "toml" | "api";
  createdAt: Instant;
};

/** What the merchant did in the theme editor; a shop without any has every block in its place, and no embed. */
export type ThemeChoice = {
  id: "main";
  /** Places of the theme where the app's blocks stand. */
  places: string[];
  /** App embeds that are turned on. */
  embeds: string[];
  updatedAt: Instant;
};

/** The work of merging two customers, which Shopify does behind its answer. */
export type MergeJob = { id: Id; customerId: Id };

/** Customers by what holds of them, in Shopify's language for that. */
export type CustomerSegment = {
  id: Id;
  name: string;
  query: string;
  createdAt: Instant;
  updatedAt: Instant;
};

/** The app's pixel, as the app activated it with the settings that its extension asks for. */
export type WebPixel = { id: Id; settings: Record<string, string> };

/** Every kind of document a shop may hold. A new kind is one line here (and one in INDEXES where it is looked up). */
export type Documents = {
  token: Token;
  installation: Installation;
  product: Product;
  collection: ProductCollection;
  customer: Customer;
  order: Order;
  metafield: Metafield;
  metafieldDefinition: MetafieldDefinition;
  subscription: Subscription;
  discount: Discount;
  redeemCode: RedeemCode;
  codeBulkCreation: CodeBulkCreation;
  storeCreditAccount: StoreCreditAccount;
  giftCard: GiftCard;
  mergeJob: MergeJob;
  automaticDiscount: AutomaticDiscount;
  validation: CartValidation;
  segment: CustomerSegment;
  themeChoice: ThemeChoice;
  webPixel: WebPixel;
};

export type DocumentType = keyof Documents;
