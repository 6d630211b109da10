import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DUMPED, NOT_DUMPED, SEQUENCES } from "../../app/db/dump-tables.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { applyImport, checkImport } from "../../app/use-cases/moving-in/change-import.ts";
import { readImport } from "../../app/use-cases/moving-in/read-import.ts";
import { runImport } from "../../app/use-cases/moving-in/run-import.ts";
import { showImport } from "../../app/use-cases/moving-in/show-import.ts";
import { exportShop } from "../../app/use-cases/moving-out/export-shop.ts";
import { restoreShop } from "../../app/use-cases/moving-out/restore-shop.ts";
import { headSigner } from "../../app/use-cases/proof/head-signer.ts";
import { deliver } from "../support/deliver.ts";
import { customer, merge, order, refund } from "../support/payloads.ts";
import {
  figuresOf,
  programme,
  startPerennialInTest,
  verified,
  type TestPerennial,
} from "../support/perennial.ts";

const SHOP = "leaving.myshopify.com";
const PROGRAMME = programme({
  points: { pendingDays: 0, expiry: { kind: "lots", months: 12 } },
  earning: {
    rules: [
      { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } },
      { id: "review", on: "activity:review", bonus: 10 },
    ],
  },
  tiers: {
    basis: "spend",
    levels: [
      { id: "bronze", at: "0" },
      { id: "silver", at: "250.00", multiplier: "1.25" },
    ],
  },
  rewards: [{ id: "five-off", kind: "amount", cost: 50, value: "5.00" }],
});

let app: TestPerennial;
let other: TestPerennial;

beforeAll(async () => {
  [app, other] = await Promise.all([startPerennialInTest(), startPerennialInTest()]);
  await app.install(SHOP, PROGRAMME);
  await liveALife();
});
afterAll(() => Promise.all([app.close(), other.close()]));

const tell = (to: TestPerennial, shop: string, topic: string, payload: unknown) =>
  deliver(to.door, { shop, topic, payload });

async function liveALife(): Promise<void> {
  const row = await app.requireShop(SHOP);
  const say = (topic: string, payload: unknown) => tell(app, SHOP, topic, payload);
  await say(
    "customers/create",
    customer({ id: 7, firstName: 'Anna "A" \\ Ä 🌱', email: "anna@example.com" }),
  );
  await say("orders/paid", order({ id: 1, customer: 7, total: "300.00" }));
  await say("orders/paid", order({ id: 2, customer: 8, total: "9007199254740993.00" }));
  await say("refunds/create", refund({ id: 9, order: 1, lines: [{ subtotal: "40.00" }] }));
  await say("orders/paid", order({ id: 3, customer: 9, total: "20.00" }));
  await say("orders/create", { id: "unreadable", email: "lost@example.com" });
  await app.settle(SHOP);
  await say("customers/merge", merge(7, 9));
  await app.settle(SHOP);
  await say("customers/redact", { customer: { id: 8 }, orders_to_redact: [2] });
  await app.settle(SHOP);
  const event = {
    kind: "redeem",
    redemptionId: "R1",
    customerId: "7",
    rewardId: "five-off",
    code: "CODE-1",
  } as const;
  await handleEvent(app.services, row, { actor: "shopper", eventId: "r", event });
  await handleEvent(app.services, row, {
    actor: "42",
    eventId: "a",
    event: { kind: "activity", customerId: "7", activity: "review", key: "rev-1" },
  });
  await handleEvent(app.services, row, {
    actor: "42",
    eventId: "h",
    event: { kind: "adjust", customerId: "7", points: 1n, reason: "For the cat", key: "by-hand" },
  });
  await moveSomebodyIn();
}

async function moveSomebodyIn(): Promise<void> {
  Object.assign(app.services.platform, {
    present: async (_: string, __: string, ids: string[]) => new Set(ids),
  });
  const row = await app.requireShop(SHOP);
  const open = async function* () {
    yield Buffer.from("customer_id,points,referral_code,birthday\n55,12,FRIEND-1,05-27\n56,many,,\n");
  };
  const file = await readImport(app.services, row, { name: "m.csv", open, startedBy: "42" });
  if (file.outcome !== "read") throw new Error(JSON.stringify(file));
  const settings = (await showImport(app.services, row, file.id))?.settings;
  if (!settings) throw new Error("no settings");
  const run = () =>
    runImport(app.services, headSigner("x".repeat(16)), { shopId: row.id, importId: file.id });
  await checkImport(app.services, row, { id: file.id, settings });
  await run();
  await applyImport(app.services, row, file.id);
  await run();
}

