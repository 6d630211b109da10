/** The format of a case, as far as the model reads it: the programme document, the events and the result. */

export type Decimal = string | number;

export interface Match {
  productTags?: string[];
  productIds?: Decimal[];
  variantIds?: Decimal[];
  vendors?: string[];
  productTypes?: string[];
  collections?: string[];
}

export interface Rule {
  id: string;
  on: string;
  rate?: { points: Decimal; per: string };
  multiply?: string;
  bonus?: Decimal;
  minimum?: string;
  match?: Match;
  from?: string;
  to?: string;
  limit?: { times: number; per: "day" | "month" | "year" | "lifetime" };
}

export interface Level {
  id: string;
  at: Decimal;
  multiplier?: string;
}

export interface Tiers {
  basis: "spend" | "points" | "orders";
  window?: { kind: "rolling"; months: number } | { kind: "calendar-year" } | { kind: "lifetime" };
  guaranteeDays?: number;
  levels: Level[];
}

export interface Reward {
  id: string;
  kind: string;
  cost?: Decimal;
  /** Points for each whole unit of `value`. */
  costPer?: Decimal;
  value?: string;
  codeDays?: number;
  /** How often one member may have it, and how often everybody together. */
  perMember?: number;
  total?: number;
  stock?: number;
  from?: string;
  to?: string;
  /** Levels that may have it. */
  tiers?: string[];
  [more: string]: unknown;
}

export type Expiry = { kind: "none" } | { kind: "lots" | "inactivity"; months: number };

export interface Programme {
  programme: string;
  currency: string;
  timezone: string;
  effectiveFrom: string;
  points?: {
    pendingDays?: number;
    expiry?: Expiry;
    notice?: { days?: number[]; required?: boolean };
    debt?: "owe" | "forgive";
  };
  earning: { combine?: "best" | "stack"; exclude?: Match & { giftCards?: boolean }; rules: Rule[] };
  tiers?: Tiers;
  rewards?: Reward[];
}

export interface Product {
  id: number;
  tags: string[];
  collections: string[];
  productType: string;
  vendor: string;
}

/** The `_set` beside each amount of Shopify's payloads. */
export interface MoneySet {
  shop_money: { amount: string; currency_code: string };
  presentment_money: { amount: string; currency_code: string };
}

export interface LinePayload {
  id: number;
  product_id: number | null;
  variant_id: number | null;
  vendor: string | null;
  gift_card: boolean;
  price: string;
  price_set?: MoneySet;
  quantity: number;
  current_quantity?: number;
  tip_payment_gateway?: string;
  tip_payment_method?: string;
  tax_lines: { price: string; price_set?: MoneySet }[];
  discount_allocations: { amount: string; amount_set?: MoneySet }[];
  [more: string]: unknown;
}

export interface RefundPayload {
  id: number;
  order_id: number;
  refund_line_items: {
    line_item_id: number;
    quantity: number;
    subtotal: Decimal;
    subtotal_set?: MoneySet;
    total_tax: Decimal;
    total_tax_set?: MoneySet;
    [more: string]: unknown;
  }[];
  order_adjustments: { kind: string; amount: string; amount_set?: MoneySet; [more: string]: unknown }[];
  [more: string]: unknown;
}

export interface OrderPayload {
  id: number;
  customer: { id: number; [more: string]: unknown } | null;
  test: boolean;
  cancelled_at: string | null;
  financial_status: string | null;
  processed_at: string;
  updated_at: string;
  taxes_included: boolean;
  line_items: LinePayload[];
  discount_codes: { code: string; [more: string]: unknown }[];
  discount_applications: { code?: string; [more: string]: unknown }[];
  refunds: RefundPayload[];
  [more: string]: unknown;
}

export interface MergePayload {
  admin_graphql_api_customer_kept_id: string;
  admin_graphql_api_customer_deleted_id: string;
  [more: string]: unknown;
}

export type CaseEvent = { at: string } & (
  | {
      webhook: "orders/create" | "orders/paid" | "orders/updated" | "orders/cancelled";
      id: string;
      payload: OrderPayload;
    }
  | { webhook: "orders/delete"; id: string; payload: { id: number } }
  | { webhook: "refunds/create"; id: string; payload: RefundPayload }
  | { webhook: "customers/create"; id: string; payload: { id: number; [more: string]: unknown } }
  | { webhook: "customers/update"; id: string; payload: { id: number; [more: string]: unknown } }
  | { webhook: "customers/merge"; id: string; payload: MergePayload }
  | { do: "redeem"; customer: number; reward: string; as: string; units?: number }
  | { do: "release"; redemption: string }
  // What follows is more than the format of a case has: it is for histories of our own.
  | { do: "granted"; redemption: string }
  | { do: "birthday"; customer: number; month: number; day: number }
  | { do: "activity"; customer: number; activity: string; key: string }
  | { do: "adjust"; customer: number; points: Decimal; reason: string; key: string }
  | { do: "notice"; customer: number }
  | { do: "clock" }
);

export type WebhookEvent = Extract<CaseEvent, { webhook: string }>;
export type CommandEvent = Exclude<CaseEvent, { webhook: string }>;

export function isWebhook(event: CaseEvent): event is WebhookEvent {
  return "webhook" in event;
}

export interface MemberResult {
  pending: Decimal;
  available: Decimal;
  held: Decimal;
  owed: Decimal;
  earned: Decimal;
  redeemed: Decimal;
  expired: Decimal;
  tier: string | null;
}

export interface CaseResult {
  customers: Record<string, MemberResult>;
  orders: Record<string, Decimal>;
  redemptions: Record<string, string>;
}

export interface Case {
  about?: string;
  shop: string;
  programme?: Programme;
  programmes?: Programme[];
  products?: Product[];
  events: CaseEvent[];
  expect?: CaseResult;
}
