import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { OrderPayload, Programme } from "../model/case-format.ts";
import { openOutside, type Outside } from "../support/outside.ts";
import { order } from "../support/payloads.ts";
import { startPerennialInTest, type TestPerennial } from "../support/perennial.ts";
import { listUnsound, verifyAll } from "../support/verify-all.ts";

/** What ends every fault has to see a fault itself. */

const PROGRAMME: Programme = {
  programme: "Watched",
  currency: "GBP",
  timezone: "Europe/London",
  effectiveFrom: "2026-01-01T00:00:00Z",
  earning: { rules: [{ id: "purchase", on: "order", rate: { points: 1, per: "1.00" } }] },
  rewards: [{ id: "ship", kind: "free-shipping", cost: 10 }],
};
const AT = "2026-07-01T12:00:00.000Z";

let app: TestPerennial;
let outside: Outside;
let shops = 0;
beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  outside = await openOutside(app, `watched-${++shops}.myshopify.com`, [PROGRAMME]);
  for (const id of [1, 2])
    await outside.tell({ at: AT, webhook: "orders/paid", id: `o-${id}`, payload: paid(id) });
  for (const as of ["R1", "R2"])
    await outside.tell({ at: AT, do: "redeem", customer: 7, reward: "ship", as });
});

const paid = (id: number) => order({ id, customer: 7, total: "50.00", at: AT }) as OrderPayload;

test("finds nothing where nothing is wrong", () => verifyAll(outside));

test.each([
  ["a balance", `UPDATE member SET available = available + 1 WHERE shop_id = $1`, /balances/],
  ["a debt", `UPDATE member SET owed = 5 WHERE shop_id = $1`, /a debt beside points/],
  ["a lot", `UPDATE lot SET remaining = remaining + 1 WHERE shop_id = $1`, /lots/],
  [
    "an order",
    `UPDATE "order" SET posted = posted + 1 WHERE shop_id = $1 AND id = 1`,
    /an order whose postings/,
  ],
  [
    "a hold",
    `UPDATE redemption SET state = 'released' WHERE shop_id = $1 AND id = 'R1'`,
    /points held that no redemption holds/,
  ],
  [
    "an end",
    `UPDATE redemption SET record = jsonb_set(record, '{endsAt}', '1') WHERE shop_id = $1`,
    /code whose days are over/,
  ],
])("sees that %s was changed", async (_, statement, what) => {
  await app.db.sql.query(statement, [outside.shopId]);
  expect((await listUnsound(outside)).join("\n")).toMatch(what);
});

test("sees that something acknowledged is gone", async () => {
  await app.db.sql.query(`DELETE FROM delivery WHERE shop_id = $1 AND webhook_id = 'o-2'`, [outside.shopId]);
  await expect(verifyAll(outside)).rejects.toThrow(/o-2/);
});

test("sees that something acknowledged has no effect", async () => {
  outside.log.push({ at: AT, do: "adjust", customer: 7, points: 5, reason: "", key: "never-done" });
  await expect(verifyAll(outside)).rejects.toThrow(/deeply equal/);
});