async function exported(from: TestPerennial, shop = SHOP, withoutPersons = false): Promise<string[]> {
  const lines: string[] = [];
  const write = async (line: string) => void lines.push(line.slice(0, -1));
  const count = await exportShop(from.services, await from.requireShop(shop), { withoutPersons, write });
  expect(count).toBe(lines.length);
  return lines;
}

const linesFrom = (lines: readonly string[]) =>
  async function* () {
    yield* lines;
  };

const restore = (to: TestPerennial, domain: string, lines: readonly string[]) =>
  restoreShop(to.services, { domain, open: linesFrom(lines) });

/** All but the first line, which says when, and the last, which says what all of them come to. */
const middle = (lines: string[]) => lines.slice(1, -1);

describe("a shop that is exported and put back", () => {
  test("is the same shop to the byte, with a chain that holds", async () => {
    const lines = await exported(app);
    await other.install(SHOP, programme());
    expect(await restore(other, SHOP, lines)).toBe(lines.length);
    expect(await verified(other, SHOP)).toEqual(await verified(app, SHOP));
    expect(await verified(other, SHOP)).toMatchObject({ ok: true, sum: 0n });
    expect(middle(await exported(other))).toEqual(middle(lines));
  });

  test("goes on working: the store's next word is added to what was there", async () => {
    for (const each of [app, other]) {
      await tell(
        each,
        SHOP,
        "orders/updated",
        order({ id: 1, customer: 7, total: "330.00", updatedAt: "2026-07-02T00:00:00Z" }),
      );
      await tell(each, SHOP, "orders/paid", {
        ...order({ id: 4, customer: 7, total: "10.00" }),
        discount_codes: [{ code: "CODE-1" }],
      });
      await each.settle(SHOP);
    }
    expect(await figuresOf(other, SHOP, "7")).toEqual(await figuresOf(app, SHOP, "7"));
    const [redemption] = await other.db.sql.query<{ state: string }>(
      `SELECT state FROM redemption WHERE id = 'R1'`,
    );
    expect(redemption?.state).toBe("taken");
    // Whoever was erased there stays erased here.
    await tell(other, SHOP, "orders/paid", order({ id: 5, customer: 8, total: "9.00" }));
    await other.settle(SHOP);
    expect(await figuresOf(other, SHOP, "8")).toBeNull();
    expect(await verified(other, SHOP)).toMatchObject({ ok: true, sum: 0n });
  });

  test("may have another address, and stand beside others", async () => {
    const lines = await exported(app);
    await restore(app, "copied.myshopify.com", lines);
    expect(middle(await exported(app, "copied.myshopify.com"))).toEqual(middle(lines));
    await tell(app, "copied.myshopify.com", "orders/paid", order({ id: 77, customer: 55, total: "8.00" }));
    await app.settle("copied.myshopify.com");
    expect(await figuresOf(app, "copied.myshopify.com", "55")).toMatchObject({ available: 20n });
    expect(await figuresOf(app, SHOP, "55")).toMatchObject({ available: 12n });
    expect(await verified(app, "copied.myshopify.com")).toMatchObject({ ok: true });
  });
});

