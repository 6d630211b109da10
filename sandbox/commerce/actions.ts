import type { Address, Amount, Instant, Shop } from "../state/types.ts";

/**
 * What can be done in a shop: one union for the control interface, the control panel, the checkout, and the NDJSON of
 * a history. `at` puts an action into the past; left out, it happens now.
 *
 * A customer, product, collection or order is named by its id, by "ref:{name}" where it was created with that `ref`,
 * a customer also by e-mail address, a product or collection also by handle, an order also by its name ("#1001").
 * A variant is named by its id, "sku:{sku}", or its product's handle (its first variant).
 */
export type Action =
  | CreateShop
  | UpdateShop
  | CreateCustomer
  | UpdateCustomer
  | { do: "customer.delete"; customer: string; at?: Instant }
  | { do: "customer.merge"; keep: string; remove: string; at?: Instant }
  | CreateProduct
  | UpdateProduct
  | { do: "product.delete"; product: string; at?: Instant }
  | CreateCollection
  | UpdateCollection
  | { do: "collection.delete"; collection: string; at?: Instant }
  | PlaceOrder
  | { do: "order.pay"; order: string; amount?: Amount; at?: Instant }
  | EditOrder
  | RefundOrder
  | CancelOrder
  | { do: "order.assign"; order: string; customer: string | null; at?: Instant }
  | { do: "order.delete"; order: string; at?: Instant }
  | CreateDiscount
  | { do: "discount.end"; code: string; at?: Instant }
  | { do: "storeCredit.credit"; customer: string; amount: Amount; expiresAt?: Instant; at?: Instant }
  | { do: "storeCredit.debit"; customer: string; amount: Amount; at?: Instant }
  | IssueGiftCard
  | { do: "giftCard.deactivate"; giftCard: string; at?: Instant }
  | { do: "theme.arrange"; places: string[]; embeds: string[]; at?: Instant }
  | { do: "app.install"; at?: Instant }
  | { do: "app.uninstall"; at?: Instant }
  | { do: "app.redactShop"; at?: Instant }
  | { do: "privacy.requestData"; customer: string; at?: Instant }
  | { do: "privacy.redact"; customer: string; at?: Instant };

export type ActionName = Action["do"];
export type ActionOf<Name extends ActionName> = Extract<Action, { do: Name }>;

/** Of `shop.create`, `domain` names the shop; every other action is done in a shop that is there. */
export type CreateShop = { do: "shop.create"; domain: string; at?: Instant } & Partial<ShopSettings>;
export type UpdateShop = { do: "shop.update"; at?: Instant } & Partial<ShopSettings>;
export type ShopSettings = Pick<
  Shop,
  "name" | "email" | "currency" | "timezone" | "country" | "locale" | "plan" | "taxes" | "shipping"
>;

export type CustomerFields = {
  email?: string | null;
  phone?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  note?: string | null;
  tags?: string[];
  locale?: string;
  address?: Address | null;
  acceptsMarketing?: boolean;
  state?: "enabled" | "disabled" | "invited" | "declined";
  taxExempt?: boolean;
};
export type CreateCustomer = { do: "customer.create"; ref?: string; at?: Instant } & CustomerFields;
export type UpdateCustomer = { do: "customer.update"; customer: string; at?: Instant } & CustomerFields;

export type VariantFields = {
  title?: string;
  price: Amount;
  compareAtPrice?: Amount | null;
  sku?: string;
  inventory?: number;
  cost?: Amount;
  taxable?: boolean;
  requiresShipping?: boolean;
  options?: string[];
  grams?: number;
};
export type ProductFields = {
  title?: string;
  handle?: string;
  descriptionHtml?: string;
  vendor?: string;
  productType?: string;
  tags?: string[];
  status?: "active" | "draft" | "archived";
  giftCard?: boolean;
  options?: string[];
  variants?: VariantFields[];
  image?: string | null;
  /** Handles or ids of collections it is put into. */
  collections?: string[];
};
export type CreateProduct = {
  do: "product.create";
  ref?: string;
  title: string;
  at?: Instant;
} & ProductFields;
export type UpdateProduct = { do: "product.update"; product: string; at?: Instant } & ProductFields;

export type CollectionFields = {
  title?: string;
  handle?: string;
  descriptionHtml?: string;
  products?: string[];
};
export type CreateCollection = {
  do: "collection.create";
  ref?: string;
  title: string;
  at?: Instant;
} & CollectionFields;
export type UpdateCollection = {
  do: "collection.update";
  collection: string;
  at?: Instant;
} & CollectionFields;

