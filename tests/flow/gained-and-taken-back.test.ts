import { afterAll, beforeAll, expect, test } from "vitest";
import { followLedger } from "../../app/use-cases/analytics/follow-ledger.ts";
import { listEntries } from "../../app/use-cases/analytics/list-entries.ts";
import { mergeMembers } from "../../app/use-cases/person/merge-members.ts";
import { redeemReward } from "../../app/use-cases/rewards/redeem-reward.ts";
import { deliver } from "../support/deliver.ts";
import { order, refund } from "../support/payloads.ts";
import { programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

let app: TestPerennial;
beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

test("what orders brought and what was taken back open apart, and come to what was earned", async () => {
  const domain = "two-ways.myshopify.com";
  const { id } = await app.install(domain, programme({}));
  const at = new Date(app.clock.now).toISOString();
  const tell = (topic: string, payload: unknown) => deliver(app.door, { shop: domain, topic, payload });
  await tell("orders/paid", order({ id: 1, customer: 7, total: "300.00", at }));
  await tell("orders/paid", order({ id: 2, customer: 8, total: "8.00", at }));
  await tell("refunds/create", refund({ id: 10, order: 1, lines: [{ subtotal: "120.00" }], at }));
  await app.settle(domain);
  await followLedger(app.services, id);
  const open = async (flow: string) => {
    const asked = new URLSearchParams({ range: "last-7", flow });
    const view = await listEntries(app.services, await app.requireShop(domain), asked);
    return { sum: Number(view?.sum), adds: view?.entries.map(({ adds }) => Number(adds)) };
  };
  const [earned, gained, back] = [await open("earned"), await open("gained"), await open("taken-back")];
  expect(gained).toEqual({ sum: 308, adds: expect.arrayContaining([300, 8]) });
  expect(back).toEqual({ sum: 120, adds: [120] });
  expect(earned).toMatchObject({ sum: 188 });
});

test("a merge redeems nothing, so it is no entry of what was redeemed", async () => {
  const domain = "merged-redeemed.myshopify.com";
  const rewards = [{ id: "five-off", kind: "amount", cost: 100, value: "5.00", codeDays: 30 }];
  const shop = await app.install(domain, programme({ rewards }));
  const at = new Date(app.clock.now).toISOString();
  for (const [id, customer] of [
    [1, 7],
    [2, 8],
  ] as const)
    await deliver(app.door, {
      shop: domain,
      topic: "orders/paid",
      payload: order({ id, customer, total: "300.00", at }),
    });
  await app.settle(domain);
  const wish = { rewardId: "five-off", key: "wish-0001", units: null, actor: "shopper" };
  const redeemed = await redeemReward(app.services, shop, { memberId: "8", ...wish });
  const code = redeemed.outcome === "redeemed" ? redeemed.redemption.code : null;
  await deliver(app.door, {
    shop: domain,
    topic: "orders/paid",
    payload: { ...order({ id: 3, customer: 8, total: "30.00", at }), discount_codes: [{ code }] },
  });
  await app.settle(domain);
  await mergeMembers(app.services, shop, {
    keptId: "7",
    otherId: "8",
    by: { staff: "900", role: "owner" },
  });
  await app.settle(domain);
  await followLedger(app.services, shop.id);
  const asked = new URLSearchParams({ range: "last-7", flow: "redeemed" });
  const view = await listEntries(app.services, shop, asked);
  expect(view?.sum).toBe("100");
  expect(view?.entries.map(({ adds }) => adds)).toEqual(["100"]);
});
