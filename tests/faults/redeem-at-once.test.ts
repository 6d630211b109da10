import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { cancelRedemption } from "../../app/use-cases/rewards/cancel-redemption.ts";
import { makeBenefits } from "../../app/use-cases/rewards/make-benefits.ts";
import { redeemReward } from "../../app/use-cases/rewards/redeem-reward.ts";
import { HOUR } from "../../app/loyalty/time.ts";
import { figuresOf, NOON, programme, startPerennialInTest, verified } from "../support/perennial.ts";
import type { TestPerennial } from "../support/perennial.ts";
import { deliver } from "../support/deliver.ts";
import { customer } from "../support/payloads.ts";
import type { Mishap } from "../support/reward-store.ts";
import { seededRandom } from "../support/random.ts";
import { figure, PATIENCE, seeds } from "../support/scale.ts";
import { listUnsound } from "../support/verify-all.ts";

/** F6, F7, F16, F17: many wishes at one moment, the same wish many times, and a store that answers badly or not. */

const REWARDS = [{ id: "five", kind: "amount", cost: 100, value: "5.00", codeDays: 60 }];
const CALLERS = figure(32, 32, 200);
const [seed = 0] = seeds(1);

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON;
  Object.assign(app.store.rewards, { mishaps: [], stalled: null, asked: [], discounts: [] });
  shop = await app.install(`at-once-${++shops}.myshopify.com`, programme({ rewards: REWARDS }));
});

/** A customer of the store with so many points. */
async function give(memberId: string, points: bigint): Promise<void> {
  await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer(memberId) });
  await app.settle(shop.domain);
  const key = `give-${memberId}`;
  await adjustPoints(app.services, shop, {
    memberId,
    points,
    reason: "Test",
    key,
    actor: "1",
    role: "owner",
  });
}

const redeem = (memberId: string, key: string, rewardId = "five") =>
  redeemReward(app.services, shop, { memberId, rewardId, units: null, key, actor: "shopper" });

/** The books of the shop, and one discount in the store for each redemption that is held or taken, and no other. */
async function expectSound(): Promise<void> {
  expect(await listUnsound({ app, shopId: shop.id })).toEqual([]);
  expect(await verified(app, shop.domain)).toMatchObject({ ok: true, sum: 0n });
  const rows = await app.db.sql.query<{ code: string }>(
    `SELECT code FROM redemption WHERE shop_id = $1 AND state IN ('held', 'taken') ORDER BY 1`,
    [shop.id],
  );
  const live = app.store.rewards.discounts.filter(({ active }) => active).flatMap(({ codes }) => codes);
  expect(live.map((code) => code.toLowerCase()).sort()).toEqual(rows.map(({ code }) => code));
}

test(
  `F6: ${CALLERS} wishes at once for a balance that is enough for ten: ten are held`,
  { timeout: PATIENCE },
  async () => {
    for (let round = 1; round <= figure(3, 50, 500); round++) {
      const member = String(round);
      await give(member, 1_000n + BigInt(round % 100));
      const answers = await Promise.all(
        Array.from({ length: CALLERS }, (_, n) => redeem(member, `wish-${round}-${n}`)),
      );
      expect(answers.filter(({ outcome }) => outcome === "redeemed")).toHaveLength(10);
      const refused = answers.filter(({ outcome }) => outcome !== "redeemed");
      for (const answer of refused)
        expect(answer).toMatchObject({
          outcome: "refused",
          refusal: { because: "short", missing: 100n - BigInt(round % 100) },
        });
      expect(await figuresOf(app, shop.domain, member)).toMatchObject({
        available: BigInt(round % 100),
        held: 1_000n,
      });
    }
    await expectSound();
  },
);

test(
  "F7: the same wish many times at once is one, and another with its key is none",
  { timeout: PATIENCE },
  async () => {
    for (let round = 1; round <= figure(3, 50, 500); round++) {
      const member = String(round);
      await give(member, 1_000n);
      const answers = await Promise.all([
        ...Array.from({ length: CALLERS }, () => redeem(member, `the-wish-${round}`)),
        redeem(member, `the-wish-${round}`, "another-reward"),
      ]);
      const other = answers.pop();
      const ids = answers.map((answer) =>
        answer.outcome === "redeemed" ? answer.redemption.id : answer.outcome,
      );
      const otherCameFirst = other?.outcome !== "key-reused";
      expect(new Set(ids).size).toBe(1);
      if (otherCameFirst) expect(ids[0]).toBe("key-reused");
      expect(await figuresOf(app, shop.domain, member)).toMatchObject({ held: otherCameFirst ? 0n : 100n });
    }
    await expectSound();
  },
);

test(
  `F16, F17: a store that fails at every third asking makes each code once (FAULT_SEED=${seed})`,
  { timeout: PATIENCE },
  async () => {
    const random = seededRandom(seed);
    const kinds: Mishap[] = ["silent", "lost-answer", "lost-question", { refuses: "not today" }];
    const held: { member: string; id: string }[] = [];
    for (let n = 1; n <= figure(40, 300, 3_000); n++) {
      const member = String(n);
      await give(member, 250n);
      const mishap = kinds[Math.floor(random() * kinds.length)];
      if (random() < 0.3 && mishap !== undefined) app.store.rewards.mishaps.push(mishap);
      const answer = await redeem(member, `wish-of-${n}`);
      if (answer.outcome === "redeemed") held.push({ member, id: answer.redemption.id });
      if (random() < 0.2) {
        const any = held[Math.floor(random() * held.length)];
        if (any !== undefined)
          await cancelRedemption(app.services, shop, {
            redemptionId: any.id,
            memberId: any.member,
            actor: "shopper",
          });
      }
      if (random() < 0.1) app.clock.now += HOUR / 10;
    }
    app.store.rewards.mishaps = [];
    for (let look = 0; look < 10; look++) {
      app.clock.now += HOUR;
      await makeBenefits(app.services, shop.id);
    }
    expect(held.length).toBeGreaterThan(figure(20, 150));
    await expectSound();
  },
);
