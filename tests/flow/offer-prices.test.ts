import { describe, expect, test } from "vitest";
import { saveCatalogue, type SoldProduct } from "../../app/db/catalogue.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { showOffers } from "../../app/use-cases/offers/show-offers.ts";
import { app, ids, publish, shop } from "../support/experiment-shop.ts";
import { act, drawnUp, startOffers } from "../support/offers-shop.ts";
import { NOON } from "../support/perennial.ts";

startOffers();

const FERN: SoldProduct = {
  ...{
    id: "4711",
    title: "Fern",
    handle: "fern",
    vendor: null,
    productType: null,
    tags: [],
    collections: [],
  },
  ...{
    price: 900n,
    cost: null,
    image: null,
    status: "active",
    published: true,
    tracked: true,
    inStock: true,
  },
  ...{ giftCard: false, createdAt: NOON },
};

describe("personal offers", () => {
  test("are counted with what the newest orders were worth, however many are older", async () => {
    const add = (
      first: number,
      { count, value, daysAgo }: { count: number; value: string; daysAgo: number },
    ) =>
      app.db.sql.query(
        `INSERT INTO "order" (shop_id, id, member_id, member_ids, name, processed_at, counts, posted, pending, codes, record)
         SELECT $1, $2::bigint + n, $3::bigint, '{}', '', $4, true, 0, 0, '{}',
           jsonb_build_object('value', jsonb_build_object('n', jsonb_build_object('$n', $5::text), 'd', '{"$n": "1"}'::jsonb))
         FROM generate_series(1, $6::int) AS n`,
        [shop.id, first, ids[0], new Date(NOON - daysAgo * DAY), value, count],
      );
    await add(1_000_000, { count: 3_000, value: "9000", daysAgo: 200 });
    await add(2_000_000, { count: 5_000, value: "2000", daysAgo: 3 });
    expect((await showOffers(app.services, shop, "en")).limits.usualOrder).toBe("20.00");
  });

  test("of per cent and of deliveries count with what the merchant said, and are none before", async () => {
    await publish([
      { id: "tenth", kind: "percent", cost: 500, value: "12.5", codeDays: 30 },
      { id: "sent-free", kind: "free-shipping", cost: 500, codeDays: 30 },
      { id: "fern", kind: "free-product", cost: 500, product: "fern", codeDays: 30 },
    ]);
    const all = { policy: "same", points: "", rewards: "tenth,sent-free,fern", budget: "1000.00" };
    const prices = async () =>
      (await showOffers(app.services, shop, "en")).rewards.map(({ most, by }) => [by, most]);
    expect(await act("preview", all)).toEqual({ outcome: "refused", faults: ["choices"] });
    expect(await prices()).toEqual([
      ["order", null],
      ["delivery", null],
      ["product", null],
    ]);
    const figures = { amount: "", largestOrder: "80.02", delivery: "4.50", revision: "0" };
    expect(await act("limits", figures)).toEqual({ outcome: "limits-saved" });
    // An eighth of 80.02 is 10.0025: rounded up.
    expect(await prices()).toEqual([
      ["order", 1_001],
      ["delivery", 450],
      ["product", null],
    ]);
    // A product costs what its goods do, where the store says it, and cannot be promised while there is none.
    const sell = (fern: object) => {
      const products = [{ ...FERN, ...fern }];
      return saveCatalogue(app.db.sql, shop.id, { products, now: app.clock.now });
    };
    const fern = async () => (await prices()).at(-1);
    await sell({ cost: 310n });
    expect(await fern()).toEqual(["goods", 310]);
    await sell({ cost: null });
    expect(await fern()).toEqual(["price", 900]);
    await sell({ inStock: false });
    expect(await fern()).toEqual(["sold-out", null]);
    await sell({ status: "archived" });
    expect(await fern()).toEqual(["product", null]);
    expect((await drawnUp(all)).lines[0]?.cost).toBe(1_001);
    const preview = await drawnUp({ ...all, policy: "personal", generosity: "30" });
    // A fifth and more of 18.00 at risk holds a delivery, and not the per cent.
    expect(new Set(preview.lines.map(({ cost }) => cost))).toEqual(new Set([450]));
  });
});
