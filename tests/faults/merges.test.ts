import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { randomCrowd, type Life } from "../model/random-case.ts";
import { doSomething } from "../model/random-events.ts";
import { mergeAgain } from "../model/random-long-stories.ts";
import { tellStory } from "../model/random-stories.ts";
import { deliver } from "../support/deliver.ts";
import { merge, order } from "../support/payloads.ts";
import {
  figuresOf,
  NOON,
  programme,
  startPerennialInTest,
  verified,
  type TestPerennial,
} from "../support/perennial.ts";
import { figure, PATIENCE, seeds } from "../support/scale.ts";
import { listUnsound } from "../support/verify-all.ts";
import { playCrowd } from "./crowds.ts";

/** F21: two customers become one while they buy, redeem and owe, and that one another. */

let app: TestPerennial;
beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

const MERGING_LIFE: Life = {
  events: (chance) => chance.whole(15, 40),
  step: (store, now) =>
    store.chance.percent(25) ? tellStory(store, now, mergeAgain) : doSomething(store, now),
};

describe.each(seeds(figure(1, 5, 50)))("seed %i", (seed) => {
  test(
    "F21: merges of merges keep every point, and every old id means the one that is left",
    { timeout: PATIENCE },
    async () => {
      const crowd = randomCrowd(seed, figure(12, 50), MERGING_LIFE);
      expect(JSON.stringify(crowd.groups).split("customers/merge").length).toBeGreaterThan(figure(12, 50));
      await playCrowd(app, crowd, seed);
    },
  );
});

test(
  "F21: a merge while both redeem holds no point twice and loses none",
  { timeout: PATIENCE },
  async () => {
    const shop = "merging.myshopify.com";
    app.clock.now = NOON;
    const rewards = [{ id: "five", kind: "amount", cost: 50, value: "5.00" }];
    const { id: shopId } = await app.install(shop, programme({ rewards }));
    const row = await app.requireShop(shop);
    const redeem = (customerId: string, id: string) =>
      handleEvent(app.services, row, {
        event: { kind: "redeem", redemptionId: id, customerId, rewardId: "five", code: `CODE-${id}` },
        actor: "shopper",
        eventId: id,
      });
    for (let round = 1; round <= figure(10, 50, 500); round++) {
      const [a, b, c] = [round * 10, round * 10 + 1, round * 10 + 2];
      for (const [n, customer] of [a, b, c].entries()) {
        const payload = order({ id: customer * 10 + n, customer, total: "60.00" });
        await deliver(app.door, { shop, topic: "orders/paid", payload });
      }
      await app.settle(shop);
      await deliver(app.door, { shop, topic: "customers/merge", payload: merge(b, a) });
      await deliver(app.door, { shop, topic: "customers/merge", payload: merge(c, b) });
      const outcomes = await Promise.all([
        redeem(String(a), `a-${round}`),
        app.settle(shop),
        redeem(String(b), `b-${round}`),
        redeem(String(c), `c-${round}`),
        redeem(String(a), `d-${round}`),
      ]);
      await app.settle(shop);
      const held = outcomes.filter(
        (outcome) => typeof outcome === "object" && outcome.outcome === "held",
      ).length;
      // 180 points in all; at least one each who came first, at most three.
      expect(held).toBeGreaterThanOrEqual(1);
      expect(held).toBeLessThanOrEqual(3);
      expect(await figuresOf(app, shop, String(c))).toMatchObject({
        held: BigInt(held) * 50n,
        available: 180n - BigInt(held) * 50n,
      });
      const [kept] = await app.db.sql.query<{ ids: bigint[] }>(
        `WITH RECURSIVE up AS (SELECT id, merged_into FROM member WHERE shop_id = $1 AND id = $2
         UNION SELECT m.id, m.merged_into FROM member m JOIN up ON m.shop_id = $1 AND m.id = up.merged_into)
       SELECT array_agg(id) AS ids FROM up WHERE merged_into IS NULL`,
        [shopId, a],
      );
      expect(kept?.ids.map(String)).toEqual([String(c)]);
    }
    expect(await listUnsound({ app, shopId })).toEqual([]);
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
  },
);
