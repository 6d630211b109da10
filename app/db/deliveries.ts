import type { StoreEvent } from "../commerce/platform.ts";
import type { Instant } from "../loyalty/time.ts";
import { instantOf } from "./book-rows.ts";
import { fromJson, toStorableJson } from "./json.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

/**
 * A delivery about to be remembered: with an event it waits to be worked off, with a reason instead it is a dead letter,
 * and with neither there is nothing to do about it.
 */
export interface NewDelivery {
  shopId: number;
  webhookId: string;
  topic: string;
  eventId: string | null;
  triggeredAt: Instant | null;
  receivedAt: Instant;
  event: StoreEvent | null;
  body: string | null;
  reason: string | null;
  memberId: string | null;
  orderId: string | null;
}

export interface WaitingDelivery {
  webhookId: string;
  topic: string;
  triggeredAt: Instant | null;
  receivedAt: Instant;
  attempts: number;
  event: StoreEvent;
}

/** What remembering came to; of a shop that is gone nothing is written. */
export type Remembered = "new" | "repeated" | "no-shop";

/**
 * Remembers many deliveries in one statement and says of each, by its place, what came of it. One that came before
 * under the same id is only counted. No two of the list may have the same id.
 */
export async function rememberDeliveries(sql: Sql, deliveries: NewDelivery[]): Promise<Remembered[]> {
  const rows = await sql.again<{ shop_id: number; webhook_id: string; repeats: number }>(
    // A shop is held on to while its deliveries are written: its erasure comes before or after, never in between.
    `WITH standing AS (SELECT id FROM shop WHERE id = ANY($2::int[]) FOR KEY SHARE)
     INSERT INTO delivery AS d (shop_id, webhook_id, topic, event_id, triggered_at, received_at, event, body, state,
       due_at, done_at, reason, member_id, order_id)
     SELECT r.shop_id, r.webhook_id, r.topic, r.event_id, r.triggered_at, r.received_at, r.event, r.body,
       CASE WHEN r.event IS NOT NULL THEN 'waiting' WHEN r.reason IS NOT NULL THEN 'dead' ELSE 'done' END, r.received_at,
       CASE WHEN r.event IS NULL AND r.reason IS NULL THEN r.received_at END, r.reason, r.member_id, r.order_id
     FROM jsonb_to_recordset($1::text::jsonb) AS r(place int, shop_id int, webhook_id text, topic text,
       event_id text, triggered_at timestamptz, received_at timestamptz, event jsonb, body text, reason text,
       member_id bigint, order_id bigint) JOIN standing ON standing.id = r.shop_id
     ORDER BY r.place
     ON CONFLICT (shop_id, webhook_id) DO UPDATE SET repeats = d.repeats + 1
     RETURNING shop_id, webhook_id, repeats`,
    [
      toStorableJson(deliveries.map((delivery, place) => ({ place, ...rowOf(delivery) }))),
      [...new Set(deliveries.map(({ shopId }) => shopId))],
    ],
  );
  const repeats = new Map(rows.map((row) => [placeOf(row.shop_id, row.webhook_id), row.repeats]));
  return deliveries.map((delivery) => {
    const times = repeats.get(placeOf(delivery.shopId, delivery.webhookId));
    if (times === undefined) return "no-shop";
    return times === 0 ? "new" : "repeated";
  });
}

function rowOf(delivery: NewDelivery): Record<string, unknown> {
  return {
    shop_id: delivery.shopId,
    webhook_id: delivery.webhookId,
    topic: delivery.topic,
    event_id: delivery.eventId,
    triggered_at: delivery.triggeredAt === null ? null : new Date(delivery.triggeredAt),
    received_at: new Date(delivery.receivedAt),
    event: delivery.event,
    body: delivery.body,
    reason: delivery.reason,
    member_id: delivery.memberId,
    order_id: delivery.orderId,
  };
}

function placeOf(shopId: number, webhookId: string): string {
  return `${shopId} ${webhookId}`;
}

export interface Claim {
  now: Instant;
  limit: number;
  /** Of a shop that uninstalled the app only news of the store itself is worked off anyway. */
  storeNewsOnly: boolean;
}

/** One worker at a time works off a shop's deliveries: false where another is at it. */
export async function takeLane(tx: ShopTransaction): Promise<boolean> {
  const [row] = await tx.query<{ free: boolean }>(`SELECT pg_try_advisory_xact_lock(5310282, $1) AS free`, [
    tx.shopId,
  ]);
  return row?.free === true;
}