/** A line of a variant, or (with `title` and `price`, without `variant`) of something the catalogue does not have. */
export type LineInput = {
  variant?: string;
  quantity: number;
  /** Overrides the variant's price. */
  price?: Amount;
  title?: string;
  properties?: { name: string; value: string }[];
};

export type DiscountInput = {
  /** A code the shopper typed; without one it is an automatic discount named by `title`. */
  code?: string;
  title?: string;
  kind: "fixed" | "percentage" | "free-shipping";
  /** Money for "fixed", "10" = 10 % for "percentage"; not read for "free-shipping". */
  value?: string;
  /** Positions (from 1) of the lines it is spread over; left out: all. */
  lines?: number[];
};

export type PlaceOrder = {
  do: "order.place";
  ref?: string;
  /** Left out or null: a guest. */
  customer?: string | null;
  /** Of a guest; a customer's own address otherwise. */
  email?: string;
  lines: LineInput[];
  /** The language of the page; left out: the customer's, else the shop's. */
  locale?: string;
  discounts?: DiscountInput[];
  /** Codes of the shop's own discounts, as a shopper types them: refused where one does not count. */
  codes?: string[];
  /** Null: none (the default at the till); left out online: the shop's own. */
  shipping?: { title?: string; price: Amount } | null;
  tip?: Amount;
  source?: "web" | "pos";
  test?: boolean;
  /** How much is paid at once: all of it (the default), nothing, a reserved card, or an amount. */
  payment?: "paid" | "pending" | "authorized" | { paid: Amount };
  gateway?: string;
  /** Codes of gift cards, which pay first, as far as they reach. */
  giftCards?: string[];
  /** Whether the customer's store credit pays next: as much of it as is needed. */
  storeCredit?: boolean;
  /** The currency the shopper sees; `rate` is presentment money per unit of shop money. */
  presentment?: { currency: string; rate: string };
  taxes?: Partial<Shop["taxes"]>;
  note?: string;
  tags?: string[];
  noteAttributes?: { name: string; value: string }[];
  /** What it would cost, whether or not the shop sells the cart as it is. */
  quote?: boolean;
  at?: Instant;
};

/** A line of an order: its position (from 1) or its id. */
export type LineRef = number | string;

export type EditOrder = {
  do: "order.edit";
  order: string;
  add?: LineInput[];
  remove?: { line: LineRef; quantity?: number }[];
  /**
   * What happens with money that a removal sets free: given back at once as a refund of those lines (the default where
   * enough is paid), or kept as an overpayment (false). What an addition costs stays outstanding until `order.pay`.
   */
  moneyBack?: boolean;
  at?: Instant;
};

export type RefundOrder = {
  do: "order.refund";
  ref?: string;
  order: string;
  lines?: { line: LineRef; quantity?: number; restock?: "return" | "cancel" | "no_restock" }[];
  /** Shipping given back: an amount, or true for what is left of it. */
  shipping?: Amount | true;
  /**
   * Money given back in all, in shop currency. Left out: what the lines and the shipping cost. More than that, or
   * without lines: the rest is a discrepancy below 0; less: one above 0.
   */
  amount?: Amount;
  note?: string;
  at?: Instant;
};

export type CancelOrder = {
  do: "order.cancel";
  order: string;
  reason?: "customer" | "fraud" | "inventory" | "declined" | "staff" | "other";
  /** Whether what was paid is given back (the default where something was). */
  refund?: boolean;
  at?: Instant;
};

/** A discount with a code; the kinds that staff make most. The Admin API makes the others. */
export type CreateDiscount = {
  do: "discount.create";
  code: string;
  title?: string;
  kind: "fixed" | "percentage" | "free-shipping";
  /** Money for "fixed", "10" = 10 % for "percentage". */
  value?: string;
  /** Handles or ids of the products that become cheaper; left out: everything. */
  products?: string[];
  /** Left out: everybody. */
  customers?: string[];
  /** Of the order, in the shop's currency. */
  minimum?: Amount;
  usageLimit?: number;
  oncePerCustomer?: boolean;
  startsAt?: Instant;
  endsAt?: Instant;
  combinesWith?: ("order" | "product" | "shipping")[];
  at?: Instant;
};

export type IssueGiftCard = {
  do: "giftCard.issue";
  amount: Amount;
  /** 8 to 20 letters and digits; made up where it is left out. */
  code?: string;
  customer?: string;
  /** The last day on which it can be used: "2027-12-31". */
  expiresOn?: string;
  at?: Instant;
};
