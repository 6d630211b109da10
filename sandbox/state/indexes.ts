import type { Documents, DocumentType } from "./types.ts";

type Indexes = { [T in DocumentType]: Record<string, (doc: Documents[T]) => string[]> };

const present = (...values: (string | null)[]): string[] => values.filter((value) => value !== null);

/** What documents are looked up by, beside their id: index name → the values under which a document is found. */
export const INDEXES: Indexes = {
  token: { refreshToken: (token) => present(token.refreshToken) },
  installation: {},
  product: {
    handle: (product) => [product.handle],
    variant: (product) => product.variants.map((variant) => variant.id),
    sku: (product) => product.variants.map((variant) => variant.sku).filter((sku) => sku !== ""),
  },
  collection: {
    handle: (collection) => [collection.handle],
    product: (collection) => collection.productIds,
  },
  customer: {
    email: (customer) => present(customer.email?.toLowerCase() ?? null),
    listed: (customer) => [customer.mergedInto === null ? "yes" : "no"],
  },
  order: {
    customer: (order) => present(order.customerId),
    name: (order) => [order.name],
    refund: (order) => order.payload.refunds.map((refund) => String(refund.id)),
  },
  metafield: {
    owner: (metafield) => [`${metafield.ownerType}/${metafield.ownerId}`],
    number: (metafield) => [metafield.number],
  },
  metafieldDefinition: { ownerType: (definition) => [definition.ownerType] },
  subscription: {
    topic: (subscription) => [subscription.topic],
    number: (subscription) => [subscription.number],
  },
  discount: {},
  redeemCode: {
    code: ({ code }) => [code.toLowerCase()],
    discount: ({ discountId }) => [discountId],
  },
  codeBulkCreation: { done: ({ done }) => [done ? "yes" : "no"] },
  storeCreditAccount: {
    customer: ({ customerId }) => [customerId],
    entry: ({ entries }) => entries.map(({ id }) => id),
  },
  giftCard: {
    code: ({ code }) => [code],
    customer: ({ customerId, recipient }) => present(customerId, recipient?.customerId ?? null),
  },
  mergeJob: {},
  automaticDiscount: {},
  validation: {},
  segment: {},
  themeChoice: {},
  webPixel: {},
};
