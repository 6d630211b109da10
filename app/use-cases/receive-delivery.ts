import { UnreadableDelivery, type Delivery, type StoreEvent } from "../commerce/platform.ts";
import { rememberDeliveries, type NewDelivery } from "../db/deliveries.ts";
import { findShop, type ShopRow } from "../db/shops.ts";
import { gather } from "./gather.ts";
import type { Services } from "./services.ts";

export type Received =
  | { outcome: "remembered" | "repeated" | "dead-letter"; shopId: number }
  /** No data is held of this shop: nothing is written. */
  | { outcome: "unknown-shop" };

const LARGEST_BATCH = 200;
const SHOP_MEMORY_MS = 5_000;

/**
 * Remembers a delivery whose signature was checked, before it is acknowledged. What cannot be understood is kept too,
 * as a dead letter with its reason, so that nothing acknowledged is lost and others go on.
 */
export function receiveDeliveries(services: Services): (delivery: Delivery) => Promise<Received> {
  const remember = gather((rows: NewDelivery[]) => rememberEach(services, rows), LARGEST_BATCH);
  const shops = new Map<string, { shop: ShopRow; until: number }>();

  async function shopOf(domain: string): Promise<ShopRow | null> {
    const now = performance.now();
    const known = shops.get(domain);
    if (known !== undefined && known.until > now) return known.shop;
    const shop = await findShop(services.db.sql, domain);
    if (shop === null) shops.delete(domain);
    else shops.set(domain, { shop, until: now + SHOP_MEMORY_MS });
    return shop;
  }

  return async (delivery) => {
    const shop = await shopOf(delivery.shopDomain);
    if (shop === null) return { outcome: "unknown-shop" };
    const row = rowOf(services, delivery, shop);
    const isNew = await remember(row);
    if (!isNew) return { outcome: "repeated", shopId: shop.id };
    return { outcome: row.event === null ? "dead-letter" : "remembered", shopId: shop.id };
  };
}

function rowOf(services: Services, delivery: Delivery, shop: ShopRow): NewDelivery {
  const { webhookId, topic, eventId, triggeredAt } = delivery;
  const facts = { shopId: shop.id, webhookId, topic, eventId, triggeredAt, receivedAt: services.clock() };
  try {
    const event = services.platform.translate(delivery, shop.currency);
    return { ...facts, event, body: null, reason: null, ...subjectOf(event) };
  } catch (error) {
    if (!(error instanceof UnreadableDelivery)) throw error;
    const body = Buffer.from(delivery.body).toString("base64");
    return { ...facts, event: null, body, reason: error.message, memberId: null, orderId: null };
  }
}

/** Whom it is about, so that erasing a person finds what is kept of them here. */
export function subjectOf(event: StoreEvent): { memberId: string | null; orderId: string | null } {
  if (
    event.kind === "customer-deleted" ||
    event.kind === "customer-redacted" ||
    event.kind === "data-requested"
  ) {
    return { memberId: event.customerId, orderId: null };
  }
  if (event.kind !== "points") return { memberId: null, orderId: null };
  const news = event.event;
  switch (news.kind) {
    case "order":
      return { memberId: news.order.customerId, orderId: news.order.id };
    case "order-deleted":
      return { memberId: null, orderId: news.orderId };
    case "refund":
      return { memberId: null, orderId: news.refund.orderId };
    case "customer-created":
    case "customer-updated":
      return { memberId: news.customerId, orderId: null };
    case "customers-merged":
      return { memberId: news.deletedId, orderId: null };
    default:
      return { memberId: null, orderId: null };
  }
}

/** The database takes an id once a statement: a repetition within the batch goes with the next statement. */
async function rememberEach(services: Services, rows: NewDelivery[]): Promise<boolean[]> {
  const results = new Map<NewDelivery, boolean>();
  let left = rows;
  while (left.length > 0) {
    const first = new Map(left.toReversed().map((row) => [`${row.shopId} ${row.webhookId}`, row]));
    const batch = left.filter((row) => first.get(`${row.shopId} ${row.webhookId}`) === row);
    const isNew = await rememberDeliveries(services.db.sql, batch);
    batch.forEach((row, place) => results.set(row, isNew[place] === true));
    left = left.filter((row) => !results.has(row));
  }
  return rows.map((row) => results.get(row) === true);
}
