import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pickId } from "../../app/db/pick-ids.ts";
import { saveRefusal } from "../../app/db/redemption-refusals.ts";
import { bringInFeedback } from "../../app/use-cases/feedback/bring-in-feedback.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { choosePicks } from "../../app/use-cases/picks/choose-picks.ts";
import { refusePick } from "../../app/use-cases/picks/refuse-pick.ts";
import { deliver } from "../support/deliver.ts";
import { customer, merge, order, refund } from "../support/payloads.ts";
import {
  deliveriesOf,
  figuresOf,
  programme,
  startPerennialInTest,
  verified,
  type TestPerennial,
} from "../support/perennial.ts";
import { searchEverywhere, tablesWithRowsOf } from "../support/search.ts";

const WELCOME = programme({
  earning: {
    exclude: { giftCards: true },
    rules: [
      { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } },
      { id: "welcome", on: "signup", bonus: 25 },
    ],
  },
});
const OWNER = { staff: "42", role: "owner" } as const;
const ANNA = {
  id: 880_000_000_001,
  firstName: "Annabella",
  lastName: "Quintessa",
  email: "annabella@quintessa.example",
};
const BERT = {
  id: 880_000_000_002,
  firstName: "Bertrandus",
  lastName: "Oxalis",
  email: "bertrandus@oxalis.example",
};
const TRACES = [ANNA, BERT].flatMap((person) => Object.values(person).map(String));

let app: TestPerennial;
let shop: string;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  shop = `erasure-${++shops}.myshopify.com`;
  await app.install(shop, WELCOME);
});

async function tell(topic: string, payload: unknown, id?: string): Promise<void> {
  expect(await deliver(app.door, { shop, topic, payload, ...(id === undefined ? {} : { id }) })).toBe(200);
}

const redaction = (id: number, orders: number[] = []) => ({
  customer: { id, email: ANNA.email },
  orders_to_redact: orders,
});

/** Anna signs up, buys, is merged with Bert, asks for her data; another member is there all along. */
async function liveALife(): Promise<void> {
  await tell("customers/create", customer(ANNA));
  await tell("customers/create", customer(BERT));
  await tell("orders/paid", order({ id: 1, customer: ANNA, total: "40.00" }));
  await tell("orders/paid", order({ id: 2, customer: BERT, total: "30.00" }));
  await tell("refunds/create", refund({ id: 9, order: 1, lines: [{ subtotal: "10.00" }] }));
  await tell("orders/paid", order({ id: 3, customer: { id: 7, firstName: "Another" }, total: "5.00" }));
  await app.settle(shop);
  for (const { id } of [ANNA, BERT]) await speakOfPicks(String(id));
  await tell("customers/merge", merge(ANNA.id, BERT.id));
  await app.settle(shop);
  await tell("customers/delete", { id: BERT.id });
  await tell("customers/data_request", {
    customer: { id: ANNA.id },
    orders_requested: [1],
    data_request: { id: 77 },
  });
  await app.settle(shop);
  expect(
    await deliver(app.door, { shop, topic: "orders/paid", body: `{"customer": {"id": ${ANNA.id}, ` }),
  ).toBe(200);
  expect(await deliver(app.door, { shop, topic: "orders/paid", body: `{"email": "${ANNA.email}", ` })).toBe(
    200,
  );
  await app.settle(shop);
  expect(await figuresOf(app, shop, String(ANNA.id))).toMatchObject({ available: 110n });
}

/** Says what they do not want to be shown, and that they want to be shown nothing. */
async function speakOfPicks(memberId: string): Promise<void> {
  const row = await app.requireShop(shop);
  const pick = pickId(row, { list: "fresh", sourceId: null, productId: "501" });
  expect(await refusePick(app.services, row, { memberId, pick })).toEqual({ outcome: "refused-pick" });
  await choosePicks(app.services, row, { memberId, wanted: false });
}

