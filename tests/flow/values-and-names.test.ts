import { afterAll, beforeAll, expect, test } from "vitest";
import { makeAccessKey } from "../../app/use-cases/apps/access-keys.ts";
import { changeCode } from "../../app/use-cases/rewards-admin/change-code.ts";
import { writeMembersCsv } from "../../app/use-cases/members/members-csv.ts";
import { deliver } from "../support/deliver.ts";
import { customer, order } from "../support/payloads.ts";
import { programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

let app: TestPerennial;
beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

const OWNER = { staff: "1", role: "owner" as const };

test("what JSON has nothing of is nothing, on either database", async () => {
  const [row] = await app.db.sql.query(
    `SELECT 'null'::jsonb AS whole, '{"a": null}'::jsonb->'a' AS part`,
    [],
  );
  expect(row).toEqual({ whole: null, part: null });
});

test.each([
  ["letters", "a"],
  ["characters", "不"],
])("a name of a hundred thousand %s holds nobody up", async (_, letter) => {
  const domain = `long-${letter === "a" ? "latin" : "han"}.myshopify.com`;
  const shop = await app.install(domain, programme({}));
  const payload = customer({ id: 71, firstName: letter.repeat(100_000), lastName: "Keller" });
  expect(await deliver(app.door, { shop: domain, topic: "customers/create", payload })).toBe(200);
  await app.settle(domain);
  const [known] = await app.db.sql.query<{ grams: bigint; letters: bigint }>(
    `SELECT cardinality(grams)::bigint AS grams, char_length(first_name)::bigint AS letters FROM person WHERE shop_id = $1`,
    [shop.id],
  );
  expect(known?.letters).toBe(100_000n);
  expect(Number(known?.grams)).toBeLessThan(1_000);
});

test("whoever told no birthday has none in the file", async () => {
  const domain = "no-birthday.myshopify.com";
  await app.install(domain, programme({}));
  await deliver(app.door, { shop: domain, topic: "orders/paid", payload: order({ id: 1, customer: 7 }) });
  await app.settle(domain);
  const shop = await app.requireShop(domain);
  let file = "";
  await writeMembersCsv(app.services, shop, {
    address: new URLSearchParams(),
    by: OWNER,
    write: async (part) => void (file += part),
  });
  expect(file).toContain("\n7,");
  expect(file).not.toContain("undefined");
});

test("of keys that are asked for at the same moment no more are made than there is room for", async () => {
  const shop = await app.install("many-keys.myshopify.com", programme({}));
  const make = (n: number) =>
    makeAccessKey(app.services, shop, {
      ...{ id: crypto.randomUUID(), name: `Key ${n}`, may: ["reviews"], by: OWNER },
    });
  for (let n = 1; n <= 19; n++) await make(n);
  const made = await Promise.all(Array.from({ length: 8 }, (_, n) => make(20 + n)));
  expect(made.filter(({ outcome }) => outcome === "made")).toHaveLength(1);
});

test("a code that does not wait for the store is not asked for again", async () => {
  const shop = await app.install("no-code.myshopify.com", programme({}));
  const change = { id: "nobody's", change: "retry", by: OWNER } as const;
  expect(await changeCode(app.services, shop, change)).toEqual({ outcome: "code-too-late" });
});
