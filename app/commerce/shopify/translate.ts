import { z } from "zod";
import type { Order } from "../../loyalty/order.ts";
import { parseInstant } from "../../loyalty/time.ts";
import { UnreadableDelivery, type Person, type StoreEvent, type TagChange } from "../platform.ts";
import { changedProduct } from "./changed-product.ts";
import {
  customerPayload,
  customerRedactPayload,
  dataRequestPayload,
  deletedPayload,
  mergePayload,
  orderPayload,
  productPayload,
  refundPayload,
  type OrderPayload,
  shopPayload,
  taggedPayload,
} from "./payloads.ts";
import { translateOrder, translateRefund } from "./translate-order.ts";

/** As long as Shopify lets a note be. */
const LONGEST_NOTE = 5_000;

type Translate = (payload: unknown, shopCurrency: string | null) => StoreEvent;

/** One row a topic. A topic of shopify.app.toml without a row here fails translate.test.ts. */
const TOPICS: Record<string, Translate> = {
  "orders/create": placedOrder,
  "orders/paid": order,
  "orders/updated": order,
  "orders/cancelled": order,
  "orders/delete": (payload) => ({
    kind: "points",
    event: { kind: "order-deleted", orderId: deletedPayload.parse(payload).id },
    person: null,
  }),
  "refunds/create": (payload, currency) => ({
    kind: "points",
    event: { kind: "refund", refund: translateRefund(refundPayload.parse(payload), currency) },
    person: null,
  }),
  "customers/create": (payload) => {
    const customer = customerPayload.parse(payload);
    if (customer.created_at === null) throw new UnreadableDelivery("the customer has no created_at");
    return {
      kind: "points",
      event: {
        kind: "customer-created",
        customerId: customer.id,
        createdAt: parseInstant(customer.created_at),
      },
      person: personOf(customer, null),
    };
  },
  "customers/update": (payload) => {
    const customer = customerPayload.parse(payload);
    return {
      kind: "points",
      event: { kind: "customer-updated", customerId: customer.id },
      person: personOf(customer, null),
    };
  },
  "customers/delete": (payload) => ({
    kind: "customer-deleted",
    customerId: deletedPayload.parse(payload).id,
  }),
  "customer.tags_added": (payload) => tagged(payload, (tags) => ({ given: tags, taken: [] })),
  "customer.tags_removed": (payload) => tagged(payload, (tags) => ({ given: [], taken: tags })),
  "customers/merge": (payload) => {
    const merge = mergePayload.parse(payload);
    return {
      kind: "points",
      event: {
        kind: "customers-merged",
        keptId: idOfGid(merge.admin_graphql_api_customer_kept_id),
        deletedId: idOfGid(merge.admin_graphql_api_customer_deleted_id),
      },
      person: null,
    };
  },
  "products/create": product,
  "products/update": product,
  "products/delete": (payload) => ({ kind: "product-deleted", productId: deletedPayload.parse(payload).id }),
  "collections/update": () => ({ kind: "collection-changed" }),
  "collections/delete": () => ({ kind: "collection-changed" }),
  "shop/update": (payload) => {
    const shop = shopPayload.parse(payload);
    return {
      kind: "shop-changed",
      shop: { name: shop.name, currency: shop.currency, timezone: shop.iana_timezone },
    };
  },
  "app/scopes_update": () => ({ kind: "scopes-changed" }),
  "app/uninstalled": () => ({ kind: "uninstalled" }),
  "customers/data_request": (payload) => {
    const request = dataRequestPayload.parse(payload);
    return {
      kind: "data-requested",
      requestId: request.data_request.id,
      customerId: request.customer.id,
      orderIds: request.orders_requested,
    };
  },
  "customers/redact": (payload) => {
    const request = customerRedactPayload.parse(payload);
    return { kind: "customer-redacted", customerId: request.customer.id, orderIds: request.orders_to_redact };
  },
  "shop/redact": () => ({ kind: "shop-redacted" }),
};

export const TRANSLATED_TOPICS: readonly string[] = Object.keys(TOPICS);

