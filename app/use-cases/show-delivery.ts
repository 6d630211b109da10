import { findDelivery, type KeptDelivery } from "../db/delivery-list.ts";
import type { ShopRow } from "../db/shops.ts";
import type { Instant } from "../loyalty/time.ts";
import type { Services } from "./services.ts";

export interface DeliveryView {
  now: Instant;
  delivery: KeptDelivery;
}

/** null where the shop has no such delivery. */
export async function showDelivery(
  { db, clock }: Services,
  shop: ShopRow,
  webhookId: string,
): Promise<DeliveryView | null> {
  const delivery = await findDelivery(db.sql, shop.id, webhookId);
  if (delivery === null) return null;
  return {
    now: clock(),
    delivery: { ...delivery, body: delivery.body === null ? null : readable(delivery.body) },
  };
}

/** JSON with its lines broken; anything else as it came. */
function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
