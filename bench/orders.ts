import { geometric, logNormal, randomOf, zipf } from "./random.ts";

/** The size class of a real order of some lines with its addresses, taxes and shipping. */
const BODY_BYTES = 5_500;
const LINES_MEAN = 2.3;
const PRODUCTS = 10_000;

export interface BenchOrder {
  id: string;
  customerId: string;
  /** Shopify's payload, as JSON. */
  body: string;
}

/** An endless row of new paid orders, by customers of whom some come often. */
export function* orders(seed: number, settings: { members: number; firstId: number }): Generator<BenchOrder> {
  const random = randomOf(seed);
  const customer = zipf(random, settings.members, 0.8);
  const product = zipf(random, PRODUCTS, 0.9);
  for (let number = settings.firstId; ; number++) {
    const customerId = String(1_000_000 + customer());
    const lines = Array.from({ length: Math.min(50, geometric(random, LINES_MEAN)) }, (_, place) => ({
      id: number * 100 + place,
      product_id: 8_000_000 + product(),
      price: logNormal(random, 24, 0.9).toFixed(2),
    }));
    yield { id: String(number), customerId, body: padded(payloadOf(number, customerId, lines)) };
  }
}

interface Line {
  id: number;
  product_id: number;
  price: string;
}

const AT = "2026-07-01T09:00:00Z";

function payloadOf(id: number, customerId: string, lines: Line[]): object {
  return {
    id,
    name: `#${id}`,
    created_at: AT,
    processed_at: AT,
    updated_at: AT,
    cancelled_at: null,
    currency: "USD",
    financial_status: "paid",
    test: false,
    taxes_included: false,
    source_name: "web",
    customer: {
      id: Number(customerId),
      first_name: "Ann",
      last_name: "Moss",
      email: `c${customerId}@example.com`,
    },
    line_items: lines.map((line) => ({
      ...line,
      variant_id: line.product_id * 10,
      title: "Cast-iron plant",
      vendor: "Nursery",
      quantity: 1,
      current_quantity: 1,
      price_set: { shop_money: { amount: line.price, currency_code: "USD" } },
      gift_card: false,
      tax_lines: [],
      discount_allocations: [],
    })),
    refunds: [],
    discount_codes: [],
    discount_applications: [],
  };
}

/** Real orders carry much that nobody here reads; it must be received and parsed all the same. */
function padded(payload: object): string {
  const bare = JSON.stringify({ ...payload, client_details: { user_agent: "" } });
  const missing = Math.max(0, BODY_BYTES - bare.length);
  return JSON.stringify({ ...payload, client_details: { user_agent: "x".repeat(missing) } });
}
