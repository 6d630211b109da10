import { z } from "zod";
import type { Action } from "../commerce/actions.ts";
import { Refusal } from "../http/answer.ts";

const at = z.string().optional();
const ref = z.string().min(1).optional();
const amount = z.string().regex(/^\d+(\.\d+)?$/, 'write money as a decimal string such as "12.50"');
const quantity = z.number().int().min(1);
const lineRef = z.union([z.number().int().min(1), z.string().min(1)]);
const property = z.strictObject({ name: z.string(), value: z.string() });

const address = z.strictObject({
  firstName: z.string(),
  lastName: z.string(),
  address1: z.string(),
  city: z.string(),
  zip: z.string(),
  country: z.string(),
  countryCode: z.string(),
});

const taxes = z.strictObject({
  included: z.boolean(),
  rate: z.string().regex(/^\d+(\.\d+)?$/, 'write a rate as a decimal string: "0.2" is 20 %'),
  title: z.string(),
  onShipping: z.boolean(),
});

const shopSettings = z
  .object({
    name: z.string().min(1),
    email: z.string(),
    currency: z.string(),
    timezone: z.string(),
    country: z.string().length(2),
    locale: z.string(),
    plan: z.strictObject({
      displayName: z.string(),
      name: z.string(),
      plus: z.boolean(),
      development: z.boolean(),
    }),
    taxes,
    shipping: z.strictObject({ title: z.string(), price: amount }),
  })
  .partial().shape;