/** Waits until nobody works off the shop's deliveries; nobody does until the transaction ends. */
export async function waitForLane(tx: ShopTransaction): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(5310282, $1)`, [tx.shopId]);
}

/** The oldest that are due, locked until the transaction ends, together with the lane; none where another has it. */
export async function claimWaiting(tx: ShopTransaction, claim: Claim): Promise<WaitingDelivery[]> {
  const rows = await tx.query<{
    webhook_id: string;
    topic: string;
    triggered_at: Date | null;
    received_at: Date;
    attempts: number;
    event: unknown;
  }>(
    `WITH lane AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(5310282, $1) AS free)
     SELECT webhook_id, topic, triggered_at, received_at, attempts, event FROM delivery
     WHERE (SELECT free FROM lane) AND shop_id = $1 AND state = 'waiting' AND due_at <= $2
       AND (event->>'kind' <> 'points' OR NOT ($4 OR EXISTS (
         SELECT FROM shop WHERE id = $1 AND uninstalled_at IS NOT NULL)))
     ORDER BY seq LIMIT $3 FOR UPDATE OF delivery`,
    [tx.shopId, new Date(claim.now), claim.limit, claim.storeNewsOnly],
  );
  return rows.map((row) => ({
    webhookId: row.webhook_id,
    topic: row.topic,
    triggeredAt: row.triggered_at?.getTime() ?? null,
    receivedAt: row.received_at.getTime(),
    attempts: row.attempts,
    event: fromJson<StoreEvent>(row.event),
  }));
}

/** How often a waiting delivery has failed so far; null where it waits no more. */
export async function attemptsOf(tx: ShopTransaction, webhookId: string): Promise<number | null> {
  const [row] = await tx.query<{ attempts: number }>(
    `SELECT attempts FROM delivery WHERE shop_id = $1 AND webhook_id = $2 AND state = 'waiting' FOR UPDATE`,
    [tx.shopId, webhookId],
  );
  return row?.attempts ?? null;
}

/** When the oldest delivery came that is still on its way through; null where there is none. */
export async function oldestWaiting(sql: Sql, shopId: number): Promise<Instant | null> {
  const [row] = await sql.again<{ received_at: Date | null }>(
    `SELECT min(received_at) AS received_at FROM delivery WHERE shop_id = $1 AND state = 'waiting' AND attempts = 0`,
    [shopId],
  );
  return row?.received_at?.getTime() ?? null;
}

/**
 * Where the delivery `r.id` stands, which must be locked: looked up one by one, for else all that the shop ever had are
 * read to find a few.
 */
const PLACE = (shop: string) =>
  `LATERAL (SELECT ctid FROM delivery WHERE shop_id = ${shop} AND webhook_id = r.id OFFSET 0) AS place`;

/**
 * What stays of it names no person: the news itself is kept, who it was about only by id. Those that were about points
 * come with the instant at which each was handled; they follow each other by their arrival, as they were handled.
 */
export function finishDeliveries(
  tx: ShopTransaction,
  { webhookIds, handledAt }: { webhookIds: string[]; handledAt?: ReadonlyMap<string, Instant> },
  now: Instant,
): void {
  const rows = webhookIds.map((id) => ({ id, at: instantOf(handledAt?.get(id) ?? null) }));
  tx.later({
    table: "delivery",
    isOne: rows.length === 1,
    text: (words) => `done_delivery AS (
      UPDATE delivery d SET state = 'done', done_at = ${words.value(new Date(now), "timestamptz")}, reason = NULL,
        event = d.event - '{person,note}'::text[], handled_at = r.at,
        handled_order = CASE WHEN ${words.value(handledAt !== undefined, "boolean")} THEN (SELECT nextval('handled_order')) END
      FROM ${words.rows({ id: "text", at: "timestamptz" }, rows)}, ${PLACE(words.value(tx.shopId, "int"))}
      WHERE d.ctid = place.ctid)`,
  });
}

/** About somebody who was erased: that it came is remembered, and nothing of what it told. */
export function emptyDeliveries(tx: ShopTransaction, webhookIds: string[]): void {
  if (webhookIds.length === 0) return;
  const rows = webhookIds.map((id) => ({ id }));
  tx.later({
    table: "delivery",
    isOne: rows.length === 1,
    text: (words) => `emptied_delivery AS (
      UPDATE delivery d SET event = NULL, member_id = NULL, order_id = NULL
      FROM ${words.rows({ id: "text" }, rows)}, ${PLACE(words.value(tx.shopId, "int"))}
      WHERE d.ctid = place.ctid)`,
  });
}

export async function postponeDelivery(
  tx: ShopTransaction,
  webhookId: string,
  failure: { reason: string; dueAt: Instant | null },
): Promise<void> {
  await tx.query(
    `UPDATE delivery SET attempts = attempts + 1, reason = $3, due_at = coalesce($4::timestamptz, due_at),
       state = CASE WHEN $4::timestamptz IS NULL THEN 'dead' ELSE state END
     WHERE shop_id = $1 AND webhook_id = $2`,
    [tx.shopId, webhookId, failure.reason, failure.dueAt === null ? null : new Date(failure.dueAt)],
  );
}
