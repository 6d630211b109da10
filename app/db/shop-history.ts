import type { LoyaltyEvent } from "../loyalty/events.ts";
import type { OrderId } from "../loyalty/ids.ts";
import type { ProductFacts } from "../loyalty/order.ts";
import type { Instant } from "../loyalty/time.ts";
import { fromJson } from "./json.ts";
import type { Sql } from "./sql.ts";

/** Something that happened to points, without what it was. */
export interface Handled {
  kind: "delivery" | "command";
  /** The webhook id, or the command's place. */
  id: string;
  at: Instant;
  /** The order it is about; null for members alone. */
  orderId: OrderId | null;
}

/** Everything that happened to a shop's points, in the order in which it was handled: a few bytes for each. */
export async function listHandled(sql: Sql, shopId: number): Promise<Handled[]> {
  const rows = await sql.query<{ kind: Handled["kind"]; id: string; at: Date; order_id: bigint | null }>(
    `SELECT kind, id, at, order_id FROM (
       SELECT 'delivery' AS kind, webhook_id AS id, handled_at AS at, order_id, handled_order, seq FROM delivery
       WHERE shop_id = $1 AND handled_at IS NOT NULL AND event IS NOT NULL
       UNION ALL
       SELECT 'command', handled_order::text, handled_at,
         coalesce(event->'order'->>'id', event->'refund'->>'orderId', event->>'orderId')::bigint, handled_order, 0
       FROM command WHERE shop_id = $1) AS handled
     ORDER BY handled_order, seq`,
    [shopId],
  );
  return rows.map((row) => ({
    kind: row.kind,
    id: row.id,
    at: row.at.getTime(),
    orderId: row.order_id?.toString() ?? null,
  }));
}

export interface HandledEvent {
  event: LoyaltyEvent;
  actor: string;
}

/** What these were, by their ids; who was erased meanwhile is missing. */
export async function readEvents(
  sql: Sql,
  shopId: number,
  handled: readonly Handled[],
): Promise<Record<Handled["kind"], ReadonlyMap<string, HandledEvent>>> {
  const idsOf = (kind: Handled["kind"]) => handled.filter((one) => one.kind === kind).map(({ id }) => id);
  const deliveries = await sql.query<{ id: string; event: unknown }>(
    `SELECT webhook_id AS id, event->'event' AS event FROM delivery
     WHERE shop_id = $1 AND webhook_id = ANY($2::text[]) AND event IS NOT NULL`,
    [shopId, idsOf("delivery")],
  );
  const commands = await sql.query<{ id: string; event: unknown; actor: string }>(
    `SELECT handled_order::text AS id, event, actor FROM command
     WHERE shop_id = $1 AND handled_order = ANY($2::bigint[])`,
    [shopId, idsOf("command")],
  );
  const eventOf = (event: unknown) => fromJson<LoyaltyEvent>(event);
  return {
    delivery: new Map(deliveries.map(({ id, event }) => [id, { event: eventOf(event), actor: "store" }])),
    command: new Map(commands.map(({ id, event, actor }) => [id, { event: eventOf(event), actor }])),
  };
}

/** What was known of the products of these orders when each was first named. */
export async function readFrozenProducts(
  sql: Sql,
  shopId: number,
  orders: readonly OrderId[],
): Promise<Map<OrderId, Record<string, ProductFacts>>> {
  if (orders.length === 0) return new Map();
  const rows = await sql.query<{ id: bigint; products: unknown }>(
    `SELECT id, snapshot->'products' AS products FROM "order"
     WHERE shop_id = $1 AND id = ANY($2::bigint[]) AND snapshot IS NOT NULL`,
    [shopId, orders],
  );
  return new Map(
    rows.map(({ id, products }) => [id.toString(), fromJson<Record<string, ProductFacts>>(products)]),
  );
}