describe("an export", () => {
  test("says what it is in its first line, and writes large numbers as text", async () => {
    const lines = await exported(app);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      type: "perennial-export",
      version: 1,
      shop: { domain: SHOP, currency: "GBP" },
    });
    const member = lines.find((line) => line.includes('"available":"9007199254740993"'));
    expect(member).toMatch(/^{"type":"member","id":"-\d+"/);
  });

  test("without persons names nobody, and can be put back all the same", async () => {
    const lines = await exported(app, SHOP, true);
    for (const trace of [
      "Anna",
      "anna@example.com",
      "lost@example.com",
      "FRIEND",
      "friend-1",
      Buffer.from("lost@").toString("base64").slice(0, 6),
    ])
      expect(lines.filter((line) => line.includes(trace))).toEqual([]);
    await restore(app, "nameless.myshopify.com", lines);
    expect(await verified(app, "nameless.myshopify.com")).toMatchObject({ ok: true, sum: 0n });
  });

  test("without persons has what staff wrote in the hashed ledger alone", async () => {
    const linesWithIt = (lines: string[]) =>
      lines
        .filter((line) => line.includes("For the cat"))
        .map((line) => (JSON.parse(line) as { type: string }).type);
    expect(linesWithIt(await exported(app))).toEqual(["ledger_transaction", "command"]);
    expect(linesWithIt(await exported(app, SHOP, true))).toEqual(["ledger_transaction"]);
  });

  test("without persons tells no birthday, nor when it falls due, and goes on where it is put back", async () => {
    const whole = await exported(app);
    const traces = [/"month": ?5/, /"kind": ?"birthday"/, /-05-2[67]T/];
    for (const trace of traces) expect(whole.some((line) => trace.test(line))).toBe(true);
    const lines = await exported(app, SHOP, true);
    for (const trace of traces) expect(lines.slice(1).filter((line) => trace.test(line))).toEqual([]);
    const domain = "ageless.myshopify.com";
    await restore(app, domain, lines);
    await app.settle(domain);
    expect(await figuresOf(app, domain, "55")).toEqual(await figuresOf(app, SHOP, "55"));
    const due = await app.db.sql.query(
      `SELECT next_due_at FROM member m JOIN shop s ON s.id = m.shop_id WHERE s.domain = $1 AND m.id = 55`,
      [domain],
    );
    // Points that nobody was given notice of do not expire, so nothing is left to fall due.
    expect(due).toEqual([{ next_due_at: null }]);
  });

  test.each<[string, (lines: string[]) => string[], RegExp]>([
    ["cut off", (lines) => lines.slice(0, -1), /cut off/],
    ["with a line less", (lines) => lines.toSpliced(3, 1), /does not agree/],
    [
      "with a number changed",
      (lines) => lines.map((line) => line.replace('"points":"12"', '"points":"13"')),
      /does not agree/,
    ],
    ["that is something else", () => ['{"type":"list"}'], /no export of Perennial/],
    [
      "of a later version",
      (lines) => [(lines[0] ?? "").replace('"version":1', '"version":2'), ...lines.slice(1)],
      /version 2/,
    ],
    [
      "with a column from nowhere",
      (lines) => lines.toSpliced(1, 0, '{"type":"member","x\\" FROM member; --":1}'),
      /no "x/,
    ],
    [
      "with a table from nowhere",
      (lines) => lines.toSpliced(1, 0, '{"type":"session","id":"1"}'),
      /nothing is known of "session"/,
    ],
    ["that is empty", () => [], /empty/],
    ["that is no JSON", () => ["PK"], /not JSON/],
  ])("%s is refused, and nothing of it is put back", async (_, change, why) => {
    const domain = "refused.myshopify.com";
    await expect(restore(other, domain, change(await exported(app)))).rejects.toThrow(why);
    const rows = await other.db.sql.query(
      `SELECT 1 FROM member m JOIN shop s ON s.id = m.shop_id WHERE s.domain = $1`,
      [domain],
    );
    expect(rows).toEqual([]);
  });

  test("is not put on top of a shop that has members", async () => {
    await expect(restore(app, SHOP, await exported(app))).rejects.toThrow(/has members already/);
  });
});

describe("what an export holds", () => {
  test("is every table of the schema, or there is a reason", async () => {
    const rows = await app.db.sql.query<{ table_name: string }>(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const known = [...DUMPED.map(({ table }) => table), ...Object.keys(NOT_DUMPED)];
    expect(rows.map((row) => row.table_name).sort()).toEqual(known.sort());
  });

  test("knows every number that the database gives out", async () => {
    const rows = await app.db.sql.query<{ sequencename: string }>(
      `SELECT sequencename::text AS sequencename FROM pg_sequences WHERE schemaname = 'public'`,
    );
    const known = new Set([...SEQUENCES.map(({ sequence }) => sequence), "shop_id_seq"]);
    expect(rows.map((row) => row.sequencename).sort()).toEqual([...known].sort());
  });
});
