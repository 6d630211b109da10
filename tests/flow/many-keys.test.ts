import { afterAll, beforeAll, expect, test } from "vitest";
import { makeAccessKey } from "../../app/use-cases/apps/access-keys.ts";
import { programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

let app: TestPerennial;
beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

const OWNER = { staff: "1", role: "owner" as const };

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