/** `shopCurrency` helps where a payload does not name its own. Throws UnreadableDelivery. */
export function translateWebhook(
  topic: string,
  payload: unknown,
  shopCurrency: string | null = null,
): StoreEvent {
  const translate = Object.hasOwn(TOPICS, topic) ? TOPICS[topic] : undefined;
  if (translate === undefined) throw new UnreadableDelivery(`nobody here handles ${topic}`);
  try {
    return translate(payload, shopCurrency);
  } catch (error) {
    if (error instanceof z.ZodError) throw new UnreadableDelivery(inWords(error));
    if (error instanceof RangeError) throw new UnreadableDelivery(error.message);
    throw error;
  }
}

function order(payload: unknown): StoreEvent {
  const parsed = orderPayload.parse(payload);
  const order: Order = translateOrder(parsed);
  const person = parsed.customer === null ? null : personOf(parsed.customer, parsed);
  return { kind: "points", event: { kind: "order", order }, person };
}

/**
 * With what the customer wrote, which is told when the order is new and came from the shop's own pages: later, and at the
 * till, notes are those of staff.
 */
function placedOrder(payload: unknown): StoreEvent {
  const { note, source_name: channel } = orderPayload.parse(payload);
  const written = channel === "web" ? (note?.trim().slice(0, LONGEST_NOTE) ?? "") : "";
  const news = order(payload);
  return written === "" || news.kind !== "points" ? news : { ...news, note: written };
}

function product(payload: unknown, currency: string | null): StoreEvent {
  const parsed = productPayload.parse(payload);
  const written = typeof parsed.tags === "string" ? parsed.tags.split(",") : (parsed.tags ?? []);
  const tags = written.map((tag) => tag.trim()).filter((tag) => tag !== "");
  const sold = changedProduct(parsed, { tags, currency });
  return {
    kind: "product-changed",
    productId: parsed.id,
    tags,
    productType: parsed.product_type === "" ? null : parsed.product_type,
    handle: parsed.handle,
    ...(sold === undefined ? {} : { sold }),
  };
}

function tagged(payload: unknown, changeOf: (tags: string[]) => TagChange): StoreEvent {
  const { customerId, tags } = taggedPayload.parse(payload);
  return { kind: "customer-tagged", customerId: idOfGid(customerId), person: changeOf(ownOfStore(tags)) };
}

/** Without those that segments of this app put on customers: they would only say what is known already. */
export function ownOfStore(tags: readonly string[]): string[] {
  return tags.filter((tag) => !tag.startsWith("perennial:"));
}

/** `order` is what they bought with: its language, and where it goes where nobody knows where they live. */
export function personOf(
  customer: z.infer<typeof customerPayload>,
  order: Pick<OrderPayload, "customer_locale" | "shipping_address"> | null,
): Person {
  const address = customer.default_address ?? order?.shipping_address ?? null;
  return {
    customerId: customer.id,
    firstName: customer.first_name,
    lastName: customer.last_name,
    email: customer.email,
    locale: order?.customer_locale ?? null,
    country: address?.country_code ?? null,
    tags: customer.tags == null ? null : ownOfStore(customer.tags),
  };
}

export function idOfGid(gid: string): string {
  const id = /^gid:\/\/shopify\/\w+\/(\d+)/.exec(gid)?.[1];
  if (id === undefined) throw new UnreadableDelivery(`not an id of Shopify: ${gid}`);
  return id;
}

function inWords(error: z.ZodError): string {
  const [first] = error.issues;
  if (first === undefined) return "the payload has an unknown shape";
  const place = first.path.length === 0 ? "The payload" : `"${first.path.join(".")}"`;
  return `${place} ${faultOf(first)}.`;
}

function faultOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `is missing or is no ${issue.expected === "int" ? "whole number" : issue.expected}`;
    case "too_small":
      return `is below ${issue.minimum}`;
    case "too_big":
      return `is above ${issue.maximum}`;
    case "invalid_format":
      return "is not written as it should be";
    default:
      return "is of another kind than it should be";
  }
}
