import { describe, expect, test } from "vitest";
import { app, goOn, shop } from "../support/experiment-shop.ts";
import { act, confirm, drawnUp, startOffers } from "../support/offers-shop.ts";

startOffers();

describe("personal offers within a month's budget", () => {
  const setMonth = (amount: string, revision: number, carries = "") =>
    act("limits", { amount, carries, revision: String(revision) });
  const SAME = { policy: "same", points: "", budget: "1000.00" };

  test("cost no more than is left of it, whatever their own budget is", async () => {
    expect(await setMonth("12.00", 0)).toEqual({ outcome: "limits-saved" });
    const preview = await drawnUp(SAME);
    expect([preview.cost, preview.monthLeft]).toEqual([1_000, 1_200]);
    await act("send", { ...SAME, ...confirm(preview) });
    const again = await drawnUp({ ...SAME, id: "offers-two" });
    expect([again.given, again.monthLeft]).toEqual([0, 200]);
    expect(await setMonth("9.99", 1)).toEqual({ outcome: "limits-below", committed: 1_000 });
    expect(await setMonth("9.99", 0)).toEqual({ outcome: "limits-overtaken" });
    expect(await setMonth("-1", 1)).toEqual({ outcome: "limits-faulty", faults: ["amount"] });
    const beyond = `UPDATE offer_month SET committed = 1201 WHERE shop_id = $1`;
    await expect(app.db.sql.query(beyond, [shop.id])).rejects.toThrow(/offer_month_budget/);
  });

  test("begin anew with the month of the shop's calendar, and carry nothing over unless said", async () => {
    await setMonth("12.00", 0);
    const preview = await drawnUp(SAME);
    await act("send", { ...SAME, ...confirm(preview) });
    // July is over in London an hour before it is by universal time.
    app.clock.now = Date.parse("2026-07-31T22:59:59Z");
    expect((await drawnUp({ ...SAME, id: "offers-two" })).monthLeft).toBe(200);
    app.clock.now = Date.parse("2026-07-31T23:00:00Z");
    expect((await drawnUp({ ...SAME, id: "offers-two" })).monthLeft).toBe(1_200);
    await setMonth("12.00", 1, "on");
    app.clock.now = Date.parse("2026-10-02T12:00:00Z");
    // Of August nothing was sent, nor of September.
    expect((await drawnUp({ ...SAME, id: "offers-two" })).monthLeft).toBe(3_600);
  });

  test("carry over also what comes back of a month that is over, if what is left is carried on", async () => {
    const ENDING = { ...SAME, lasts: "30" };
    await setMonth("12.00", 0, "on");
    app.clock.now = Date.parse("2026-07-31T22:30:00Z");
    const preview = await drawnUp(ENDING);
    await act("send", { ...ENDING, ...confirm(preview) });
    await goOn();
    app.clock.now = Date.parse("2026-08-01T12:00:00Z");
    const left = async () => (await drawnUp({ ...SAME, id: "offers-two" })).monthLeft;
    // August is begun with what was left of July then.
    await setMonth("12.00", 1, "on");
    expect(await left()).toBe(2_400 - preview.cost);
    app.clock.now = Date.parse("2026-08-02T12:00:00Z");
    await goOn();
    expect(await left()).toBe(2_400);
  });
});
