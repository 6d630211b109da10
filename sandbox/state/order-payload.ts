/** The shape of Shopify's order and refund payloads (API 2026-07), field for field. */
export type Money = { amount: string; currency_code: string };
export type MoneySet = { shop_money: Money; presentment_money: Money };

export type TaxLine = {
  title: string;
  price: string;
  price_set: MoneySet;
  rate: number;
  channel_liable: boolean;
};

export type DiscountAllocation = { amount: string; amount_set: MoneySet; discount_application_index: number };

export type DiscountApplication = {
  target_type: "line_item" | "shipping_line";
  type: "discount_code" | "automatic" | "manual";
  value: string;
  value_type: "fixed_amount" | "percentage";
  allocation_method: "across" | "each" | "one";
  target_selection: "all" | "entitled" | "explicit";
  code?: string;
  title?: string;
  description?: string;
};

export type LineItem = {
  id: number;
  admin_graphql_api_id: string;
  attributed_staffs: never[];
  current_quantity: number;
  fulfillable_quantity: number;
  fulfillment_service: string;
  fulfillment_status: string | null;
  gift_card: boolean;
  grams: number;
  name: string;
  price: string;
  price_set: MoneySet;
  product_exists: boolean;
  product_id: number | null;
  properties: { name: string; value: string }[];
  quantity: number;
  requires_shipping: boolean;
  sales_line_item_group_id: null;
  sku: string;
  taxable: boolean;
  title: string;
  total_discount: string;
  total_discount_set: MoneySet;
  variant_id: number | null;
  variant_inventory_management: string | null;
  variant_title: string | null;
  vendor: string | null;
  tax_lines: TaxLine[];
  duties: never[];
  discount_allocations: DiscountAllocation[];
  /** Both only on a tip. */
  tip_payment_gateway?: string;
  tip_payment_method?: string;
};

export type ShippingLine = {
  id: number;
  code: string;
  title: string;
  source: string;
  carrier_identifier: null;
  is_removed: boolean;
  phone: null;
  price: string;
  price_set: MoneySet;
  discounted_price: string;
  discounted_price_set: MoneySet;
  requested_fulfillment_service_id: null;
  tax_lines: TaxLine[];
  discount_allocations: DiscountAllocation[];
};

export type OrderAdjustment = {
  id: number;
  kind: "refund_discrepancy" | "shipping_refund";
  order_id: number;
  refund_id: number;
  reason: string;
  amount: string;
  amount_set: MoneySet;
  tax_amount: string;
  tax_amount_set: MoneySet;
};

export type RefundLineItem = {
  id: number;
  line_item_id: number;
  location_id: number | null;
  quantity: number;
  restock_type: "return" | "cancel" | "no_restock";
  /** JSON numbers in Shopify's payload; the exact amounts stand in the _set. */
  subtotal: number;
  subtotal_set: MoneySet;
  total_tax: number;
  total_tax_set: MoneySet;
  line_item: LineItem;
};

export type Transaction = {
  id: number;
  admin_graphql_api_id: string;
  order_id: number;
  kind: "sale" | "authorization" | "capture" | "refund" | "void";
  gateway: string;
  status: "success";
  message: null;
  test: boolean;
  created_at: string;
  processed_at: string;
  amount: string;
  currency: string;
  parent_id: number | null;
  source_name: string;
};

export type RefundShippingLine = { id: number; shipping_line: ShippingLine; subtotal_amount_set: MoneySet };

export type Refund = {
  id: number;
  admin_graphql_api_id: string;
  order_id: number;
  created_at: string;
  processed_at: string;
  note: string | null;
  restock: boolean;
  user_id: number | null;
  duties: never[];
  total_duties_set: MoneySet;
  return: null;
  refund_shipping_lines: RefundShippingLine[];
  order_adjustments: OrderAdjustment[];
  refund_line_items: RefundLineItem[];
  transactions: Transaction[];
};

export type FinancialStatus =
  "pending" | "authorized" | "partially_paid" | "paid" | "partially_refunded" | "refunded" | "voided";

export type OrderCustomer = {
  id: number;
  admin_graphql_api_id: string;
  created_at: string | null;
  updated_at: string | null;
  first_name: string | null;
  last_name: string | null;
  state: string;
  note: string | null;
  verified_email: boolean;
  multipass_identifier: null;
  tax_exempt: boolean;
  email: string | null;
  phone: string | null;
  currency: string;
  tax_exemptions: never[];
};

export type PostalAddress = {
  first_name: string;
  last_name: string;
  name: string;
  address1: string;
  address2: null;
  city: string;
  zip: string;
  province: null;
  province_code: null;
  country: string;
  country_code: string;
  company: null;
  phone: null;
  latitude: null;
  longitude: null;
};

export type OrderPayload = {
  id: number;
  admin_graphql_api_id: string;
  app_id: number;
  browser_ip: null;
  buyer_accepts_marketing: boolean;
  cancel_reason: string | null;
  cancelled_at: string | null;
  cart_token: null;
  checkout_token: string | null;
  client_details: null;
  closed_at: string | null;
  confirmation_number: string;
  confirmed: boolean;
  contact_email: string | null;
  created_at: string;
  currency: string;
  current_shipping_price_set: MoneySet;
  current_subtotal_price: string;
  current_subtotal_price_set: MoneySet;
  current_total_additional_fees_set: null;
  current_total_discounts: string;
  current_total_discounts_set: MoneySet;
  current_total_duties_set: null;
  current_total_price: string;
  current_total_price_set: MoneySet;
  current_total_tax: string;
  current_total_tax_set: MoneySet;
  customer_locale: string | null;
  device_id: null;
  discount_codes: { code: string; amount: string; type: "fixed_amount" | "percentage" | "shipping" }[];
  duties_included: boolean;
  email: string | null;
  estimated_taxes: boolean;
  financial_status: FinancialStatus;
  fulfillment_status: string | null;
  landing_site: null;
  landing_site_ref: null;
  merchant_of_record_app_id: null;
  location_id: number | null;
  name: string;
  note: string | null;
  note_attributes: { name: string; value: string }[];
  number: number;
  order_number: number;
  original_total_additional_fees_set: null;
  original_total_duties_set: null;
  po_number: null;
  reference: null;
  payment_gateway_names: string[];
  phone: string | null;
  presentment_currency: string;
  processed_at: string;
  referring_site: null;
  source_identifier: null;
  source_name: string;
  source_url: null;
  subtotal_price: string;
  subtotal_price_set: MoneySet;
  tags: string;
  tax_exempt: boolean;
  tax_lines: TaxLine[];
  taxes_included: boolean;
  test: boolean;
  token: string;
  total_discounts: string;
  total_discounts_set: MoneySet;
  total_line_items_price: string;
  total_line_items_price_set: MoneySet;
  total_outstanding: string;
  total_price: string;
  total_price_set: MoneySet;
  total_shipping_price_set: MoneySet;
  total_tax: string;
  total_tax_set: MoneySet;
  total_tip_received: string;
  total_weight: number;
  updated_at: string;
  user_id: number | null;
  billing_address: PostalAddress | null;
  customer: OrderCustomer | null;
  discount_applications: DiscountApplication[];
  fulfillments: never[];
  line_items: LineItem[];
  payment_terms: null;
  refunds: Refund[];
  shipping_address: PostalAddress | null;
  shipping_lines: ShippingLine[];
  returns: never[];
  line_item_groups: never[];
};
