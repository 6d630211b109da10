import { describe, expect, test } from "vitest";
import { DAY } from "../../app/loyalty/time.ts";
import { controlGroupTest, setControlGroup } from "../../app/use-cases/experiments/control-group.ts";
import { showOffers } from "../../app/use-cases/offers/show-offers.ts";
import { deliver } from "../support/deliver.ts";
import {
  app,
  given,
  goOn,
  ids,
  MEMBERS,
  newId,
  OWNER,
  reached,
  shop,
  shown,
} from "../support/experiment-shop.ts";
import { act, confirm, drawnUp, startOffers } from "../support/offers-shop.ts";
import { order } from "../support/payloads.ts";
import { NOON, verified } from "../support/perennial.ts";

startOffers();

async function spent(): Promise<bigint> {
  const [row] = await app.db.sql.query<{ spent: bigint }>(
    `SELECT coalesce(sum((offer->>'cost')::numeric) FILTER (WHERE gift = 'given'), 0) AS spent FROM experiment_member
       WHERE shop_id = $1`,
    [shop.id],
  );
  return row?.spent ?? 0n;
}

describe("personal offers", () => {
  test("go to those with something at risk, within the budget, and each says why", async () => {
    const preview = await drawnUp();
    expect(preview.left).toMatchObject({ comeAnyway: MEMBERS / 2, notWorth: 0 });
    // So few can never be compared, and the page says so before anything is sent.
    expect(preview.tooFew).toBe(100);
    expect(preview.cost).toBeLessThanOrEqual(2_000);
    expect(preview.lines[0]?.because).toMatchObject({
      ...{ policy: "personal", worth: 3_000, risk: 0.6 },
      atRisk: expect.closeTo(1_800, 6) as number,
    });
    expect(await act("send", { given: "1", cost: "1" })).toEqual({ outcome: "overtaken" });
    const sending = [act("send", confirm(preview)), act("send", confirm(preview))];
    expect(await Promise.all(sending)).toEqual([
      { outcome: "sent", id: "offers-one" },
      { outcome: "sent", id: "offers-one" },
    ]);
    await Promise.all([goOn(), goOn()]);
    expect(Number(await spent())).toBe(preview.cost);
    const arms = [...(await reached("offers-one")).values()];
    expect(arms.filter((arm) => arm === "with")).toHaveLength(preview.given);
    await verified(app, shop.domain);
  });

  test("never cost more than the budget, whatever is asked for, and nobody is made two at once", async () => {
    const first = await drawnUp();
    await act("send", confirm(first));
    const again = await drawnUp({ id: "offers-two", budget: "1000.00" });
    const names = new Set((await reached("offers-one")).keys());
    expect(again.lines.filter(({ memberId }) => names.has(memberId))).toEqual([]);
    await expect(
      app.db.sql.query(`UPDATE experiment SET committed = 2001 WHERE shop_id = $1 AND id = 'offers-one'`, [
        shop.id,
      ]),
    ).rejects.toThrow(/experiment_budget/);
  });

  test("are not sent in other words under the id of what was sent", async () => {
    const shownBefore = confirm(await drawnUp());
    await act("send", shownBefore);
    expect(await act("send", { ...shownBefore, reason: "For somebody else" })).toEqual({
      outcome: "overtaken",
    });
    expect(await act("send", { ...shownBefore, lasts: "30", points: "" })).toEqual({ outcome: "overtaken" });
    expect(await act("send", shownBefore)).toEqual({ outcome: "sent", id: "offers-one" });
  });

  test("are not given where they cost more by then than the budget holds for them", async () => {
    await act("send", confirm(await drawnUp()));
    const cheaper = `UPDATE experiment_member SET cost = 1 WHERE shop_id = $1 AND cost IS NOT NULL`;
    await app.db.sql.query(cheaper, [shop.id]);
    await goOn();
    const [{ given: none, refused } = { given: 0, refused: 0 }] = (await shown("offers-one")).reached.filter(
      ({ arm }) => arm === "with",
    );
    expect([none, refused > 0, (await given()).size]).toEqual([0, true, 0]);
  });

  test("are the same for all where the merchant wants that, and leave the control group out", async () => {
    await setControlGroup(app.services, shop, { share: 2_000, shown: 0, by: OWNER });
    const same = await drawnUp({ policy: "same", budget: "1000.00" });
    expect(new Set(same.lines.map(({ cost }) => cost))).toEqual(new Set([500]));
    const flags = same.lines.map(({ memberId }) => memberId).map(await controlGroupTest(app.services, shop));
    expect(flags.filter(Boolean)).toEqual([]);
    expect(same.given + same.leftOut).toBe(same.members);
  });

  test("take amounts as they are written where a comma parts the pence", async () => {
    const { given, cost } = await drawnUp({ budget: "20,00" });
    expect(await drawnUp({ budget: "20.00" })).toMatchObject({ given, cost });
    const figures = { amount: "1.060,50", largestOrder: "60,00", delivery: "4,90", revision: "0" };
    expect(await act("limits", { carries: "", ...figures })).toEqual({ outcome: "limits-saved" });
    expect((await showOffers(app.services, shop, "de")).limits.typed).toEqual({
      ...{ amount: "1060.50", largestOrder: "60.00", delivery: "4.90" },
    });
  });

  test("say what is wrong with what was filled in", async () => {
    const faulty = { budget: "-1", points: "x", rewards: "", generosity: "200", reason: "" };
    expect(await act("preview", faulty)).toEqual({
      outcome: "refused",
      faults: ["points", "budget", "generosity", "reason"],
    });
  });

  test("leave out who is long gone, and say so beside which budget ran out", async () => {
    const [gone = "", once = ""] = ids;
    const buys = async (id: number, member: string, days: number) => {
      app.clock.now = NOON + days * DAY;
      const at = new Date(app.clock.now).toISOString();
      const payload = order({ id: newId(id), customer: member, total: "60.00", at });
      await deliver(app.door, { shop: shop.domain, topic: "orders/paid", payload });
    };
    await buys(701, gone, 0);
    await buys(702, gone, 20);
    await buys(703, once, 20);
    app.clock.now += 91 * DAY;
    await app.settle(shop.domain);
    const all = { policy: "personal", points: "100", rewards: "", generosity: "50", budget: "1000.00" };
    const { left, endsWith } = await drawnUp(all);
    expect([left, endsWith]).toEqual([
      { unknown: 0, longGone: 1, comeAnyway: MEMBERS / 2, notWorth: 0, beyondBudget: 0 },
      "sending",
    ]);
    const same = await drawnUp({ ...all, policy: "same", rewards: "thanks" });
    expect(same.left.longGone).toBe(0);
    expect(same.unused).toEqual([{ gives: { kind: "points", points: "100" }, why: "first-only" }]);
    await act("limits", { amount: "2.00", carries: "", revision: "0" });
    expect(await drawnUp(all)).toMatchObject({ endsWith: "month", monthLeft: 200 });
    expect(await drawnUp({ ...all, budget: "1.00" })).toMatchObject({ endsWith: "sending" });
  });
});
