import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listVersions } from "../../app/db/programmes.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { parseInstant } from "../../app/loyalty/time.ts";
import { saveProgramme } from "../../app/use-cases/save-programme.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import {
  figuresOf,
  NOON,
  programme,
  startPerennialInTest,
  verified,
  type TestPerennial,
} from "../support/perennial.ts";

const TWICE = { earning: { rules: [{ id: "purchase", on: "order", rate: { points: 2, per: "1.00" } }] } };
let app: TestPerennial;
let shop: ShopRow;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON;
  shop = await app.install(`programme-${++shops}.myshopify.com`, programme());
});

const save = (document: object, basedOn: number) =>
  saveProgramme(app.services, shop, { document, savedBy: "42", basedOn });
const buy = (id: number, at: string, customer = 7) =>
  deliver(app.door, {
    shop: shop.domain,
    topic: "orders/paid",
    payload: order({ id, customer, total: "10.00", at }),
  });

async function numbers(): Promise<number[]> {
  return (await listVersions(app.db.sql, shop.id)).map(({ number }) => number);
}

test("is saved as a new version, and the versions before it stay as they are", async () => {
  const [before] = await app.db.sql.query(`SELECT * FROM programme_version WHERE shop_id = $1`, [shop.id]);
  expect(await save({ ...programme(TWICE), effectiveFrom: undefined }, 1)).toEqual({
    outcome: "saved",
    number: 2,
    effectiveFrom: NOON,
  });
  expect(await numbers()).toEqual([1, 2]);
  expect(
    await app.db.sql.query(`SELECT * FROM programme_version WHERE shop_id = $1 AND number = 1`, [shop.id]),
  ).toEqual([before]);
});

test.each<[string, object, string]>([
  ["an unknown key", { ...programme(), pints: 1 }, "pints"],
  [
    "another currency than the shop's",
    { ...programme(), currency: "EUR", effectiveFrom: undefined },
    "currency",
  ],
  ["a negative amount", programme({ points: { pendingDays: -1 } }), "points.pendingDays"],
  ["a later version in the past", programme(), "effectiveFrom"],
  ["a zone that is none", programme({ timezone: "Europe/Atlantis" }), "timezone"],
  ["no tree at all", ["programme"], ""],
])("is refused with the path of the fault and how to mend it: %s", async (_, document, path) => {
  const saved = await save(document, 1);
  expect(saved.outcome).toBe("refused");
  const faults = saved.outcome === "refused" ? saved.faults : [];
  expect(faults.map((fault) => fault.path)).toContain(path);
  for (const { problem, mend } of faults) expect([problem, mend].every((text) => text.length > 5)).toBe(true);
  expect(await numbers()).toEqual([1]);
});

test("is not overwritten unseen by somebody who began from an older version", async () => {
  const fresh = () => ({ ...programme(TWICE), effectiveFrom: undefined });
  const outcomes = await Promise.all([save(fresh(), 1), save(fresh(), 1), save(fresh(), 1)]);
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["overtaken", "overtaken", "saved"]);
  expect(await save(fresh(), 1)).toEqual({ outcome: "overtaken", number: 2 });
  expect(await numbers()).toEqual([1, 2]);
});

test("values each order under the version in force when it was processed, however late it is told", async () => {
  await save({ ...programme(TWICE), effectiveFrom: "2026-07-02T00:00:00Z" }, 1);
  app.clock.now = parseInstant("2026-07-05T00:00:00Z");
  await buy(1, "2026-07-03T00:00:00Z", 1);
  await buy(2, "2026-07-02T00:00:00Z", 2);
  await buy(3, "2026-07-01T23:59:59Z", 3);
  await buy(4, "2025-12-31T23:59:59Z", 4);
  await app.settle(shop.domain);
  const available = await Promise.all(
    ["1", "2", "3", "4"].map(async (id) => (await figuresOf(app, shop.domain, id))?.available),
  );
  expect(available).toEqual([20n, 20n, 10n, 0n]);
  expect(await verified(app, shop.domain)).toMatchObject({ ok: true, sum: 0n });
});

test("a version of the future with tiers looks at every member at its first midnight, and not before", async () => {
  await buy(1, "2026-07-01T09:00:00Z");
  await app.settle(shop.domain);
  const tiers = {
    basis: "spend",
    window: { kind: "lifetime" },
    levels: [
      { id: "bronze", at: "0" },
      { id: "silver", at: "5.00", multiplier: "2" },
    ],
  };
  await save({ ...programme({ tiers }), effectiveFrom: "2026-07-03T12:00:00Z" }, 1);
  const level = async () => {
    const [row] = await app.db.sql.query<{ level: string | null; next_due_at: Date | null }>(
      `SELECT level, next_due_at FROM member WHERE shop_id = $1`,
      [shop.id],
    );
    return row;
  };
  // London's midnight is 23:00 UTC in summer.
  expect(await level()).toEqual({ level: null, next_due_at: new Date("2026-07-03T23:00:00Z") });
  app.clock.now = parseInstant("2026-07-03T22:59:59Z");
  await app.settle(shop.domain);
  expect((await level())?.level).toBeNull();
  app.clock.now = parseInstant("2026-07-03T23:00:00Z");
  await app.settle(shop.domain);
  expect((await level())?.level).toBe("silver");
});
