import type { ShopRow } from "../../app/db/shops.ts";
import { receiveDeliveries } from "../../app/use-cases/receive-delivery.ts";
import { settleDeliveries } from "../../app/use-cases/settle-deliveries.ts";
import { orders } from "../orders.ts";
import { deliveryOf } from "./deliveries.ts";
import { PROGRAMME } from "./perennial.ts";
import type { Ground, OurWork } from "./work.ts";

const ORDERS = 10_000;
const AT_ONCE = 200;

/** What makes the past of a member matter: levels by a window that holds all of it, and lots that expire. */
const WITH_A_MEMORY = {
  ...PROGRAMME,
  points: { pendingDays: 0, expiry: { kind: "lots", months: 12 }, notice: { required: false } },
  tiers: {
    basis: "spend",
    window: { kind: "rolling", months: 12 },
    levels: [
      { id: "bronze", at: "0" },
      { id: "silver", at: "100.00", multiplier: "1.25" },
    ],
  },
};

/** A further order of somebody with ten thousand, and of somebody with hardly any. */
export function pastWorks({
  services,
  seed,
  addShop,
}: Ground): Record<"order-long-past" | "order-no-past", OurWork> {
  const receive = receiveDeliveries(services);

  function orderWork(name: string, { members, past }: { members: number; past: number }): OurWork {
    const feed = orders(seed, { members, firstId: 3_000_000_000 });
    let shop: ShopRow | undefined;
    const next = (place: ShopRow) => deliveryOf(feed.next().value as { body: string })(place);

    async function open(): Promise<ShopRow> {
      const opened = await addShop(name, { programme: WITH_A_MEMORY });
      for (let n = 0; n < past; n += AT_ONCE) {
        await Promise.all(Array.from({ length: AT_ONCE }, () => receive(next(opened))));
        while ((await settleDeliveries(services, opened)) > 0);
      }
      return opened;
    }
    return {
      async prepare() {
        shop ??= await open();
      },
      async once() {
        const place = shop ?? (shop = await open());
        await receive(next(place));
        return settleDeliveries(services, place);
      },
    };
  }
  return {
    "order-long-past": orderWork("long-past", { members: 1, past: ORDERS }),
    "order-no-past": orderWork("no-past", { members: 100_000, past: 0 }),
  };
}
