import { ForeignDelivery, isUnreadable, type Delivery, type StoreEvent } from "../commerce/platform.ts";
import { rememberDeliveries, type NewDelivery } from "../db/deliveries.ts";
import { isUnstorable } from "../db/faults.ts";
import { findShop, type ShopRow } from "../db/shops.ts";
import { gather } from "./gather.ts";
import type { Services } from "./services.ts";

export type Received =
  | { outcome: "remembered" | "repeated" | "dead-letter"; shopId: number }
  /** No data is held of this shop: nothing is written. */
  | { outcome: "unknown-shop" }
  /** It names another shop than it came from: nothing is written. */
  | { outcome: "foreign" };

const LARGEST_BATCH = 200;
const SHOP_MEMORY_MS = 5_000;

/**
 * Remembers a delivery whose signature was checked, before it is acknowledged. What cannot be understood is kept too,
 * as a dead letter with its reason, so that nothing acknowledged is lost and others go on.
 */
export function receiveDeliveries(services: Services): (delivery: Delivery) => Promise<Received> {
  const remember = gather((rows: Row[]) => rememberEach(services, rows), LARGEST_BATCH);
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

  async function receive(delivery: Delivery): Promise<Received> {
    const shop = await shopOf(delivery.shopDomain);
    if (shop === null) return { outcome: "unknown-shop" };
    const row = rowOf(services, delivery, shop);
    if (row === null) return { outcome: "foreign" };
    const came = await remember(row);
    if (came === "no-shop") return { outcome: "unknown-shop" };
    return { outcome: came, shopId: shop.id };
  }

  return async (delivery) => {
    const received = await receive(delivery);
    // Erased a moment ago, and perhaps installed anew since.
    if (received.outcome === "unknown-shop" && shops.delete(delivery.shopDomain)) return receive(delivery);
    return received;
  };
}

/** A delivery to be remembered, and what was sent. */
type Row = NewDelivery & { sent: string };

/** null where the delivery is another shop's. */
function rowOf(services: Services, delivery: Delivery, shop: ShopRow): Row | null {
  const { webhookId, topic, eventId, triggeredAt, body: sent } = delivery;
  const facts = {
    shopId: shop.id,
    webhookId,
    topic,
    eventId,
    triggeredAt,
    receivedAt: services.clock(),
    sent,
  };
  try {
    const event = services.platform.translate(delivery, shop.currency);
    if (tellsNothing(event))
      return { ...facts, event: null, body: null, reason: null, memberId: null, orderId: null };
    return { ...facts, event, body: null, reason: null, ...subjectOf(event) };
  } catch (error) {
    if (error instanceof ForeignDelivery) return null;
    if (!isUnreadable(error)) throw error;
    return deadLetter(facts, error.message);
  }
}

/** The echo of tags that this app gave: one for each member of a segment, and none of it is news. */
function tellsNothing(event: StoreEvent): boolean {
  return event.kind === "customer-tagged" && event.person.given.length + event.person.taken.length === 0;
}

function deadLetter(
  facts: Omit<Row, "event" | "body" | "reason" | "memberId" | "orderId">,
  reason: string,
): Row {
  const body = Buffer.from(facts.sent).toString("base64");
  return { ...facts, event: null, body, reason, memberId: null, orderId: null };
}

/** Whom it is about, so that erasing a person finds what is kept of them here. */
export function subjectOf(event: StoreEvent): { memberId: string | null; orderId: string | null } {
  if (
    event.kind === "customer-deleted" ||
    event.kind === "customer-tagged" ||
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

type Outcome = "remembered" | "repeated" | "dead-letter" | "no-shop";

/** The database takes an id once a statement: a repetition within the batch goes with the next statement. */
async function rememberEach(services: Services, rows: Row[]): Promise<Outcome[]> {
  const outcomes = new Map<Row, Outcome>();
  let left = rows;
  while (left.length > 0) {
    const first = new Map(left.toReversed().map((row) => [`${row.shopId} ${row.webhookId}`, row]));
    const batch = left.filter((row) => first.get(`${row.shopId} ${row.webhookId}`) === row);
    const came = await rememberOrBury(services, batch);
    batch.forEach((row, place) => outcomes.set(row, came[place] ?? "no-shop"));
    left = left.filter((row) => !outcomes.has(row));
  }
  return rows.map((row) => outcomes.get(row) ?? "no-shop");
}

/** Where the database cannot take one of them, each goes alone, and that one becomes a dead letter. */
async function rememberOrBury(services: Services, batch: Row[]): Promise<Outcome[]> {
  try {
    return await rememberAll(services, batch);
  } catch (error) {
    if (!isUnstorable(error)) throw error;
    const [row] = batch;
    if (row === undefined) return [];
    if (batch.length === 1)
      // The instant may be what cannot be stored.
      return rememberAll(services, [
        deadLetter({ ...row, triggeredAt: null }, `cannot be stored: ${messageOf(error)}`),
      ]);
    const outcomes: Outcome[] = [];
    for (const alone of batch) outcomes.push(...(await rememberOrBury(services, [alone])));
    return outcomes;
  }
}

async function rememberAll(services: Services, rows: Row[]): Promise<Outcome[]> {
  const came = await rememberDeliveries(services.db.sql, rows);
  return rows.map((row, place) => {
    const remembered = came[place] ?? "no-shop";
    if (remembered !== "new") return remembered;
    return row.reason === null ? "remembered" : "dead-letter";
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
