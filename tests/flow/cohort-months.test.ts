import { expect, test } from "vitest";
import { DAY } from "../../app/loyalty/time.ts";
import { followLedger } from "../../app/use-cases/analytics/follow-ledger.ts";
import { showReport } from "../../app/use-cases/analytics/show-report.ts";
import { START } from "../helpers/random-histories.ts";
import { deliver } from "../support/deliver.ts";
import { expectRowsOf } from "../support/figure-rows.ts";
import { app, openShop, startFollowed } from "../support/followed-shop.ts";
import { order } from "../support/payloads.ts";

startFollowed();

test("members who ordered are all of them, also those from before the months of the tables", async () => {
  const { id, domain } = await openShop({});
  for (const [number, days] of [
    [1, 1],
    [2, 700],
  ] as const) {
    app.clock.now = START + days * DAY;
    const at = new Date(app.clock.now).toISOString();
    const payload = order({ id: number, customer: 6 + number, at });
    await deliver(app.door, { shop: domain, topic: "orders/paid", payload });
    await app.settle(domain);
  }
  await followLedger(app.services, id);
  const shop = await app.requireShop(domain);
  const asked = new URLSearchParams();
  const { figures, sections } = await showReport(app.services, shop, { report: "cohorts", asked });
  expect(figures[0]).toMatchObject({ id: "buyers", value: "2" });
  expect(sections[0]?.rows).toHaveLength(1);
  expect(await expectRowsOf(domain, "cohorts", "")).toBeGreaterThan(0);
});
