import { randomUUID } from "node:crypto";
import type { Delivery } from "../../app/commerce/platform.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { receiveDeliveries } from "../../app/use-cases/receive-delivery.ts";
import type { Services } from "../../app/use-cases/services.ts";
import { settleDeliveries } from "../../app/use-cases/settle-deliveries.ts";
import { orders } from "../orders.ts";
import type { Once } from "../loop.ts";
import type { OurWorkName, Side, Terms } from "../protocol.ts";
import { randomOf } from "../random.ts";

export interface OurWork {
  prepare(terms: Terms): Promise<void>;
  once: Once;
}

/** Every client has a shop of its own, as the controls' accruals go to many shops. */
export function worksOf(services: Services, shops: ShopRow[], side: Side): Record<OurWorkName, OurWork> {
  const random = randomOf(side.seed);
  const receive = receiveDeliveries(services);
  const feed = orders(side.seed, { members: side.members, firstId: 1_000_000_000 });
  const shopOf = (client: number) => shops[client % shops.length] as ShopRow;
  const next = () => deliveryOf(feed.next().value as { body: string });

  let membersKnown = false;
  return {
    /** Nothing to do but to have every member known in the first shop: their balances are asked for over HTTP. */
    balance: {
      async prepare() {
        if (membersKnown) return;
        membersKnown = true;
        const ids = Array.from({ length: side.members }, (_, place) => 1_000_000 + place);
        for (let from = 0; from < ids.length; from += 500) {
          await Promise.all(ids.slice(from, from + 500).map((id) => receive(signUp(id)(shopOf(0)))));
        }
        while ((await settleDeliveries(services, shopOf(0))) > 0);
      },
      once: async () => 0,
    },
    accrual: {
      prepare: async () => undefined,
      async once(client) {
        const customerId = String(1_000_000 + Math.floor(random() * side.members));
        const key = randomUUID();
        const event = { kind: "adjust", customerId, points: 10n, reason: "goodwill", key } as const;
        await handleEvent(services, shopOf(client), { event, actor: "bench", eventId: key });
        return 1;
      },
    },
    "drain-each": {
      prepare: async () => undefined,
      async once(client) {
        const shop = shopOf(client);
        await receive(next()(shop));
        return settleDeliveries(services, shop);
      },
    },
    "drain-backlog": {
      async prepare({ units, clients }) {
        const news = Array.from({ length: units }, (_, place) => next()(shopOf(place % clients)));
        for (let from = 0; from < news.length; from += 500) {
          await Promise.all(news.slice(from, from + 500).map(receive));
        }
      },
      once: (client) => settleDeliveries(services, shopOf(client)),
    },
  };
}

function signUp(id: number): (shop: ShopRow) => Delivery {
  const body = JSON.stringify({
    id,
    created_at: "2026-07-01T09:00:00Z",
    first_name: "Ann",
    last_name: "Moss",
  });
  return (shop) => ({ ...deliveryOf({ body })(shop), topic: "customers/create" });
}

function deliveryOf({ body }: { body: string }): (shop: ShopRow) => Delivery {
  return (shop) => ({
    shopDomain: shop.domain,
    webhookId: randomUUID(),
    topic: "orders/paid",
    eventId: null,
    triggeredAt: null,
    body,
  });
}
