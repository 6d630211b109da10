import { afterAll, beforeAll, expect, test } from "vitest";
import { deliver } from "../support/deliver.ts";
import { customer } from "../support/payloads.ts";
import { programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

let app: TestPerennial;
beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

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
