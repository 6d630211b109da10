import { gid, LOCATION } from "../state/ids.ts";
import type { OrderPayload } from "../state/order-payload.ts";
import type { Currencies, Customer, Order, OrderBooks } from "../state/types.ts";
import { orderCustomer, postalAddress } from "../webhooks/customer-payload.ts";
import type { PlaceOrder } from "./actions.ts";
import { moneySet, NOTHING, toAmount } from "./money.ts";
import type { Scene } from "./scene.ts";

const ONLINE_STORE_APP = 580_111;
const TILL_APP = 129_785;

/** An order with its head filled in, and nothing in it yet. */
export function draftOrder(scene: Scene, input: PlaceOrder, customer: Customer | null): Order {
  const id = scene.store.nextNumber("order");
  const number = scene.store.nextInSequence(`orders of ${scene.shop.domain}`);
  const name = `#${1000 + number}`;
  const currencies = currenciesOf(scene, input);
  const books: OrderBooks = {
    captured: NOTHING,
    authorized: NOTHING,
    givenBack: NOTHING,
    voided: false,
    transactions: [],
  };
  return {
    id: String(id),
    name,
    customerId: customer?.id ?? null,
    createdAt: scene.at,
    processedAt: scene.at,
    updatedAt: scene.at,
    payload: emptyPayload(scene, input, { id, number, name, customer, currencies }),
    books,
    currencies,
  };
}

function currenciesOf(scene: Scene, { presentment }: PlaceOrder): Currencies {
  const shop = scene.shop.currency;
  if (!presentment || presentment.currency === shop) return { shop, presentment: shop, rate: "1" };
  return { shop, presentment: presentment.currency, rate: presentment.rate };
}

export function gatewayOf({ gateway, source }: Pick<PlaceOrder, "gateway" | "source">): string {
  return gateway ?? (source === "pos" ? "cash" : "bogus");
}

type Head = { id: number; number: number; name: string; customer: Customer | null; currencies: Currencies };

function emptyPayload(scene: Scene, input: PlaceOrder, head: Head): OrderPayload {
  const { id, number, customer, currencies } = head;
  const at = scene.zoned(scene.at);
  const email = input.email ?? customer?.email ?? null;
  const pos = input.source === "pos";
  const address = customer?.address && !pos ? postalAddress(customer.address) : null;
  const zero = toAmount(0, currencies.shop);
  const zeroSet = moneySet(NOTHING, currencies);
  return {
    id,
    admin_graphql_api_id: gid("Order", id),
    app_id: pos ? TILL_APP : ONLINE_STORE_APP,
    browser_ip: null,
    buyer_accepts_marketing: customer?.acceptsMarketing ?? false,
    cancel_reason: null,
    cancelled_at: null,
    cart_token: null,
    checkout_token: null,
    client_details: null,
    closed_at: null,
    confirmation_number: `C${String(id).slice(-8)}`,
    confirmed: true,
    contact_email: email,
    created_at: at,
    currency: currencies.shop,
    current_shipping_price_set: zeroSet,
    current_subtotal_price: zero,
    current_subtotal_price_set: zeroSet,
    current_total_additional_fees_set: null,
    current_total_discounts: zero,
    current_total_discounts_set: zeroSet,
    current_total_duties_set: null,
    current_total_price: zero,
    current_total_price_set: zeroSet,
    current_total_tax: zero,
    current_total_tax_set: zeroSet,
    customer_locale: input.locale ?? customer?.locale ?? scene.shop.locale,
    device_id: null,
    discount_codes: [],
    duties_included: false,
    email,
    estimated_taxes: false,
    financial_status: "pending",
    fulfillment_status: null,
    landing_site: null,
    landing_site_ref: null,
    merchant_of_record_app_id: null,
    location_id: pos ? LOCATION : null,
    name: head.name,
    note: input.note ?? null,
    note_attributes: input.noteAttributes ?? [],
    number,
    order_number: 1000 + number,
    original_total_additional_fees_set: null,
    original_total_duties_set: null,
    po_number: null,
    reference: null,
    payment_gateway_names: [],
    phone: null,
    presentment_currency: currencies.presentment,
    processed_at: at,
    referring_site: null,
    source_identifier: null,
    source_name: input.source ?? "web",
    source_url: null,
    subtotal_price: zero,
    subtotal_price_set: zeroSet,
    tags: (input.tags ?? []).join(", "),
    tax_exempt: customer?.taxExempt ?? false,
    tax_lines: [],
    taxes_included: input.taxes?.included ?? scene.shop.taxes.included,
    test: input.test ?? false,
    token: id.toString(16).padStart(32, "0"),
    total_discounts: zero,
    total_discounts_set: zeroSet,
    total_line_items_price: zero,
    total_line_items_price_set: zeroSet,
    total_outstanding: zero,
    total_price: zero,
    total_price_set: zeroSet,
    total_shipping_price_set: zeroSet,
    total_tax: zero,
    total_tax_set: zeroSet,
    total_tip_received: zero,
    total_weight: 0,
    updated_at: at,
    user_id: null,
    billing_address: address,
    customer: customer ? orderCustomer(customer, scene.shop) : null,
    discount_applications: [],
    fulfillments: [],
    line_items: [],
    payment_terms: null,
    refunds: [],
    shipping_address: address,
    shipping_lines: [],
    returns: [],
    line_item_groups: [],
  };
}
