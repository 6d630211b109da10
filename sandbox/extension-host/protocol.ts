import type {
  AppMetafieldEntry,
  CartCodeDiscountAllocation,
  CartLine,
  Money,
} from "@shopify/ui-extensions/checkout";

/** What page and frame say to each other, and what the server tells the page of one place. */

export type Surface = "customer-account" | "checkout" | "point-of-sale" | "admin";

/** Texts of one language, nested as in the extension's locale file. */
export interface Texts {
  [key: string]: string | Texts;
}

/** One extension in one place, as the server answers it to the page. */
export interface Placed {
  handle: string;
  name: string;
  target: string;
  surface: Surface;
  apiVersion: string;
  capabilities: string[];
  /** Where its bundle is served. */
  scriptUrl: string;
  /** The language of its texts: the buyer's, or the extension's own where it does not have that. */
  language: string;
  texts: Texts;
  state: SurfaceState;
}

export type SurfaceState = ShopperState | TillState | AdminState;

export interface Place {
  language: string;
  direction: "ltr" | "rtl";
  country: string;
  currency: string;
  timezone: string;
}

export interface ShopState {
  id: string;
  name: string;
  myshopifyDomain: string;
  storefrontUrl: string;
}

export interface CustomerState {
  id: string;
  email: string | null;
  firstName: string | null;
  lastName: string | null;
  acceptsMarketing: boolean;
  ordersCount: number;
}

export interface OrderState {
  id: string;
  name: string;
  confirmationNumber: string;
  processedAt: string;
  cancelledAt: string | null;
  isFirst: boolean;
}

/** What is bought, or was: in the checkout, on the thank-you page, in the status of an order. */
export interface PurchaseState {
  lines: CartLine[];
  subtotal: Money;
  shipping: Money | null;
  tax: Money | null;
  total: Money;
  discountCodes: { code: string }[];
  discountAllocations: CartCodeDiscountAllocation[];
}

/** Everything the shopper's surfaces may read: customer accounts and the checkout. */
export interface ShopperState {
  place: Place;
  shop: ShopState;
  customer: CustomerState | null;
  order: OrderState | null;
  purchase: PurchaseState | null;
  metafields: {
    target: { type: "shop" | "customer"; id: string };
    metafield: AppMetafieldEntry["metafield"];
  }[];
  /** Where the page stands, for an extension that navigates. */
  path: string;
}

export interface TillLine {
  uuid: string;
  variantId: number;
  productId: number;
  title: string;
  price: number;
  quantity: number;
  sku: string;
  vendor: string;
  taxable: boolean;
}

/** Everything an extension on the till may read. */
export interface TillState {
  place: Place;
  session: { shopId: number; shopDomain: string; userId: number; locationId: number; deviceId: number };
  isOnline: boolean;
  cart: {
    lines: TillLine[];
    subtotal: string;
    taxTotal: string;
    grandTotal: string;
    discounts: { amount: number; code: string }[];
    customerId: number | null;
  };
  /** The customer whose details are open. */
  customerId: number | null;
  /** The sale just made. */
  order: { id: number; name: string; customerId: number | null } | null;
  scan: { data: string; at: number } | null;
}

/** Everything that an extension on a page of the admin may read. */
export interface AdminState {
  place: Place;
  /** The customer or the order whose page it is. */
  selected: { id: string }[];
}

/** From the frame: something only the page can do. */
export interface Question {
  ask: string;
  number: number;
  values: unknown[];
}

/** To the frame. */
export type Message =
  | { say: "start"; placed: Placed }
  | { say: "state"; state: SurfaceState }
  | { say: "answer"; number: number; value: unknown }
  | { say: "refusal"; number: number; reason: string }
  | { say: "rect"; top: number; left: number; width: number };

/** From the frame, without an answer. */
export type Notice =
  { tell: "ready" } | { tell: "height"; pixels: number } | { tell: "overlay"; open: boolean };
