import { z } from "zod";

/** The parts of Shopify's webhook payloads that loyalty reads. Whatever else they hold is left alone. */

const LARGEST_ID = 2n ** 63n - 1n;
const id = z
  .union([z.number().int().min(0), z.string().regex(/^\d+$/)])
  .transform(String)
  .refine((digits) => BigInt(digits) <= LARGEST_ID, "larger than any id");
/** "41.94", and in refund lines also 41.94: printed shortest, a double gives back the decimals it was written with. */
const amount = z.union([z.string(), z.number().transform(String)]);
const moneySet = z
  .object({ shop_money: z.object({ amount, currency_code: z.string().optional() }) })
  .nullish()
  .transform((set) => set ?? null);
/** Reports alone go by what the buyer paid: where it has another shape, the order is read without it. */
const paidSet = z
  .object({ presentment_money: z.object({ amount, currency_code: z.string() }) })
  .nullish()
  .catch(null)
  .transform((set) => set?.presentment_money ?? null);
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/, "not an instant with its offset");

const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);
const list = <T extends z.ZodType>(schema: T) =>
  z
    .array(schema)
    .nullish()
    .transform((values) => values ?? []);

const taxLine = z.object({ price: amount, price_set: moneySet });
const discountAllocation = z.object({ amount, amount_set: moneySet });

const lineItem = z.object({
  id,
  product_id: optional(id),
  variant_id: optional(id),
  title: optional(z.string()),
  vendor: optional(z.string()),
  quantity: z.number().int().min(0),
  current_quantity: optional(z.number().int().min(0)),
  price: amount,
  price_set: moneySet,
  gift_card: optional(z.boolean()),
  tip: z.unknown().optional(),
  tip_payment_gateway: z.unknown().optional(),
  tip_payment_method: z.unknown().optional(),
  tax_lines: list(taxLine),
  discount_allocations: list(discountAllocation),
  /** What the storefront's forms wrote beside it: anybody may write there, so nothing of it is required. */
  properties: z.unknown().optional(),
});

const orderAdjustment = z.object({ kind: optional(z.string()), amount, amount_set: moneySet });

const refundLineItem = z.object({
  line_item_id: id,
  quantity: z.number().int().min(0),
  subtotal: amount,
  subtotal_set: moneySet,
  total_tax: optional(amount),
  total_tax_set: moneySet,
});

export const refundPayload = z.object({
  id,
  order_id: id,
  created_at: optional(instant),
  refund_line_items: list(refundLineItem),
  order_adjustments: list(orderAdjustment),
});

const address = z
  .object({ country_code: optional(z.string().regex(/^[A-Z]{2}$/)) })
  .nullish()
  // Segments go by it alone: an address of another shape must not keep an order from being read.
  .catch(null)
  .transform((value) => value ?? null);

const customer = z.object({
  id,
  created_at: optional(instant),
  first_name: optional(z.string()),
  last_name: optional(z.string()),
  email: optional(z.string()),
  default_address: address,
  /** Shopify tells of them apart from the customer; they stand here where the store was asked. */
  tags: z.array(z.string()).nullish().catch(null),
});

export const customerPayload = customer;

export const orderPayload = z.object({
  id,
  name: optional(z.string()),
  created_at: optional(instant),
  processed_at: optional(instant),
  updated_at: instant,
  cancelled_at: optional(instant),
  currency: z.string(),
  current_total_price_set: paidSet,
  total_price_set: paidSet,
  financial_status: optional(z.string()),
  test: optional(z.boolean()),
  taxes_included: optional(z.boolean()),
  source_name: optional(z.string()),
  customer_locale: optional(z.string()),
  note: optional(z.string()),
  customer: customer.nullish().transform((value) => value ?? null),
  shipping_address: address,
  line_items: list(lineItem),
  refunds: list(refundPayload),
  discount_codes: list(z.object({ code: optional(z.string()) })),
  discount_applications: list(z.object({ code: optional(z.string()) })),
});

export const deletedPayload = z.object({ id });

export const taggedPayload = z.object({ customerId: z.string(), tags: list(z.string()) });

export const mergePayload = z.object({
  admin_graphql_api_customer_kept_id: z.string(),
  admin_graphql_api_customer_deleted_id: z.string(),
});

const productVariant = z.object({
  price: optional(amount),
  inventory_policy: optional(z.string()),
  inventory_quantity: optional(z.number()),
  /** Shopify's word of old for "its stock is counted"; newer versions leave it out. */
  inventory_management: z.unknown().optional(),
});

export const productPayload = z.object({
  id,
  title: optional(z.string()),
  vendor: optional(z.string()),
  tags: optional(z.union([z.string(), z.array(z.string())])),
  product_type: optional(z.string()),
  handle: optional(z.string()),
  status: optional(z.string()),
  published_at: optional(z.string()),
  created_at: optional(z.string()),
  // Orders are settled by tags and types: what is only shown must not keep them from being read.
  variants: list(productVariant).catch([]),
  image: optional(z.object({ src: z.string() })).catch(null),
});

export type ProductPayload = z.infer<typeof productPayload>;

export const shopPayload = z.object({ name: z.string(), currency: z.string(), iana_timezone: z.string() });

export const dataRequestPayload = z.object({
  customer: z.object({ id }),
  orders_requested: list(id),
  data_request: z.object({ id }),
});

export const customerRedactPayload = z.object({ customer: z.object({ id }), orders_to_redact: list(id) });

export type OrderPayload = z.infer<typeof orderPayload>;
export type LineItemPayload = z.infer<typeof lineItem>;
export type RefundPayload = z.infer<typeof refundPayload>;
export type MoneySet = z.infer<typeof moneySet>;