describe("customers/redact", () => {
  test("leaves no trace of id, name or address in any table, and the books whole", async () => {
    await liveALife();
    expect(await searchEverywhere(app.db, TRACES)).not.toEqual([]);
    await tell("customers/redact", redaction(ANNA.id, [1]));
    await app.settle(shop);
    expect(await searchEverywhere(app.db, TRACES)).toEqual([]);
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
    expect(await figuresOf(app, shop, "7")).toMatchObject({ available: 5n });
  });

  test("finds what staff brought in without saying of whom, and leaves what names nobody", async () => {
    await liveALife();
    const row = await app.requireShop(shop);
    const texts = [`${ANNA.email.toUpperCase()} wrote again`, `Customer ${BERT.id}: broken!`, "Lovely soap"];
    for (const [n, text] of texts.entries())
      await bringInFeedback(app.services, row, { text, memberId: null, key: `letter-${n}`, by: OWNER });
    await tell("customers/redact", redaction(BERT.id));
    await app.settle(shop);
    expect(await app.db.sql.query(`SELECT message FROM feedback WHERE shop_id = $1`, [row.id])).toEqual([
      { message: "Lovely soap" },
    ]);
    expect(await searchEverywhere(app.db, [...TRACES, ANNA.email.toUpperCase()])).toEqual([]);
  });

  test("forgets the whole person where it names the id that was merged away", async () => {
    await liveALife();
    await tell(
      "customer.tags_added",
      { customerId: `gid://shopify/Customer/${ANNA.id}`, tags: ["x"] },
      "dead-tag",
    );
    await app.db.sql.query(
      `UPDATE delivery SET state = 'dead', reason = 'test' WHERE webhook_id = 'dead-tag'`,
    );
    await tell("customers/redact", redaction(BERT.id));
    await app.settle(shop);
    expect(await searchEverywhere(app.db, TRACES)).toEqual([]);
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
  });

  test("may be told several times, by every id that the person had, and holds up nothing", async () => {
    await liveALife();
    for (const id of [ANNA.id, BERT.id, ANNA.id]) await tell("customers/redact", redaction(id, [1]));
    await tell("orders/paid", order({ id: 4, customer: 7, total: "6.00" }));
    await app.settle(shop);
    expect((await deliveriesOf(app, shop)).filter(({ state }) => state !== "done")).toEqual([]);
    expect(await searchEverywhere(app.db, TRACES)).toEqual([]);
    expect(await figuresOf(app, shop, "7")).toMatchObject({ available: 11n });
  });

  test("is not undone by news of the person or their orders that comes later", async () => {
    await liveALife();
    await tell("customers/redact", redaction(ANNA.id, [1]));
    await app.settle(shop);
    const before = await app.db.sql.query(`SELECT count(*) AS members FROM member`);
    await tell(
      "orders/updated",
      order({ id: 1, customer: ANNA, total: "400.00", updatedAt: "2026-07-02T00:00:00Z" }),
    );
    await tell("orders/paid", order({ id: 4, customer: BERT, total: "9.00" }));
    await tell("refunds/create", refund({ id: 10, order: 2, lines: [{ subtotal: "30.00" }] }));
    await tell("customers/update", customer(ANNA));
    await tell("customers/merge", merge(ANNA.id, BERT.id));
    await tell("customers/delete", { id: ANNA.id });
    await tell("customers/data_request", {
      customer: { id: BERT.id },
      orders_requested: [],
      data_request: { id: 78 },
    });
    await tell("customers/redact", redaction(ANNA.id, [1]));
    await app.settle(shop);
    expect((await deliveriesOf(app, shop)).filter(({ state }) => state !== "done")).toEqual([]);
    expect(await searchEverywhere(app.db, TRACES)).toEqual([]);
    expect(await app.db.sql.query(`SELECT count(*) AS members FROM member`)).toEqual(before);
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
  });

  test("is not undone by what we ourselves are asked to do for the id", async () => {
    await liveALife();
    await tell("customers/redact", redaction(ANNA.id));
    await app.settle(shop);
    const row = await app.requireShop(shop);
    for (const id of [ANNA.id, BERT.id]) {
      const event = {
        kind: "adjust",
        customerId: String(id),
        points: 5n,
        reason: "",
        key: `late-${id}`,
      } as const;
      const outcome = await handleEvent(app.services, row, { event, actor: "42", eventId: "late" });
      expect(outcome).toEqual({ outcome: "unchanged" });
    }
    expect(await searchEverywhere(app.db, TRACES)).toEqual([]);
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
  });

  test("leaves to another customer the order that became theirs", async () => {
    await tell("orders/paid", order({ id: 1, customer: ANNA, total: "40.00" }));
    await app.settle(shop);
    await tell(
      "orders/updated",
      order({ id: 1, customer: 7, total: "40.00", updatedAt: "2026-07-01T10:00:00Z" }),
    );
    await app.settle(shop);
    await tell("customers/redact", redaction(ANNA.id));
    await app.settle(shop);
    await tell("refunds/create", refund({ id: 9, order: 1, lines: [{ subtotal: "15.00" }] }));
    await app.settle(shop);
    expect(await figuresOf(app, shop, "7")).toMatchObject({ available: 25n });
    expect(await searchEverywhere(app.db, TRACES)).toEqual([]);
    expect(await verified(app, shop)).toMatchObject({ ok: true, sum: 0n });
  });

  test("touches nobody in another shop", async () => {
    await liveALife();
    const here = shop;
    shop = `erasure-${++shops}.myshopify.com`;
    await app.install(shop, WELCOME);
    await liveALife();
    await tell("customers/redact", redaction(ANNA.id, [1]));
    await app.settle(shop);
    expect(await figuresOf(app, here, String(ANNA.id))).toMatchObject({ available: 110n });
    expect(await figuresOf(app, shop, String(ANNA.id))).toBeNull();
    shop = here;
    await tell("customers/redact", redaction(ANNA.id, [1]));
    await app.settle(shop);
  });
});

