/** Shopify's payloads, as far as a test has something to say about them. */

export interface TestLine {
  id?: number | string;
  product?: number | string;
  title?: string;
  price: string;
  quantity?: number;
  currentQuantity?: number;
}

export interface TestOrder {
  id: number | string;
  customer?: TestCustomer | number | string | null;
  lines?: TestLine[];
  /** Instead of lines: one line of this price. */
  total?: string;
  status?: string;
  /** processed_at; the newest word is `updatedAt`. */
  at?: string;
  updatedAt?: string;
  cancelledAt?: string | null;
  refunds?: object[];
  name?: string;
  currency?: string;
  /** What the buyer paid, and in which currency: "12.00 EUR". */
  paid?: string;
}

export interface TestCustomer {
  id: number | string;
  firstName?: string;
  lastName?: string;
  email?: string;
}

const DAY_OF_TESTS = "2026-07-01T09:00:00Z";

export function order(told: TestOrder): object {
  const { id, at = DAY_OF_TESTS, updatedAt = at, currency = "GBP" } = told;
  const lines = told.lines ?? [{ price: told.total ?? "10.00" }];
  return {
    id,
    name: told.name ?? `#${id}`,
    created_at: at,
    processed_at: at,
    updated_at: updatedAt,
    cancelled_at: told.cancelledAt ?? null,
    currency,
    ...paidSet(told.paid),
    financial_status: told.status ?? "paid",
    test: false,
    taxes_included: false,
    source_name: "web",
    customer: told.customer === undefined || told.customer === null ? null : customer(told.customer),
    line_items: lines.map((line, place) => ({
      id: line.id ?? place + 1,
      product_id: line.product ?? null,
      variant_id: null,
      title: line.title ?? "A plant",
      vendor: "Nursery",
      quantity: line.quantity ?? 1,
      current_quantity: line.currentQuantity ?? line.quantity ?? 1,
      price: line.price,
      price_set: { shop_money: { amount: line.price, currency_code: currency } },
      gift_card: false,
      tax_lines: [],
      discount_allocations: [],
    })),
    refunds: told.refunds ?? [],
    discount_codes: [],
    discount_applications: [],
  };
}

function paidSet(paid: string | undefined): object {
  const [amount, currency_code] = paid?.split(" ") ?? [];
  return paid === undefined
    ? {}
    : { current_total_price_set: { presentment_money: { amount, currency_code } } };
}

export interface TestRefund {
  id: number | string;
  order: number | string;
  lines: { line?: number | string; quantity?: number; subtotal: string }[];
  at?: string;
}

export function refund({ id, order: orderId, lines, at = DAY_OF_TESTS }: TestRefund): object {
  return {
    id,
    order_id: orderId,
    created_at: at,
    refund_line_items: lines.map(({ line = 1, quantity = 1, subtotal }) => ({
      line_item_id: line,
      quantity,
      subtotal,
      subtotal_set: { shop_money: { amount: subtotal, currency_code: "GBP" } },
      total_tax: "0.00",
    })),
    order_adjustments: [],
  };
}

export function customer(told: TestCustomer | number | string): object {
  const person = typeof told === "object" ? told : { id: told };
  return {
    id: person.id,
    created_at: DAY_OF_TESTS,
    first_name: person.firstName ?? null,
    last_name: person.lastName ?? null,
    email: person.email ?? null,
  };
}

export function merge(kept: number | string, deleted: number | string): object {
  return {
    admin_graphql_api_customer_kept_id: `gid://shopify/Customer/${kept}`,
    admin_graphql_api_customer_deleted_id: `gid://shopify/Customer/${deleted}`,
  };
}
