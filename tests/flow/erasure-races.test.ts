import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pickId } from "../../app/db/pick-ids.ts";
import { takeFigures } from "../../app/db/figures/state.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { followLedger } from "../../app/use-cases/analytics/follow-ledger.ts";
import { tellReview } from "../../app/use-cases/apps/tell-review.ts";
import { receiveFeedback } from "../../app/use-cases/feedback/receive-feedback.ts";
import { chooseMessages } from "../../app/use-cases/membership/choose-messages.ts";
import { eraseMember } from "../../app/use-cases/person/erase-member.ts";
import { choosePicks } from "../../app/use-cases/picks/choose-picks.ts";
import { refusePick } from "../../app/use-cases/picks/refuse-pick.ts";
import { onPostgres } from "../support/database.ts";
import { deliver } from "../support/deliver.ts";
import { customer, order } from "../support/payloads.ts";
import { programme, startPerennialInTest, verified, type TestPerennial } from "../support/perennial.ts";
import { searchEverywhere } from "../support/search.ts";

const OWNER = { staff: "42", role: "owner" } as const;
const ANNA = {
  id: 880_000_000_001,
  firstName: "Annabella",
  lastName: "Quintessa",
  email: "a@quintessa.example",
};

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;

// The embedded database does one transaction after the other: there nothing can happen meanwhile.
describe.runIf(onPostgres)("while somebody is being erased", () => {
  beforeAll(async () => {
    app = await startPerennialInTest();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    shop = await app.install(`erasure-race-${++shops}.myshopify.com`, programme());
    await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer(ANNA) });
    await app.settle(shop.domain);
    await followLedger(app.services, shop.id);
  });

  test("an order of theirs does not bring them back", async () => {
    await whileErasingAnna(async () => {
      const payload = order({ id: 79, customer: ANNA, total: "60.00" });
      expect(await deliver(app.door, { shop: shop.domain, topic: "orders/paid", payload })).toBe(200);
      return app.settleIfThere(shop.domain);
    });
    await app.settle(shop.domain);
    expect(await tracesOfAnna()).toEqual([]);
    expect(await verified(app, shop.domain)).toMatchObject({ ok: true });
  });

  const memberId = String(ANNA.id);
  const told = { id: "r1", text: "I, Annabella Quintessa, hate it", customer: memberId };
  const written = { source: "form", key: "f1", memberId, orderId: null, text: "It came late" } as const;
  const late: Record<string, () => Promise<{ outcome: string }>> = {
    "a review": () => tellReview(app.services, shop, { app: "Stars", review: told }),
    "what they write to the shop": () => receiveFeedback(app.services, shop, written),
    "their word on recommendations": () => choosePicks(app.services, shop, { memberId, wanted: false }),
    "their word on messages": () => chooseMessages(app.services, shop, { memberId, wanted: true }),
    "a recommendation that they refuse": () =>
      refusePick(app.services, shop, {
        memberId,
        pick: pickId(shop, { list: "fresh", sourceId: null, productId: "11" }),
      }),
  };
  test.for(Object.keys(late))("%s is nobody's and is not kept", async (what) => {
    expect(await whileErasingAnna(async () => late[what]?.())).toEqual({ outcome: "nobody" });
    expect(await tracesOfAnna()).toEqual([]);
  });
});

const tracesOfAnna = () => searchEverywhere(app.db, Object.values(ANNA).map(String));

/** Anna's erasure has begun when this happens, and ends once it is done or waits for the erasure. */
async function whileErasingAnna<T>(meanwhile: () => Promise<T>): Promise<T> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const figures = app.db.inShop(shop.id, async (tx) => {
    await takeFigures(tx);
    held.resolve();
    await released;
  });
  await held.promise;
  const erasing = eraseMember(app.services, shop, {
    ...{ memberId: String(ANNA.id), typed: "Annabella Quintessa", by: OWNER },
  });
  await waitUntil(async () => (await countWaiting()) === 1);
  let isDone = false;
  const done = meanwhile().finally(() => (isDone = true));
  await waitUntil(async () => isDone || (await countWaiting()) === 2);
  release();
  await figures;
  expect(await erasing).toEqual({ outcome: "erased" });
  return done;
}

async function waitUntil(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(10);
}

async function countWaiting(): Promise<number> {
  const [row] = await app.db.sql.query<{ count: bigint }>(
    `SELECT count(*) AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    [],
  );
  return Number(row?.count);
}
