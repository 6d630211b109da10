import { expect, test } from "vitest";
import { dateOf } from "../../app/insight/days.ts";
import { parseInstant } from "../../app/loyalty/time.ts";
import { showReport } from "../../app/use-cases/analytics/show-report.ts";
import { followLedger } from "../../app/use-cases/analytics/follow-ledger.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { app, openShop, startFollowed } from "../support/followed-shop.ts";

startFollowed();

test("of the month a year ago nothing is told to be older than a year", async () => {
  const { id, domain } = await openShop();
  const shop = await app.requireShop(domain);
  for (const [date, points] of [
    ["2026-10-31", 3n],
    ["2026-11-05", 20n],
    ["2026-11-25", 100n],
  ] as const) {
    app.clock.now = parseInstant(`${date}T12:00:00Z`);
    const event = { kind: "adjust", customerId: `${id}01`, key: date, points, reason: "kept" } as const;
    await handleEvent(app.services, shop, { event, actor: "test", eventId: date });
  }
  app.clock.now = parseInstant("2027-11-23T12:00:00Z");
  await followLedger(app.services, id);
  const asked = new URLSearchParams({ range: "last-30" });
  const { sections } = await showReport(app.services, shop, { report: "liability", asked });
  const headline = sections.find((section) => section.id === "ageing")?.headline;
  expect(headline?.value?.value).toBe("3");
  expect(dateOf(headline?.month ?? 0)).toBe("2026-11-01");
});
