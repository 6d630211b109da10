import { afterAll, beforeAll, expect, test } from "vitest";
import { writeMembersCsv } from "../../app/use-cases/members/members-csv.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
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