test("customers/data_request puts all that is kept of the person into one file", async () => {
  await liveALife();
  const { id: shopId } = await app.requireShop(shop);
  const files = await app.db.sql.query<{ id: string; file: Record<string, unknown[]> }>(
    `SELECT id, file FROM data_request WHERE shop_id = $1`,
    [shopId],
  );
  expect(files.map(({ id }) => id)).toEqual(["77"]);
  expect(files[0]?.file).toMatchObject({
    shop,
    request: "77",
    persons: [
      { id: String(ANNA.id), first_name: ANNA.firstName, last_name: ANNA.lastName, email: ANNA.email },
    ],
    members: [
      { id: String(ANNA.id), available: "110", earned: "110" },
      { id: String(BERT.id), mergedInto: String(ANNA.id) },
    ],
    orders: [
      { id: "1", points: "30" },
      { id: "2", points: "30" },
    ],
  });
  const { ledger, deliveries } = files[0]?.file ?? {};
  expect(ledger).toHaveLength(7);
  expect(deliveries?.length).toBeGreaterThan(4);
  await tell("customers/redact", redaction(ANNA.id, [1]));
  await app.settle(shop);
});

test("customers/data_request also tells what we were asked for, and what came of it", async () => {
  shop = `erasure-${++shops}.myshopify.com`;
  const rewards = [{ id: "five-off", kind: "amount", cost: 50, value: "5.00" }];
  await app.install(shop, programme({ rewards }));
  await tell("orders/paid", order({ id: 1, customer: ANNA, total: "60.00" }));
  await app.settle(shop);
  await beAskedForAnna();
  const { id: shopId } = await app.requireShop(shop);
  await app.db.sql.query(
    `INSERT INTO reconciliation_finding (shop_id, run, kind, order_id, points) VALUES ($1, 1, 'order-missing', 1, 60)`,
    [shopId],
  );
  await tell("customers/data_request", { customer: { id: ANNA.id }, data_request: { id: 79 } });
  await app.settle(shop);
  const [row] = await app.db.sql.query<{ file: Record<string, unknown[]> }>(
    `SELECT file FROM data_request WHERE shop_id = $1 AND id = '79'`,
    [shopId],
  );
  const file = row?.file;
  expect(file).toMatchObject({
    members: [{ available: "10", birthday: { month: 5, day: 27 }, keptLevel: null }],
    lots: [{ remaining: "10", held: "50" }],
    benefits: [{ redemption_id: "R1", task: "make" }],
    refusals: [{ redemption: "R2", refusal: { because: "short", missing: "40" } }],
    reconciliationFindings: [{ kind: "order-missing", order_id: "1", points: "60" }],
  });
  expect(file?.commands).toMatchObject([
    { asked: { kind: "birthday", month: 5 } },
    { asked: { kind: "redeem", redemptionId: "R1" } },
    { asked: { kind: "redeem", redemptionId: "R2" } },
  ]);
  await tell("customers/redact", redaction(ANNA.id, [1]));
  await app.settle(shop);
});

