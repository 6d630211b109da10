import type { Store } from "../state/store.ts";
import type { Instant } from "../state/types.ts";

/**
 * `waiting`: to be sent when due, for the first time or again; `scheduled`: due at a later hour (shop/redact);
 * `failed`: given up after the last retry; `dropped`: never sent, by a disturbance or because the app is gone.
 */
export type DeliveryState = "waiting" | "scheduled" | "delivered" | "failed" | "dropped";

export type NewDelivery = {
  shop: string;
  topic: string;
  address: string;
  apiVersion: string;
  webhookId: string;
  eventId: string;
  triggeredAt: Instant;
  bodyId: number;
  state: DeliveryState;
  /** Milliseconds since 1970. */
  dueAt: number;
  disturbed: string | null;
};

export type Delivery = NewDelivery & { id: number; createdAt: Instant };

export type Attempt = { n: number; at: Instant; status: number | null; durationMs: number; answer: string };

export function insertBody(store: Store, body: string): number {
  return Number(store.statement("INSERT INTO bodies (body) VALUES (?)").run(body).lastInsertRowid);
}

export function insertDelivery(store: Store, delivery: NewDelivery): number {
  const result = store
    .statement(
      `INSERT INTO deliveries (shop, topic, address, api_version, webhook_id, event_id, triggered_at, body_id, state,
         due_at, disturbed, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      delivery.shop,
      delivery.topic,
      delivery.address,
      delivery.apiVersion,
      delivery.webhookId,
      delivery.eventId,
      delivery.triggeredAt,
      delivery.bodyId,
      delivery.state,
      delivery.dueAt,
      delivery.disturbed,
      new Date().toISOString(),
    );
  return Number(result.lastInsertRowid);
}

/** What is due, the longest due first. */
export function listDue(store: Store, now: number, limit: number): Delivery[] {
  return store
    .statement(
      `SELECT * FROM deliveries WHERE state IN ('waiting', 'scheduled') AND due_at <= ? ORDER BY due_at, id LIMIT ?`,
    )
    .all(now, limit)
    .map(toDelivery);
}

/** When the first after `now` is due, in milliseconds since 1970; null where none is. */
export function nextDueAfter(store: Store, now: number): number | null {
  const row = store
    .statement(
      "SELECT min(due_at) AS due FROM deliveries WHERE state IN ('waiting', 'scheduled') AND due_at > ?",
    )
    .get(now);
  return row?.due == null ? null : Number(row.due);
}

export function findDelivery(store: Store, id: number): Delivery | null {
  const row = store.statement("SELECT * FROM deliveries WHERE id = ?").get(id);
  return row ? toDelivery(row) : null;
}

export type DeliveryFilter = {
  shop?: string | undefined;
  state?: string | undefined;
  topic?: string | undefined;
  limit?: number | undefined;
  before?: number | undefined;
};

/** Newest first. */
export function listDeliveries(
  store: Store,
  { shop, state, topic, limit = 50, before }: DeliveryFilter,
): Delivery[] {
  return store
    .statement(
      `SELECT * FROM deliveries WHERE (?1 IS NULL OR shop = ?1) AND (?2 IS NULL OR state = ?2)
         AND (?3 IS NULL OR topic = ?3) AND (?4 IS NULL OR id < ?4) ORDER BY id DESC LIMIT ?5`,
    )
    .all(shop ?? null, state ?? null, topic ?? null, before ?? null, limit)
    .map(toDelivery);
}

export function listAttempts(store: Store, id: number): Attempt[] {
  return store
    .statement("SELECT * FROM attempts WHERE delivery_id = ? ORDER BY n")
    .all(id)
    .map((row) => ({
      n: Number(row.n),
      at: String(row.at),
      status: row.status === null ? null : Number(row.status),
      durationMs: Number(row.duration_ms),
      answer: String(row.answer),
    }));
}

/** Null once it is no longer kept. */
export function findBody(store: Store, id: number): string | null {
  const row = store.statement("SELECT body FROM bodies WHERE id = ?").get(id);
  return row ? String(row.body) : null;
}

export function recordAttempt(store: Store, id: number, attempt: Attempt): void {
  store
    .statement(
      "INSERT INTO attempts (delivery_id, n, at, status, duration_ms, answer) VALUES (?, ?, ?, ?, ?, ?)",
    )
    .run(id, attempt.n, attempt.at, attempt.status, attempt.durationMs, attempt.answer);
}

export function countAttempts(store: Store, id: number): number {
  return Number(store.statement("SELECT count(*) AS n FROM attempts WHERE delivery_id = ?").get(id)?.n);
}

export function moveDelivery(store: Store, id: number, state: DeliveryState, dueAt: number): void {
  store
    .statement("UPDATE deliveries SET state = ?, due_at = ? WHERE id = ?")
    .run(state, Math.ceil(dueAt), id);
}

/** How many deliveries stand in which state. */
export function countDeliveries(store: Store): Record<DeliveryState, number> {
  const counts = { waiting: 0, scheduled: 0, delivered: 0, failed: 0, dropped: 0 };
  for (const row of store.statement("SELECT state, count(*) AS n FROM deliveries GROUP BY state").all())
    counts[String(row.state) as DeliveryState] = Number(row.n);
  return counts;
}

const KEPT_BODIES = 2_000;

/** Forgets the bodies of old deliveries that arrived; a year of a real shop would fill the disk with them. */
export function pruneBodies(store: Store): void {
  const row = store
    .statement("SELECT body_id FROM deliveries WHERE state = 'delivered' ORDER BY id DESC LIMIT 1 OFFSET ?")
    .get(KEPT_BODIES);
  if (!row) return;
  store
    .statement(
      `DELETE FROM bodies WHERE id < ? AND id NOT IN
         (SELECT body_id FROM deliveries WHERE state IN ('waiting', 'scheduled', 'failed', 'dropped'))`,
    )
    .run(Number(row.body_id));
}

function toDelivery(row: Record<string, unknown>): Delivery {
  return {
    id: Number(row.id),
    shop: String(row.shop),
    topic: String(row.topic),
    address: String(row.address),
    apiVersion: String(row.api_version),
    webhookId: String(row.webhook_id),
    eventId: String(row.event_id),
    triggeredAt: String(row.triggered_at),
    bodyId: Number(row.body_id),
    state: String(row.state) as DeliveryState,
    dueAt: Number(row.due_at),
    disturbed: typeof row.disturbed === "string" ? row.disturbed : null,
    createdAt: String(row.created_at),
  };
}
