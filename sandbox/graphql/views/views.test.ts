import {
  getNamedType,
  isCompositeType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadAdminSchema } from "../../schema/admin-schema.ts";
import { startAdminApi, type AdminApi } from "../../testing/admin-api.ts";
import { Context } from "../engine/context.ts";
import type { View } from "../engine/resolve.ts";
import { Access } from "../engine/scopes.ts";
import { findNode } from "./nodes.ts";

const schema = loadAdminSchema();

/** Arguments that fields cannot do without. */
const ARGUMENTS: Record<string, string> = {
  metafield: '(namespace: "$app", key: "summary")',
  inCollection: '(id: "gid://shopify/Collection/1")',
  hasProduct: '(id: "gid://shopify/Product/1")',
};

const SCOPES = [
  ...["write_customers", "read_orders", "read_products", "write_discounts", "write_gift_cards"],
  ...["read_gift_card_transactions", "read_store_credit_accounts", "write_store_credit_account_transactions"],
];

let api: AdminApi;
let ids: Record<string, string>;

beforeAll(async () => {
  api = await startAdminApi();
  ids = await fillShop(api);
});
afterAll(() => api.running.close());

/** One of everything, with a discount code, an edit, a refund and shipping on the order. */
async function fillShop({ running, shop, ask }: AdminApi): Promise<Record<string, string>> {
  const perform = (action: Parameters<typeof running.sandbox.perform>[1]) =>
    running.sandbox.perform(shop.domain, action);
  const customer = perform({
    do: "customer.create",
    email: "sam@example.com",
    firstName: "Sam",
    address: {
      firstName: "Sam",
      lastName: "",
      address1: "1 Mill Lane",
      city: "Leeds",
      zip: "LS1",
      country: "United Kingdom",
      countryCode: "GB",
    },
  });
  const product = perform({
    do: "product.create",
    title: "Mug",
    tags: ["b", "A"],
    variants: [{ price: "12.50", sku: "MUG" }],
  });
  const collection = perform({ do: "collection.create", title: "Kitchen", products: [product.id] });
  const order = perform({
    do: "order.place",
    customer: customer.id,
    lines: [{ variant: "sku:MUG", quantity: 3, properties: [{ name: "Engraving", value: "Sam" }] }],
    discounts: [
      { code: "TEN", kind: "percentage", value: "10" },
      { title: "Staff", kind: "fixed", value: "1.00" },
    ],
    taxes: { rate: "0.2" },
    tags: ["gift"],
  });
  const refund = perform({
    do: "order.refund",
    order: order.id,
    lines: [{ line: 1, quantity: 1 }],
    shipping: true,
    amount: "20.00",
  });
  const variant = product.product?.variants[0]?.id ?? "";
  const set = await ask(
    `mutation { metafieldsSet(metafields: [{ ownerId: "gid://shopify/Customer/${customer.id}", key: "summary", type: "json", value: "{}" }]) { metafields { id definition { id } } } }`,
  );
  const subscription = await ask(
    'mutation { webhookSubscriptionCreate(topic: ORDERS_PAID, webhookSubscription: {uri: "https://example.com/hook"}) { webhookSubscription { id } } }',
  );
  const [metafield] = set.data.metafieldsSet.metafields;
  const { data: money } = await ask(
    `mutation Money($customer: ID!, $items: DiscountItemsInput!) {
      discountCodeBxgyCreate(bxgyCodeDiscount: { title: "Two", code: "TWO", startsAt: "2026-01-01T00:00:00Z", context: { customers: { add: [$customer] } },
        customerBuys: { items: $items, value: { quantity: "1" } }, customerGets: { items: $items, value: { discountOnQuantity: { quantity: "1", effect: { percentage: 1 } } } } }) { codeDiscountNode { id } }
      discountCodeFreeShippingCreate(freeShippingCodeDiscount: { title: "Ship", code: "SHIP", startsAt: "2026-01-01T00:00:00Z", context: { all: ALL }, maximumShippingPrice: "5.00" }) { codeDiscountNode { id } }
      discountCodeBasicCreate(basicCodeDiscount: { title: "Five", code: "FIVE", startsAt: "2026-01-01T00:00:00Z", context: { all: ALL }, minimumRequirement: { quantity: { greaterThanOrEqualToQuantity: "2" } },
        customerGets: { value: { percentage: 0.1 }, items: $items } }) { codeDiscountNode { id } }
      giftCardCreate(input: { initialValue: "5", customerId: $customer }) { giftCard { id } }
      storeCreditAccountCredit(id: $customer, creditInput: { creditAmount: { amount: "5", currencyCode: GBP } }) { storeCreditAccountTransaction { account { id } } } }`,
    {
      customer: `gid://shopify/Customer/${customer.id}`,
      items: { products: { productsToAdd: [`gid://shopify/Product/${product.id}`] } },
    },
    SCOPES,
  );
  return {
    DiscountCodeNode: money.discountCodeBasicCreate.codeDiscountNode.id,
    "DiscountCodeNode of free shipping": money.discountCodeFreeShippingCreate.codeDiscountNode.id,
    "DiscountCodeNode of buy x, get y": money.discountCodeBxgyCreate.codeDiscountNode.id,
    GiftCard: money.giftCardCreate.giftCard.id,
    StoreCreditAccount: money.storeCreditAccountCredit.storeCreditAccountTransaction.account.id,
    Shop: `gid://shopify/Shop/${shop.id}`,
    Customer: `gid://shopify/Customer/${customer.id}`,
    Product: `gid://shopify/Product/${product.id}`,
    ProductVariant: `gid://shopify/ProductVariant/${variant}`,
    Collection: `gid://shopify/Collection/${collection.id}`,
    Order: `gid://shopify/Order/${order.id}`,
    Refund: `gid://shopify/Refund/${refund.refund?.id}`,
    Metafield: metafield.id,
    MetafieldDefinition: metafield.definition.id,
    WebhookSubscription: subscription.data.webhookSubscriptionCreate.webhookSubscription.id,
    App: "gid://shopify/App/8675309",
    AppInstallation: `gid://shopify/AppInstallation/${shop.id}`,
  };
}

