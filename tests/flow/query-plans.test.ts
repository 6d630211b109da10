/**
 * A shop with a million entries must not be read from end to end by an event. Plans depend on figures that a small test
 * database does not have, so they are asked for with reading from end to end made as dear as can be: where the plan still
 * does it, there is no index that could have been used.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../app/db/database.ts";
import type { TransactionSql } from "../../app/db/sql.ts";
import { readMembersAfter } from "../../app/db/whole-members.ts";
import { together, type Write } from "../../app/db/writes.ts";
import { followLedger, listShopsToFollow } from "../../app/use-cases/analytics/follow-ledger.ts";
import { glanceAtFigures } from "../../app/use-cases/analytics/glance.ts";
import { listEntries } from "../../app/use-cases/analytics/list-entries.ts";
import { REPORTS } from "../../app/use-cases/analytics/report.ts";
import { showReport } from "../../app/use-cases/analytics/show-report.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { settleDeliveries } from "../../app/use-cases/settle-deliveries.ts";
import { workOffDueOf } from "../../app/use-cases/work-off-due.ts";
import { deliver } from "../support/deliver.ts";
import { customer, merge, order, refund } from "../support/payloads.ts";
import { programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

/** Whose rows are as many as a shop has customers, orders or news. */
const GROWING = [
  "member",
  "lot",
  "order",
  "redemption",
  "activity",
  "delivery",
  "ledger_transaction",
  "posting",
  "level_change",
  "figure_member",
  "figure_share",
  "figure_order",
  "figure_cell",
];

let app: TestPerennial;
const asked = new Map<string, unknown[]>();

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

/** Remembers every statement that goes to the database. */
function listening(db: Database): Database {
  const note = (text: string, parameters: unknown[] = []) => void asked.set(text, parameters);
  const noteWrite = (write: Write) => {
    const { text, parameters } = together([write]);
    note(text, parameters);
  };
  return {
    ...db,
    sql: {
      ...db.sql,
      query: (text, parameters) => (note(text, parameters), db.sql.query(text, parameters)),
      again: (text, parameters) => (note(text, parameters), db.sql.again(text, parameters)),
    },
    inShop: (shopId, work) =>
      db.inShop(shopId, (tx) => {
        const heard: TransactionSql = {
          query: (text, parameters) => (note(text, parameters), tx.query(text, parameters)),
          again: (text, parameters) => (note(text, parameters), tx.again(text, parameters)),
          later: (write) => (noteWrite(write), tx.later(write)),
        };
        return work({ ...heard, shopId });
      }),
  };
}

interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Cond"?: string;
  Plans?: Plan[];
}

function* nodesOf(plan: Plan): Generator<Plan> {
  yield plan;
  for (const part of plan.Plans ?? []) yield* nodesOf(part);
}

async function readFromEndToEnd(text: string, parameters: unknown[]): Promise<string[]> {
  return (await planOf(text, parameters)).flatMap((node) =>
    node["Node Type"] === "Seq Scan" && GROWING.includes(node["Relation Name"] ?? "")
      ? [node["Relation Name"] ?? ""]
      : [],
  );
}

/** Of the steps of a plan those that find rows by nothing but the shop that they are of. */
async function readByShopAlone(text: string, parameters: unknown[]): Promise<string[]> {
  return (await planOf(text, parameters)).flatMap(({ "Index Cond": by }) =>
    by !== undefined && /^\(shop_id = \d+\)$/.test(by) ? [text] : [],
  );
}

async function planOf(text: string, parameters: unknown[]): Promise<Plan[]> {
  return app.db.sql.transaction(async (tx) => {
    await tx.query(`SET LOCAL enable_seqscan = off`);
    const [row] = await tx.query<{ "QUERY PLAN": { Plan: Plan }[] }>(
      `EXPLAIN (FORMAT JSON) ${text}`,
      parameters,
    );
    const [explained] = row?.["QUERY PLAN"] ?? [];
    return [...nodesOf(explained?.Plan ?? { "Node Type": "none" })];
  });
}