/** Their birthday, a reward that they can pay for, and one that they cannot. */
async function beAskedForAnna(): Promise<void> {
  const row = await app.requireShop(shop);
  const customerId = String(ANNA.id);
  const birthday = { kind: "birthday", customerId, month: 5, day: 27 } as const;
  await handleEvent(app.services, row, { event: birthday, actor: "42", eventId: "b" });
  for (const redemptionId of ["R1", "R2"]) {
    const reward = { rewardId: "five-off", code: `CODE-${redemptionId}` };
    const event = { kind: "redeem", redemptionId, customerId, ...reward } as const;
    await handleEvent(
      app.services,
      row,
      { event, actor: "shopper", eventId: redemptionId },
      {
        async then(tx, { outcome }) {
          if (outcome.outcome === "refused" && outcome.because === "short")
            await saveRefusal(tx, redemptionId, { because: "short", missing: outcome.missing });
        },
      },
    );
  }
}

describe("shop/redact", () => {
  async function uninstall(): Promise<void> {
    await deliver(app.door, {
      shop,
      topic: "app/uninstalled",
      payload: { id: 1 },
      triggeredAt: "2026-07-01T12:00:01Z",
    });
    await app.settle(shop);
  }

  test("erases every row of the shop, and of no other", async () => {
    await liveALife();
    await tell("customers/redact", redaction(BERT.id));
    await app.settle(shop);
    await tell("orders/paid", order({ id: 50, customer: 51, total: "40.00" }));
    await app.settle(shop);
    await verified(app, shop);
    const { id } = await app.requireShop(shop);
    const other = await app.install(`other-${shop}`, WELCOME);
    await deliver(app.door, {
      shop: other.domain,
      topic: "orders/paid",
      payload: order({ id: 50, customer: 51, total: "7.00" }),
    });
    await app.settle(other.domain);
    await uninstall();
    const before = await tablesWithRowsOf(app.db, id);
    for (const table of ["member", "posting", "seal", "erased_id", "delivery", "order", "programme_version"])
      expect(before).toContain(table);
    await deliver(app.door, { shop, topic: "shop/redact", payload: { shop_domain: shop } });
    while ((await app.settleIfThere(shop)) > 0);
    expect(await tablesWithRowsOf(app.db, id)).toEqual([]);
    expect(await app.db.sql.query(`SELECT 1 FROM shop WHERE domain = $1`, [shop])).toEqual([]);
    expect(await figuresOf(app, other.domain, "51")).toMatchObject({ available: 7n });
  });

  test("is followed by nothing: what comes a moment later finds no shop, and leaves no row", async () => {
    await tell("orders/paid", order({ id: 1, customer: ANNA, total: "40.00" }));
    const { id } = await app.requireShop(shop);
    await uninstall();
    await deliver(app.door, { shop, topic: "shop/redact", payload: { shop_domain: shop } });
    while ((await app.settleIfThere(shop)) > 0);
    expect(
      await deliver(app.door, { shop, topic: "orders/paid", payload: order({ id: 2, customer: ANNA }) }),
    ).toBe(404);
    expect(await tablesWithRowsOf(app.db, id)).toEqual([]);
    const anew = await app.install(shop, WELCOME);
    expect(anew.id).not.toBe(id);
    await tell("orders/paid", order({ id: 2, customer: 7, total: "6.00" }));
    await app.settle(shop);
    expect(await figuresOf(app, shop, "7")).toMatchObject({ available: 6n });
  });

  test("does nothing to a shop that has installed the app again", async () => {
    await tell("orders/paid", order({ id: 1, customer: 7, total: "40.00" }));
    await app.settle(shop);
    await uninstall();
    app.clock.now += 3_600_000;
    await app.install(shop, WELCOME);
    await tell("shop/redact", { shop_domain: shop });
    await app.settle(shop);
    expect(await figuresOf(app, shop, "7")).toMatchObject({ available: 40n });
  });

  test("and customers/redact are obeyed while the app is not installed", async () => {
    await liveALife();
    await uninstall();
    await tell("customers/redact", redaction(ANNA.id, [1]));
    await app.settle(shop);
    expect(await searchEverywhere(app.db, TRACES)).toEqual([]);
  });
});
