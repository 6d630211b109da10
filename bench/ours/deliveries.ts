import { randomUUID } from "node:crypto";
import type { Delivery } from "../../app/commerce/platform.ts";
import type { ShopRow } from "../../app/db/shops.ts";

export function deliveryOf({ body }: { body: string }): (shop: ShopRow) => Delivery {
  return (shop) => ({
    shopDomain: shop.domain,
    webhookId: randomUUID(),
    topic: "orders/paid",
    eventId: null,
    triggeredAt: null,
    body,
  });
}
