import type { StoreEvent } from "../commerce/platform.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import { toStorableJson } from "./json.ts";
import type { Sql } from "./sql.ts";

export type DeliveryState = "waiting" | "done" | "dead";
const STATES: readonly DeliveryState[] = ["waiting", "done", "dead"];

export interface ListedDelivery {
  seq: string;
  webhookId: string;
  topic: string;
  receivedAt: Instant;
  state: DeliveryState;
  attempts: number;
  repeats: number;
  reason: string | null;
  dueAt: Instant;
  doneAt: Instant | null;
}

interface ListedRow {
  seq: bigint;
  webhook_id: string;
  topic: string;
  received_at: Date;
  state: DeliveryState;
  attempts: number;
  repeats: number;
  reason: string | null;
  due_at: Date;
  done_at: Date | null;
}

export interface DeliveryPage {
  /** null for all. */
  state: DeliveryState | null;
  /** The page behind this place in the order of arrival, or before it; the newest for null. */
  from: { seq: string; side: "after" | "before" } | null;
  limit: number;
}

const COLUMNS = `seq, webhook_id, topic, received_at, state, attempts, repeats, reason, due_at, done_at`;

/** The newest first. All states are read one by one and put together, for the index is by state and arrival. */
export async function listDeliveries(
  sql: Sql,
  shopId: number,
  page: DeliveryPage,
): Promise<ListedDelivery[]> {
  const { state, from, limit } = page;
  const backwards = from?.side === "before";
  const beyond = from === null ? "" : `AND seq ${backwards ? ">" : "<"} $3::bigint`;
  const order = `ORDER BY seq ${backwards ? "ASC" : "DESC"} LIMIT $2`;
  const each = (state === null ? STATES : [state]).map(
    (one) => `(SELECT ${COLUMNS} FROM delivery WHERE shop_id = $1 AND state = '${one}' ${beyond} ${order})`,
  );
  const rows = await sql.query<ListedRow>(
    `SELECT * FROM (${each.join(" UNION ALL ")}) AS listed ${order}`,
    from === null ? [shopId, limit] : [shopId, limit, from.seq],
  );
  const deliveries = rows.map(listedOf);
  return backwards ? deliveries.reverse() : deliveries;
}

export async function countDeliveries(sql: Sql, shopId: number): Promise<{ waiting: bigint; dead: bigint }> {
  const [row] = await sql.query<{ waiting: bigint; dead: bigint }>(
    `SELECT (SELECT count(*) FROM delivery WHERE shop_id = $1 AND state = 'waiting') AS waiting,
       (SELECT count(*) FROM delivery WHERE shop_id = $1 AND state = 'dead') AS dead`,
    [shopId],
  );
  return row ?? { waiting: 0n, dead: 0n };
}

/** Nothing is left that could be tried again: what was sent, or what it said of somebody, was kept for its days. */
const IS_FORGOTTEN = `(state = 'dead' AND body IS NULL AND coalesce(event->>'kind' = 'customer-tagged' AND NOT event ? 'person', true))`;

export interface KeptDelivery extends ListedDelivery {
  eventId: string | null;
  triggeredAt: Instant | null;
  /** What was sent; kept only of what could not be understood. */
  body: string | null;
  /** It cannot be tried again: what would be tried is not kept any more. */
  isForgotten: boolean;
}

export async function findDelivery(
  sql: Sql,
  shopId: number,
  webhookId: string,
): Promise<KeptDelivery | null> {
  const [row] = await sql.query<
    ListedRow & {
      event_id: string | null;
      triggered_at: Date | null;
      body: string | null;
      is_forgotten: boolean;
    }
  >(
    `SELECT ${COLUMNS}, event_id, triggered_at, body, ${IS_FORGOTTEN} AS is_forgotten FROM delivery
     WHERE shop_id = $1 AND webhook_id = $2`,
    [shopId, webhookId],
  );
  if (row === undefined) return null;
  return {
    ...listedOf(row),
    eventId: row.event_id,
    triggeredAt: row.triggered_at?.getTime() ?? null,
    body: row.body === null ? null : Buffer.from(row.body, "base64").toString("utf8"),
    isForgotten: row.is_forgotten,
  };
}

export interface DeadLetter {
  webhookId: string;
  seq: string;
  topic: string;
  /** Whether it was understood and failed later. */
  understood: boolean;
  isForgotten: boolean;
  body: string | null;
}

/** Dead letters in the order of arrival, locked until the transaction ends. */
export async function claimDeadLetters(
  tx: ShopTransaction,
  page: { webhookIds: string[] | null; after: string; limit: number },
): Promise<DeadLetter[]> {
  const rows = await tx.query<{
    webhook_id: string;
    seq: bigint;
    topic: string;
    understood: boolean;
    is_forgotten: boolean;
    body: string | null;
  }>(
    `SELECT webhook_id, seq, topic, event IS NOT NULL AS understood, ${IS_FORGOTTEN} AS is_forgotten, body FROM delivery
     WHERE shop_id = $1 AND state = 'dead' AND seq > $2::bigint AND ($3::text[] IS NULL OR webhook_id = ANY($3))
     ORDER BY seq LIMIT $4 FOR UPDATE`,
    [tx.shopId, page.after, page.webhookIds, page.limit],
  );
  return rows.map((row) => ({
    webhookId: row.webhook_id,
    seq: row.seq.toString(),
    topic: row.topic,
    understood: row.understood,
    isForgotten: row.is_forgotten,
    body: row.body === null ? null : Buffer.from(row.body, "base64").toString("utf8"),
  }));
}

/**
 * Puts a dead letter back into the line. It counts as tried once, so it is settled at the time it is tried again. Of whom an
 * old one told is forgotten, and it says so: nobody.
 */
export async function reviveDelivery(
  tx: ShopTransaction,
  webhookId: string,
  revival: { now: Instant; event: StoreEvent | null; memberId: string | null; orderId: string | null },
): Promise<void> {
  await tx.query(
    `UPDATE delivery SET state = 'waiting', attempts = 1, reason = NULL, due_at = $3, body = NULL,
       event = coalesce($4::text::jsonb,
         CASE WHEN event->>'kind' = 'points' THEN '{"person": null}'::jsonb || event ELSE event END), member_id = coalesce($5::bigint, member_id),
       order_id = coalesce($6::bigint, order_id)
     WHERE shop_id = $1 AND webhook_id = $2 AND state = 'dead'`,
    [
      tx.shopId,
      webhookId,
      new Date(revival.now),
      revival.event === null ? null : toStorableJson(revival.event),
      revival.memberId,
      revival.orderId,
    ],
  );
}

/** It stays dead: tried once more, and perhaps for another reason now. */
export async function noteStillDead(tx: ShopTransaction, webhookId: string, reason: string): Promise<void> {
  await tx.query(
    `UPDATE delivery SET attempts = attempts + 1, reason = $3 WHERE shop_id = $1 AND webhook_id = $2`,
    [tx.shopId, webhookId, reason],
  );
}

function listedOf(row: ListedRow): ListedDelivery {
  return {
    seq: row.seq.toString(),
    webhookId: row.webhook_id,
    topic: row.topic,
    receivedAt: row.received_at.getTime(),
    state: row.state,
    attempts: row.attempts,
    repeats: row.repeats,
    reason: row.reason,
    dueAt: row.due_at.getTime(),
    doneAt: row.done_at?.getTime() ?? null,
  };
}
