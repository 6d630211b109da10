import type { Delivery } from "../../app/commerce/platform.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { receiveDeliveries } from "../../app/use-cases/receive-delivery.ts";
import { settleDeliveries } from "../../app/use-cases/settle-deliveries.ts";
import { orders } from "../orders.ts";
import type { OurWorkName } from "../protocol.ts";
import { analyticsWorks } from "./analytics-works.ts";
import { deliveryOf } from "./deliveries.ts";
import { ledgerWorks } from "./ledger-works.ts";
import { pastWorks } from "./past-works.ts";
import { recommendWorks } from "./recommend-works.ts";
import { redeemWorks } from "./redeem-works.ts";
import { verifyWorks } from "./verify-works.ts";
import { FIRST_MEMBER, type Ground, type OurWork } from "./work.ts";

/** Every client has a shop of its own, as the controls' accruals go to many shops. */
export function worksOf(ground: Ground): Record<OurWorkName, OurWork> {
  const { services, shops, members, seed } = ground;
  const receive = receiveDeliveries(services);
  const feed = orders(seed, { members, firstId: 1_000_000_000 });
  const shopOf = (client: number) => shops[client % shops.length] as ShopRow;
  const next = () => deliveryOf(feed.next().value as { body: string });

  let membersKnown = false;
  /** Every member is known in the first shop: what is theirs is asked for over HTTP. */
  const knowMembers = async () => {
    if (membersKnown) return;
    membersKnown = true;
    const ids = Array.from({ length: members }, (_, place) => FIRST_MEMBER + place);
    for (let from = 0; from < ids.length; from += 500) {
      await Promise.all(ids.slice(from, from + 500).map((id) => receive(signUp(id)(shopOf(0)))));
    }
    while ((await settleDeliveries(services, shopOf(0))) > 0);
  };
  return {
    balance: { prepare: knowMembers, once: async () => 0 },
    ...ledgerWorks(ground),
    ...redeemWorks(ground),
    ...pastWorks(ground),
    ...verifyWorks(ground),
    ...analyticsWorks(ground),
    ...recommendWorks({ ...ground, knowMembers }),
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
