import { afterAll, beforeAll, expect, test } from "vitest";
import { changeCode } from "../../app/use-cases/rewards-admin/change-code.ts";
import { programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

let app: TestPerennial;
beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

const OWNER = { staff: "1", role: "owner" as const };

test("a code that does not wait for the store is not asked for again", async () => {
  const shop = await app.install("no-code.myshopify.com", programme({}));
  const change = { id: "nobody's", change: "retry", by: OWNER } as const;
  expect(await changeCode(app.services, shop, change)).toEqual({ outcome: "code-too-late" });
});