const customerFields = z
  .object({
    email: z.email().nullable(),
    phone: z.string().nullable(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    note: z.string().nullable(),
    tags: z.array(z.string()),
    locale: z.string(),
    address: address.nullable(),
    acceptsMarketing: z.boolean(),
    state: z.enum(["enabled", "disabled", "invited", "declined"]),
    taxExempt: z.boolean(),
  })
  .partial().shape;

const variant = z.strictObject({
  title: z.string().optional(),
  price: amount,
  compareAtPrice: amount.nullable().optional(),
  sku: z.string().optional(),
  inventory: z.number().int().optional(),
  cost: amount.optional(),
  taxable: z.boolean().optional(),
  requiresShipping: z.boolean().optional(),
  options: z.array(z.string()).optional(),
  grams: z.number().int().min(0).optional(),
});

const productFields = z
  .object({
    handle: z.string().min(1),
    descriptionHtml: z.string(),
    vendor: z.string(),
    productType: z.string(),
    tags: z.array(z.string()),
    status: z.enum(["active", "draft", "archived"]),
    giftCard: z.boolean(),
    options: z.array(z.string()),
    variants: z.array(variant).min(1),
    image: z.string().nullable(),
    collections: z.array(z.string()),
  })
  .partial().shape;

const collectionFields = z
  .object({ handle: z.string().min(1), descriptionHtml: z.string(), products: z.array(z.string()) })
  .partial().shape;

const line = z.strictObject({
  variant: z.string().optional(),
  quantity,
  price: amount.optional(),
  title: z.string().optional(),
  properties: z.array(property).optional(),
});

const discount = z.strictObject({
  code: z.string().min(1).optional(),
  title: z.string().optional(),
  kind: z.enum(["fixed", "percentage", "free-shipping"]),
  value: amount.optional(),
  lines: z.array(z.number().int().min(1)).optional(),
});

const title = z.string().min(1);
const customer = z.string().min(1);
const order = z.string().min(1);

const actionSchema: z.ZodType<Action> = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("shop.create"), domain: z.string(), at, ...shopSettings }),
  z.strictObject({ do: z.literal("shop.update"), at, ...shopSettings }),
  z.strictObject({ do: z.literal("customer.create"), ref, at, ...customerFields }),
  z.strictObject({ do: z.literal("customer.update"), customer, at, ...customerFields }),
  z.strictObject({ do: z.literal("customer.delete"), customer, at }),
  z.strictObject({ do: z.literal("customer.merge"), keep: customer, remove: customer, at }),
  z.strictObject({ do: z.literal("product.create"), ref, at, title, ...productFields }),
  z.strictObject({
    do: z.literal("product.update"),
    product: title,
    at,
    title: title.optional(),
    ...productFields,
  }),
  z.strictObject({ do: z.literal("product.delete"), product: title, at }),
  z.strictObject({ do: z.literal("collection.create"), ref, at, title, ...collectionFields }),
  z.strictObject({
    do: z.literal("collection.update"),
    collection: title,
    at,
    title: title.optional(),
    ...collectionFields,
  }),
  z.strictObject({ do: z.literal("collection.delete"), collection: title, at }),
  z.strictObject({
    do: z.literal("order.place"),
    ref,
    at,
    customer: customer.nullable().optional(),
    email: z.email().optional(),
    lines: z.array(line).min(1, "an order needs at least one line"),
    locale: z.string().optional(),
    discounts: z.array(discount).optional(),
    codes: z.array(z.string().min(1)).optional(),
    giftCards: z.array(z.string().min(1)).optional(),
    storeCredit: z.boolean().optional(),
    shipping: z.strictObject({ title: z.string().optional(), price: amount }).nullable().optional(),
    tip: amount.optional(),
    source: z.enum(["web", "pos"]).optional(),
    test: z.boolean().optional(),
    payment: z
      .union([z.enum(["paid", "pending", "authorized"]), z.strictObject({ paid: amount })])
      .optional(),
    gateway: z.string().optional(),
    presentment: z.strictObject({ currency: z.string().length(3), rate: amount }).optional(),
    taxes: taxes.partial().optional(),
    note: z.string().optional(),
    tags: z.array(z.string()).optional(),
    noteAttributes: z.array(property).optional(),
  }),
  z.strictObject({ do: z.literal("order.pay"), order, amount: amount.optional(), at }),
  z.strictObject({
    do: z.literal("order.edit"),
    order,
    at,
    add: z.array(line).optional(),
    remove: z.array(z.strictObject({ line: lineRef, quantity: quantity.optional() })).optional(),
    moneyBack: z.boolean().optional(),
  }),
  z.strictObject({
    do: z.literal("order.refund"),
    ref,
    order,
    at,
    lines: z
      .array(
        z.strictObject({
          line: lineRef,
          quantity: quantity.optional(),
          restock: z.enum(["return", "cancel", "no_restock"]).optional(),
        }),
      )
      .optional(),
    shipping: z.union([amount, z.literal(true)]).optional(),
    amount: amount.optional(),
    note: z.string().optional(),
  }),
  z.strictObject({
    do: z.literal("order.cancel"),
    order,
    at,
    reason: z.enum(["customer", "fraud", "inventory", "declined", "staff", "other"]).optional(),
    refund: z.boolean().optional(),
  }),
  z.strictObject({ do: z.literal("order.assign"), order, customer: customer.nullable(), at }),
  z.strictObject({ do: z.literal("order.delete"), order, at }),
  z.strictObject({
    do: z.literal("discount.create"),
    at,
    code: z.string().min(1).max(255),
    title: title.optional(),
    kind: z.enum(["fixed", "percentage", "free-shipping"]),
    value: amount.optional(),
    products: z.array(title).min(1).optional(),
    customers: z.array(customer).min(1).optional(),
    minimum: amount.optional(),
    usageLimit: quantity.optional(),
    oncePerCustomer: z.boolean().optional(),
    startsAt: z.string().optional(),
    endsAt: z.string().optional(),
    combinesWith: z.array(z.enum(["order", "product", "shipping"])).optional(),
  }),
  z.strictObject({ do: z.literal("discount.end"), code: title, at }),
  z.strictObject({
    do: z.literal("storeCredit.credit"),
    customer,
    amount,
    expiresAt: z.iso.datetime({ offset: true }).optional(),
    at,
  }),
  z.strictObject({ do: z.literal("storeCredit.debit"), customer, amount, at }),
  z.strictObject({
    do: z.literal("giftCard.issue"),
    at,
    amount,
    code: z
      .string()
      .regex(/^[\w -]{8,25}$/, "a gift card's code has 8 to 20 letters and digits")
      .optional(),
    customer: customer.optional(),
    expiresOn: z.iso.date().optional(),
  }),
  z.strictObject({ do: z.literal("giftCard.deactivate"), giftCard: title, at }),
  z.strictObject({
    do: z.literal("theme.arrange"),
    places: z.array(z.string()),
    embeds: z.array(z.string()),
    at,
  }),
  z.strictObject({ do: z.literal("app.install"), at }),
  z.strictObject({ do: z.literal("app.uninstall"), at }),
  z.strictObject({ do: z.literal("app.redactShop"), at }),
  z.strictObject({ do: z.literal("privacy.requestData"), customer, at }),
  z.strictObject({ do: z.literal("privacy.redact"), customer, at }),
]);

/** Reads an action from outside; refuses it (400) with the place of the fault. */
export function parseAction(value: unknown): Action {
  return parseWith(actionSchema, value);
}

export function parseWith<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join(".");
  throw new Refusal(`${place ? `${place}: ` : ""}${issue?.message ?? "wrong shape"}.`, 400);
}
