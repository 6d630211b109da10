import { afterAll, beforeAll, expect } from "vitest";
import type { LoyaltyEvent } from "../../app/loyalty/events.ts";
import { HOUR } from "../../app/loyalty/time.ts";
import { followLedger } from "../../app/use-cases/analytics/follow-ledger.ts";
import { eraseCustomer } from "../../app/use-cases/erase-customer.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { workOffDueOf } from "../../app/use-cases/work-off-due.ts";
import { EARNING, START, type Happening } from "../helpers/random-histories.ts";
import { deliver } from "./deliver.ts";
import { order } from "./payloads.ts";
import { programme, startPerennialInTest, type TestPerennial } from "./perennial.ts";

export let app: TestPerennial;
let shops = 0;
let past: Promise<FollowedShop> | undefined;

export interface FollowedShop {
  id: number;
  domain: string;
}

/** For a file of tests: shops whose figures follow what happens in them, with levels and rewards. */
export function startFollowed(): void {
  beforeAll(async () => {
    past = undefined;
    app = await startPerennialInTest();
  });
  afterAll(() => app.close());
}

const TIERS = {
  basis: "points",
  window: { kind: "rolling", months: 1 },
  levels: [
    { id: "low", at: "0" },
    { id: "top", at: "60", multiplier: "2" },
  ],
};
export const PURCHASE = { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } };
const REWARDS = [
  { id: "five", kind: "amount", cost: 50, value: "5.00", codeDays: 20 },
  { id: "gift", kind: "custom", cost: 30, instructions: "send it" },
];

export async function openShop({
  points = { pendingDays: 0 },
  ...rest
}: { points?: object; earning?: object } = {}): Promise<FollowedShop> {
  const domain = `figures-${++shops}.myshopify.com`;
  app.clock.now = START;
  const document = programme({ ...EARNING, points, tiers: TIERS, rewards: REWARDS, ...rest });
  return app.install(domain, document);
}

/** The store of a shop tells this. */
export const tell = async (shop: string, topic: string, payload: unknown) =>
  expect(await deliver(app.door, { shop, topic, payload })).toBe(200);

/** A step of a history: something happens, somebody is erased, or the figures catch up. */
export type Step = Happening | { after: number; erase: string } | { after: number; follow: true };

export async function play(shopId: number, domain: string, history: readonly Step[]): Promise<void> {
  for (const [place, step] of history.entries()) {
    app.clock.now += step.after * HOUR;
    const shop = await app.requireShop(domain);
    while ((await workOffDueOf(app.services, shop)) > 0);
    if ("follow" in step) await followLedger(app.services, shopId);
    else if ("erase" in step)
      await app.db.inShop(shopId, (tx) =>
        eraseCustomer(tx, { shop, customerId: step.erase, orderIds: [], now: app.clock.now }),
      );
    else
      await handleEvent(app.services, shop, {
        event: ofShop(step.event, shopId),
        actor: "test",
        eventId: `${place}`,
      });
  }
}

/** Numbers of redemptions are the shop's own here, and nobody else's. */
function ofShop(event: LoyaltyEvent, shopId: number): LoyaltyEvent {
  return "redemptionId" in event ? { ...event, redemptionId: `${shopId} ${event.redemptionId}` } : event;
}

/** What stands in a figure, by its day and key. */
export async function sumsOf(shopId: number, measure: string, segment = ""): Promise<Map<string, bigint>> {
  const rows = await app.db.sql.query<{ day: number; key: string; amount: bigint }>(
    `SELECT day, key, amount FROM figure_cell WHERE shop_id = $1 AND measure = $2 AND segment = $3`,
    [shopId, measure, segment],
  );
  return new Map(rows.map(({ day, key, amount }) => [`${day} ${key}`, amount]));
}

/** Sixty orders of three members, a day and a half apart: made once for a file, and changed by the last of its tests only. */
export function shopWithPast(): Promise<FollowedShop> {
  return (past ??= makeShopWithPast());
}

async function makeShopWithPast(): Promise<FollowedShop> {
  const shop = await openShop({ earning: { rules: [PURCHASE] } });
  for (let n = 1; n <= 60; n++) {
    app.clock.now = START + n * 36 * HOUR;
    const at = new Date(app.clock.now).toISOString();
    await tell(
      shop.domain,
      "orders/paid",
      order({ id: n, customer: 7 + (n % 3), total: `${20 + n}.00`, at }),
    );
    await app.settle(shop.domain);
  }
  const row = await app.requireShop(shop.domain);
  for (const [place, event] of [
    { kind: "redeem", redemptionId: `${shop.id} R1`, customerId: "7", rewardId: "five", code: "A" },
    { kind: "redeem", redemptionId: `${shop.id} R2`, customerId: "8", rewardId: "gift", code: null },
    { kind: "granted", redemptionId: `${shop.id} R2` },
    { kind: "adjust", customerId: "9", points: -7n, reason: "", key: "a" },
  ].entries() as Iterable<[number, LoyaltyEvent]>)
    await handleEvent(app.services, row, { event, actor: "test", eventId: `deed ${place}` });
  await followLedger(app.services, shop.id);
  return shop;
}