test("no statement of the hot path reads a growing table from end to end", async () => {
  const domain = "plans.myshopify.com";
  const document = {
    ...programme(),
    points: { pendingDays: 14, expiry: { kind: "lots", months: 12 } },
    earning: {
      rules: [
        { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } },
        { id: "first", on: "first-order", bonus: 50 },
        { id: "visit", on: "activity:visit", bonus: 5, limit: { times: 1, per: "day" } },
      ],
    },
    tiers: {
      basis: "points",
      levels: [
        { id: "bronze", at: "0" },
        { id: "silver", at: "100" },
      ],
    },
    rewards: [{ id: "few", kind: "amount", cost: 10, value: "1.00", total: 5, perMember: 2 }],
  };
  const shop = await app.install(domain, document);
  const services = { ...app.services, db: listening(app.db) };
  const tell = (topic: string, payload: unknown) => deliver(app.door, { shop: domain, topic, payload });
  const command = (event: Parameters<typeof handleEvent>[2]["event"]) =>
    handleEvent(services, shop, { event, actor: "test", eventId: "test" });

  await tell("customers/create", customer(7));
  await tell("orders/paid", {
    ...order({ id: 1, customer: 7, total: "30.00" }),
    discount_codes: [{ code: "SAVE" }],
  });
  await settleDeliveries(services, shop);
  await tell("refunds/create", refund({ id: 1, order: 1, lines: [{ subtotal: "4.00" }] }));
  await settleDeliveries(services, shop);
  await command({ kind: "adjust", customerId: "7", points: 100n, reason: "test", key: "a" });
  await command({ kind: "activity", customerId: "7", activity: "visit", key: "b" });
  await command({ kind: "redeem", redemptionId: "R1", customerId: "7", rewardId: "few", code: "R1" });
  await command({ kind: "release", redemptionId: "R1" });
  await command({ kind: "notice", customerId: "7" });
  await tell("customers/merge", merge(8, 7));
  await settleDeliveries(services, shop);
  app.clock.now += 400 * 86_400_000;
  await workOffDueOf(services, shop);

  expect(asked.size).toBeGreaterThan(25);
  expect(await statementsReadingAll()).toEqual([]);
});

async function statementsReadingAll(): Promise<{ tables: string[]; text: string }[]> {
  const found = [];
  for (const [text, parameters] of asked) {
    if (text.startsWith("SET ")) continue;
    const tables = await readFromEndToEnd(text, parameters);
    if (tables.length > 0) found.push({ tables, text });
  }
  return found;
}

test("nor does a plan, which reads all members, some at a time", async () => {
  const shop = await app.install("member-plans.myshopify.com", programme());
  const tell = (topic: string, payload: unknown) => deliver(app.door, { shop: shop.domain, topic, payload });
  await tell("orders/paid", order({ id: 1, customer: 7, total: "30.00" }));
  await app.settle(shop.domain);
  await tell(
    "orders/updated",
    order({ id: 1, customer: 8, total: "30.00", updatedAt: "2026-07-02T12:00:00Z" }),
  );
  await app.settle(shop.domain);
  asked.clear();
  const { whole } = (await listening(app.db).inShop(shop.id, (tx) => readMembersAfter(tx, "0"))) ?? {};
  expect(whole?.members.map(({ id }) => id).sort()).toEqual(["7", "8"]);
  expect(whole?.orders.map(({ id, shares }) => [id, shares.length])).toEqual([["1", 2]]);
  expect(asked.size).toBeGreaterThan(4);
  expect(await statementsReadingAll()).toEqual([]);
  const ofOrders = [...asked].filter(([text]) => text.includes('"order"'));
  expect(ofOrders).toHaveLength(1);
  for (const [text, parameters] of ofOrders) expect(await readByShopAlone(text, parameters)).toEqual([]);
});

test("nor does a report, or what it is worked out by", async () => {
  const shop = await app.install("report-plans.myshopify.com", programme());
  await deliver(app.door, {
    shop: shop.domain,
    topic: "orders/paid",
    payload: order({ id: 1, customer: 7, total: "30.00" }),
  });
  await app.settle(shop.domain);
  asked.clear();
  const services = { ...app.services, db: listening(app.db) };
  await followLedger(services, shop.id);
  const query = new URLSearchParams({ range: "all", segment: "buyer:once", flow: "earned" });
  for (const report of REPORTS) await showReport(services, shop, { report, asked: query });
  const euros = new URLSearchParams({ range: "all", currency: "EUR" });
  for (const report of REPORTS) await showReport(services, shop, { report, asked: euros });
  await listEntries(services, shop, query);
  await glanceAtFigures(services, shop);
  await listShopsToFollow(services);
  expect(asked.size).toBeGreaterThan(20);
  expect(await statementsReadingAll()).toEqual([]);
});
