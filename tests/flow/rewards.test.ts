import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { DAY, HOUR, MINUTE } from "../../app/loyalty/time.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { cancelRedemption } from "../../app/use-cases/rewards/cancel-redemption.ts";
import { confirmGranted } from "../../app/use-cases/rewards/confirm-granted.ts";
import { listRewardsToHandOut } from "../../app/use-cases/rewards/list-redemptions.ts";
import { listRewardsFor } from "../../app/use-cases/rewards/list-rewards.ts";
import { makeBenefits } from "../../app/use-cases/rewards/make-benefits.ts";
import { redeemReward, type Redeemed } from "../../app/use-cases/rewards/redeem-reward.ts";
import type { RedemptionView } from "../../app/use-cases/rewards/redemption-view.ts";
import { deliver } from "../support/deliver.ts";
import { customer, order } from "../support/payloads.ts";
import {
  figuresOf,
  NOON,
  programme,
  startPerennialInTest,
  verified,
  type TestPerennial,
} from "../support/perennial.ts";

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;
let customers = 1000;

const REWARDS = [
  { id: "five-off", kind: "amount", cost: 500, value: "5.00", minimum: "20.00", codeDays: 60 },
  { id: "once", kind: "free-shipping", cost: 100, perMember: 1, combinesWith: { product: true } },
  { id: "credit", kind: "store-credit", cost: 400, value: "4.00" },
  { id: "any-credit", kind: "store-credit", costPer: 100, value: "20.00" },
  { id: "card", kind: "gift-card", cost: 300, value: "3.00" },
  { id: "club", kind: "exclusive", cost: 50, grants: "early-access" },
  { id: "trees", kind: "donation", cost: 50, cause: "Trees" },
  { id: "tour", kind: "custom", cost: 200, instructions: "Call to find a day." },
];

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

beforeEach(async () => {
  app.clock.now = NOON;
  Object.assign(app.store.rewards, { mishaps: [], stalled: null, asked: [] });
  shop = await app.install(`rewards-${++shops}.myshopify.com`, programme({ rewards: REWARDS }));
});

/** A customer of the store with so many points. */
async function memberWith(points: bigint): Promise<string> {
  const id = String(++customers);
  await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer(id) });
  await app.settle(shop.domain);
  const key = `points-${id}`;
  await adjustPoints(app.services, shop, { memberId: id, points, reason: "Test", key, actor: "1" });
  return id;
}

function redeem(memberId: string, rewardId: string, more: { key?: string; units?: bigint } = {}) {
  const { key = "the-first-wish", units = null } = more;
  return redeemReward(app.services, shop, { memberId, rewardId, units, key, actor: "shopper" });
}

function redemptionOf(redeemed: Redeemed): RedemptionView {
  if (redeemed.outcome !== "redeemed") throw new Error(`not redeemed: ${JSON.stringify(redeemed.outcome)}`);
  return redeemed.redemption;
}

const workOff = () => makeBenefits(app.services, shop.id);
const figures = (member: string) => figuresOf(app, shop.domain, member);

describe("a reward with a code", () => {
  test("is made in the store at once: one use, for this customer, until its days are over", async () => {
    const member = await memberWith(700n);
    const redemption = redemptionOf(await redeem(member, "five-off"));
    expect(redemption).toMatchObject({ state: "ready", points: 500, value: "5.00", kind: "amount" });
    expect(redemption.code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}-[A-Z2-9]{5}$/);
    expect(app.store.rewards.discountWith(redemption.code ?? "")).toMatchObject({
      customers: [member],
      active: true,
      order: { minimum: 2000n, endsAt: NOON + 60 * DAY, benefit: { kind: "amount", value: 500n } },
    });
    expect(await figures(member)).toMatchObject({ available: 200n, held: 500n });
  });
});
