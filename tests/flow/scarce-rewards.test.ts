import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { listRewardsFor, type RewardOffers } from "../../app/use-cases/rewards/list-rewards.ts";
import { programme, startPerennialInTest, verified, type TestPerennial } from "../support/perennial.ts";

const LEFT = 3;
const CALLERS = 32;

let app: TestPerennial;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

function give(shop: ShopRow, customerId: string) {
  const event = {
    kind: "adjust",
    customerId,
    points: 1_000n,
    reason: "test",
    key: `give-${customerId}`,
  } as const;
  return handleEvent(app.services, shop, { event, actor: "42", eventId: event.key });
}

function redeem(shop: ShopRow, customerId: string, rewardId: string) {
  const redemptionId = `${rewardId}-${customerId}`;
  const event = { kind: "redeem", redemptionId, customerId, rewardId, code: redemptionId } as const;
  return handleEvent(app.services, shop, { event, actor: "shopper", eventId: redemptionId });
}

test.each(["total", "stock"])(
  "of the last with a %s no more are given than there are, however many ask at once",
  async (limit) => {
    const domain = `scarce-${limit}.myshopify.com`;
    const scarce = { id: "scarce", kind: "amount", cost: 100, value: "5.00", [limit]: LEFT };
    const other = { ...scarce, id: "other" };
    const shop = await app.install(domain, { ...programme(), rewards: [scarce, other] });
    const customers = Array.from({ length: CALLERS }, (_, n) => String(n + 1));
    for (const customer of customers) await give(shop, customer);
    // Both rewards at once, and each customer asks for both: nobody waits in a circle.
    const outcomes = await Promise.all(
      customers.flatMap((customer) => [redeem(shop, customer, "scarce"), redeem(shop, customer, "other")]),
    );
    const held = outcomes.filter(({ outcome }) => outcome === "held");
    const refused = outcomes.filter(({ outcome }) => outcome === "refused");
    expect([held.length, refused.length]).toEqual([2 * LEFT, 2 * (CALLERS - LEFT)]);
    expect(new Set(refused.map((refusal) => ("because" in refusal ? refusal.because : null)))).toEqual(
      new Set(["none-left"]),
    );
    expect(await verified(app, domain)).toMatchObject({ ok: true, sum: 0n });
  },
);

test("looking at rewards waits for nobody who is redeeming", async ({ skip }) => {
  skip(app.services.db.kind === "pglite", "has one connection for everybody");
  const scarce = { id: "scarce", kind: "amount", cost: 100, value: "5.00", stock: 1 };
  const shop = await app.install("looking.myshopify.com", { ...programme(), rewards: [scarce] });
  await give(shop, "7");
  const event = {
    kind: "redeem",
    redemptionId: "R1",
    customerId: "7",
    rewardId: "scarce",
    code: "R1",
  } as const;
  const command = { event, actor: "shopper", eventId: "R1" };
  let seen: RewardOffers | undefined;
  const then = async () => {
    seen = await listRewardsFor(app.services, shop, "7");
  };
  await handleEvent(app.services, shop, command, { then });
  expect(seen).toMatchObject({ available: 1_000, rewards: [{ id: "scarce", reachable: true }] });
  expect(await listRewardsFor(app.services, shop, "7")).toMatchObject({ available: 900 });
});
