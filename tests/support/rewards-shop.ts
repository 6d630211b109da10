import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import type { LoyaltySummary } from "../../app/loyalty/summary.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { publishSummaries } from "../../app/use-cases/publish-summaries.ts";
import { cancelRedemption } from "../../app/use-cases/rewards/cancel-redemption.ts";
import { listRedemptions } from "../../app/use-cases/rewards/list-redemptions.ts";
import { makeBenefits } from "../../app/use-cases/rewards/make-benefits.ts";
import { redeemReward, type Redeemed } from "../../app/use-cases/rewards/redeem-reward.ts";
import type { RedemptionView } from "../../app/use-cases/rewards/redemption-view.ts";
import { deliver } from "../support/deliver.ts";
import { customer } from "../support/payloads.ts";
import {
  figuresOf,
  NOON,
  programme,
  startPerennialInTest,
  type TestPerennial,
} from "../support/perennial.ts";

export let app: TestPerennial;
export let shop: ShopRow;
let shops = 0;
let customers = 71_000_000_000;

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

/** A shop of its own for each test of a file, whose programme has one reward of each kind. */
export function startRewards(): void {
  beforeAll(async () => {
    app = await startPerennialInTest();
  });
  afterAll(() => app.close());

  beforeEach(async () => {
    app.clock.now = NOON;
    Object.assign(app.store.rewards, { mishaps: [], stalled: null, asked: [] });
    shop = await app.install(`rewards-${++shops}.myshopify.com`, programme({ rewards: REWARDS }));
  });
}

/** A customer of the store with so many points. */
export async function memberWith(points: bigint): Promise<string> {
  const id = String(++customers);
  await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer(id) });
  await app.settle(shop.domain);
  const key = randomUUID();
  await adjustPoints(app.services, shop, {
    memberId: id,
    points,
    reason: "Test",
    key,
    actor: "1",
    role: "owner",
  });
  return id;
}

export function redeem(memberId: string, rewardId: string, more: { key?: string; units?: bigint } = {}) {
  const { key = "the-first-wish", units = null } = more;
  return redeemReward(app.services, shop, { memberId, rewardId, units, key, actor: "shopper" });
}

export function redemptionOf(redeemed: Redeemed): RedemptionView {
  if (redeemed.outcome !== "redeemed") throw new Error(`not redeemed: ${JSON.stringify(redeemed.outcome)}`);
  return redeemed.redemption;
}

export const workOff = () => makeBenefits(app.services, shop.id);
export const figures = (member: string) => figuresOf(app, shop.domain, member);
export const discountsOf = (member: string) =>
  app.store.rewards.discounts.filter(({ customers }) => customers.includes(member));
export const creditsOf = (member: string) =>
  app.store.rewards.credits.filter((credit) => credit.customer === member).map(({ amount }) => amount);
export const cancel = (memberId: string, redemptionId: string, actor = "shopper") =>
  cancelRedemption(app.services, shop, { redemptionId, memberId, actor });

export async function workOffAfter(ms: number): Promise<void> {
  app.clock.now += ms;
  await workOff();
}

export async function summaryOf(member: string) {
  await publishSummaries(app.services, shop.id);
  return (app.store.summaries.get(`${shop.domain} ${member}`) as LoyaltySummary).redemptions;
}

/** The redemption's id, as soon as the points are held and the store is being asked. */
export async function whenHeld(member: string): Promise<string> {
  for (;;) {
    const [held] = await listRedemptions(app.services, shop, member);
    if (held !== undefined && app.store.rewards.asked.includes("make")) return held.id;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