function contextOf({ running, shop }: AdminApi): Context {
  return new Context(running.sandbox, shop, new Access(SCOPES));
}

/** A selection of every field that a view offers, and of the views below it down to `depth`. */
function selectEverything(view: View, type: GraphQLObjectType, depth: number): string {
  const fields = Object.keys(view).filter((name) => name !== "__typename");
  return fields
    .map((name) => `${name}${ARGUMENTS[name] ?? pageSize(type, name)}${inner(view, type, name, depth)}`)
    .join(" ");
}

function pageSize(type: GraphQLObjectType, name: string): string {
  const argumentsOf = type.getFields()[name]?.args ?? [];
  return argumentsOf.some((argument) => argument.name === "first") ? "(first: 5)" : "";
}

function inner(view: View, type: GraphQLObjectType, name: string, depth: number): string {
  const target = getNamedType(type.getFields()[name]?.type);
  if (!isCompositeType(target)) return "";
  const listed = isObjectType(target) && target.name.endsWith("Connection");
  const node = listed ? getNamedType(target.getFields().nodes?.type) : target;
  const selection = depth > 0 ? selectSample(sampleOf(view[name]), node, depth - 1) : "__typename";
  return listed ? ` { nodes { ${selection} } }` : ` { ${selection} }`;
}

function selectSample(sample: View | null, type: GraphQLNamedType | undefined, depth: number): string {
  if (sample === null) return "__typename";
  if (isObjectType(type)) return selectEverything(sample, type, depth);
  const actual = schema.getType(sample.__typename as string) as GraphQLObjectType;
  return `... on ${actual.name} { ${selectEverything(sample, actual, depth)} }`;
}

/** The first view behind a field, where there is one. */
function sampleOf(field: View[string]): View | null {
  const value = typeof field === "function" ? field({ first: 5 }, contextOf(api), undefined as never) : field;
  const sample: unknown = Array.isArray(value) ? value[0] : value;
  if (sample === null || typeof sample !== "object") return null;
  const { nodes } = sample as { nodes?: View[] };
  return nodes ? (nodes[0] ?? null) : (sample as View);
}

test.each([
  "Shop",
  "Customer",
  "Product",
  "ProductVariant",
  "Collection",
  "Order",
  "Refund",
  "Metafield",
  "MetafieldDefinition",
  "WebhookSubscription",
  "App",
  "AppInstallation",
  "DiscountCodeNode",
  "DiscountCodeNode of free shipping",
  "DiscountCodeNode of buy x, get y",
  "GiftCard",
  "StoreCreditAccount",
])("%s answers every field that it claims to hold, as its type in the schema", async (name) => {
  const id = ids[name] ?? "";
  const [type = name] = name.split(" ");
  const view = findNode(contextOf(api), id);
  if (!view) throw new Error(`${id} was not found`);
  const selection = selectEverything(view, schema.getType(type) as GraphQLObjectType, 2);
  const query = `{ node(id: "${id}") { ... on ${type} { ${selection} } } }`;
  const { data, errors } = await api.ask(query, {}, SCOPES);
  expect(errors?.map(({ message }) => message) ?? []).toEqual([]);
  expect(data.node.id).toBe(id);
});
