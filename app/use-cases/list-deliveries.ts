import {
  countDeliveries,
  listDeliveries as readDeliveries,
  type DeliveryState,
  type ListedDelivery,
} from "../db/delivery-list.ts";
import type { ShopRow } from "../db/shops.ts";
import type { Instant } from "../loyalty/time.ts";
import { pageOf, type Side } from "./paging.ts";
import type { Services } from "./services.ts";

export const DELIVERIES_A_PAGE = 25;

export interface DeliveryQuery {
  state: "waiting" | "dead" | null;
  from: { seq: string; side: Side } | null;
}

export interface DeliveriesView {
  now: Instant;
  state: DeliveryState | null;
  counts: { waiting: number; dead: number };
  deliveries: ListedDelivery[];
  next: string | null;
  previous: string | null;
}

/** What a page's address asks for; what cannot be read is left out. */
export function readDeliveryQuery(address: URLSearchParams): DeliveryQuery {
  const state = address.get("state");
  return {
    state: state === "waiting" || state === "dead" ? state : null,
    from: placeIn(address, "after") ?? placeIn(address, "before"),
  };
}

function placeIn(address: URLSearchParams, side: Side): DeliveryQuery["from"] {
  const seq = /^\d{1,18}$/.exec(address.get(side) ?? "")?.[0];
  return seq === undefined ? null : { seq, side };
}

export async function listDeliveries(
  { db, clock }: Services,
  shop: ShopRow,
  query: DeliveryQuery,
): Promise<DeliveriesView> {
  const { sql } = db;
  const found = await readDeliveries(sql, shop.id, { ...query, limit: DELIVERIES_A_PAGE + 1 });
  const { rows, hasNext, hasPrevious } = pageOf(found, DELIVERIES_A_PAGE, query.from?.side ?? null);
  const counts = await countDeliveries(sql, shop.id);
  return {
    now: clock(),
    state: query.state,
    counts: { waiting: Number(counts.waiting), dead: Number(counts.dead) },
    deliveries: rows,
    next: hasNext ? (rows.at(-1)?.seq ?? null) : null,
    previous: hasPrevious ? (rows[0]?.seq ?? null) : null,
  };
}
