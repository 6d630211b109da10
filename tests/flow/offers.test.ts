import { beforeEach, describe, expect, test } from "vitest";
import { saveCatalogue, type SoldProduct } from "../../app/db/catalogue.ts";
import { replacePredictions, type MemberPrediction } from "../../app/db/save-predictions.ts";
import type { LoyaltySummary } from "../../app/loyalty/summary.ts";
import { DAY, MINUTE } from "../../app/loyalty/time.ts";
import { controlGroupTest, setControlGroup } from "../../app/use-cases/experiments/control-group.ts";
import { eraseCustomer } from "../../app/use-cases/erase-customer.ts";
import { actOnOffers } from "../../app/use-cases/offers/act-on-offers.ts";
import { showOffers } from "../../app/use-cases/offers/show-offers.ts";
import { publishSummaries } from "../../app/use-cases/publish-summaries.ts";
import { issueCodes } from "../../app/use-cases/rewards/issue-codes.ts";
import { deliver } from "../support/deliver.ts";
import {
  app,
  formOf,
  given,
  goOn,
  ids,
  MEMBERS,
  newId,
  OWNER,
  publish,
  reached,
  shop,
  shown,
  startExperiments,
} from "../support/experiment-shop.ts";
import { customer, merge, order } from "../support/payloads.ts";
import { NOON, verified } from "../support/perennial.ts";

startExperiments();

const FERN: SoldProduct = {
  ...{
    id: "4711",
    title: "Fern",
    handle: "fern",
    vendor: null,
    productType: null,
    tags: [],
    collections: [],
  },
  ...{
    price: 900n,
    cost: null,
    image: null,
    status: "active",
    published: true,
    tracked: true,
    inStock: true,
  },
  ...{ giftCard: false, createdAt: NOON },
};

describe("personal offers", () => {
  const OFFERS = { points: "300", rewards: "thanks", budget: "20.00", generosity: "20", reason: "For you" };

  /** Every other member is likely to leave, and all of them spend 30.00. */
  beforeEach(async () => {
    const same = (value: number) => ({ value, low: value, high: value });
    const predictions = ids.map((memberId, n): MemberPrediction => ({
      ...{
        memberId,
        alive: same(1),
        orders: same(1),
        value: same(30),
        leaving: same(n % 2 === 0 ? 0.6 : 0.01),
      },
      ...{ next: null, group: "new", scores: { recency: 1, frequency: 1, money: 1 }, purchases: 1 },
      ...{ lastOrderOn: 20_000, reasons: [] },
    }));
    await app.db.inShop(shop.id, (tx) => replacePredictions(tx, predictions, { version: 1, madeAt: NOON }));
  });

  const act = (deed: string, fields: Record<string, string> = {}) => {
    const form = formOf({ id: "offers-one", deed, ...OFFERS, ...fields });
    return actOnOffers(app.services, shop, { form, locale: "en", by: OWNER });
  };
  async function drawnUp(fields: Record<string, string> = {}) {
    const drawn = await act("preview", fields);
    if (drawn.outcome !== "drawn-up") throw new Error(JSON.stringify(drawn));
    return drawn.preview;
  }
  const confirm = ({ given, cost }: { given: number; cost: number }) => ({
    ...{ given: String(given), cost: String(cost) },
  });
  const months = () =>
    app.db.sql.query(`SELECT month, budget, committed FROM offer_month WHERE shop_id = $1`, [shop.id]);
  async function spent(): Promise<bigint> {
    const [row] = await app.db.sql.query<{ spent: bigint }>(
      `SELECT coalesce(sum((offer->>'cost')::numeric) FILTER (WHERE gift = 'given'), 0) AS spent FROM experiment_member
       WHERE shop_id = $1`,
      [shop.id],
    );
    return row?.spent ?? 0n;
  }

  test("go to those with something at risk, within the budget, and each says why", async () => {
    const preview = await drawnUp();
    expect(preview.left.notWorth).toBe(MEMBERS / 2);
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

  describe("that end at a time", () => {
    const ENDING = { points: "", lasts: "30", policy: "same", budget: "1000.00" };
    const summaryOf = (id: string) => app.store.summaries.get(`${shop.domain} ${id}`) as LoyaltySummary;
    const publishAll = () => publishSummaries(app.services, shop.id);

    async function sent() {
      const preview = await drawnUp(ENDING);
      expect(await act("send", { ...ENDING, ...confirm(preview) })).toEqual({
        outcome: "sent",
        id: "offers-one",
      });
      await goOn();
      await issueCodes(app.services, shop.id);
      // The store adds codes in its own time.
      app.clock.now += 5_000;
      await issueCodes(app.services, shop.id);
      await publishAll();
      const tried = [...(await reached("offers-one"))].flatMap(([id, arm]) => (arm === "with" ? [id] : []));
      return { preview, tried };
    }

    test("end in the store itself, and say so to the member until then", async () => {
      const { tried } = await sent();
      const endsAt = NOON + 30 * MINUTE;
      const [first = ""] = tried;
      const { offer } = summaryOf(first);
      expect(offer).toMatchObject({
        ...{ reward: "thanks", kind: "amount", value: "5.00", minimum: null, reason: "For you" },
        ...{ to: endsAt / 1_000, endsAt: "2026-07-01T12:30:00Z" },
      });
      expect(app.store.rewards.discountWith(offer?.code ?? "")?.order.endsAt).toBe(endsAt);
      expect(ids.filter((id) => summaryOf(id)?.offer !== undefined).sort()).toEqual(tried.sort());
      app.clock.now = endsAt - 1;
      await publishAll();
      expect(summaryOf(first).offer).toEqual(offer);
      // Time alone takes it away.
      app.clock.now = endsAt;
      await publishAll();
      expect(summaryOf(first)).not.toHaveProperty("offer");
      expect(summaryOf(first).redemptions).toEqual([]);
    });

    test("give back what nobody used, once the last orders are known", async () => {
      const { tried, preview } = await sent();
      const [buyer = ""] = tried;
      const code = summaryOf(buyer).offer?.code ?? "";
      const at = new Date(NOON + 20 * MINUTE).toISOString();
      const bought = {
        ...order({ id: newId(1), customer: buyer, total: "60.00", at }),
        discount_codes: [{ code }],
      };
      await deliver(app.door, { shop: shop.domain, topic: "orders/paid", payload: bought });
      await app.settle(shop.domain);
      await publishAll();
      expect(summaryOf(buyer)).not.toHaveProperty("offer");
      // Who used it is somebody else's account by then.
      await deliver(app.door, {
        shop: shop.domain,
        topic: "customers/create",
        payload: customer(newId(900)),
      });
      await deliver(app.door, {
        shop: shop.domain,
        topic: "customers/merge",
        payload: merge(newId(900), buyer),
      });
      await app.settle(shop.domain);
      app.clock.now = NOON + 30 * MINUTE;
      await goOn();
      expect((await shown("offers-one")).budget).toMatchObject({ setAside: preview.cost, givenBack: 0 });
      app.clock.now += DAY;
      await Promise.all([goOn(), goOn()]);
      const back = preview.cost - 500;
      expect((await shown("offers-one")).budget).toEqual({ most: 100_000, setAside: 500, givenBack: back });
      expect(await months()).toEqual([{ month: "2026-07", budget: null, committed: 500n }]);
    });

    test("free what they cost of whoever is erased before they used it, and keep it of who was merged", async () => {
      const { tried, preview } = await sent();
      const [one = "", other = "", unused = "", kept = "", gone = ""] = tried;
      const at = new Date(NOON + 20 * MINUTE).toISOString();
      for (const [n, customer] of [one, other].entries()) {
        const bought = order({ id: newId(n), customer, total: "60.00", at });
        const payload = { ...bought, discount_codes: [{ code: summaryOf(customer).offer?.code }] };
        await deliver(app.door, { shop: shop.domain, topic: "orders/paid", payload });
      }
      await deliver(app.door, { shop: shop.domain, topic: "customers/merge", payload: merge(kept, gone) });
      await app.settle(shop.domain);
      for (const customerId of [one, other, unused])
        await app.db.inShop(shop.id, (tx) => eraseCustomer(tx, { shop, customerId, orderIds: [] }));
      await goOn();
      expect((await shown("offers-one")).budget?.setAside).toBe(preview.cost - 500);
      app.clock.now = NOON + 30 * MINUTE + DAY;
      await goOn();
      // All but what was used: also both that are the kept one's.
      expect((await shown("offers-one")).budget?.setAside).toBe(1_000);
      expect(await months()).toEqual([{ month: "2026-07", budget: null, committed: 1_000n }]);
    });

    test("keep what orders use that are paid later, unless they are cancelled", async () => {
      const { tried, preview } = await sent();
      const [one = "", other = ""] = tried;
      const at = new Date(NOON + 20 * MINUTE).toISOString();
      const placed = (id: string, customer: string, state: object) => ({
        ...order({ id, customer, total: "60.00", at, status: "authorized", ...state }),
        discount_codes: [{ code: summaryOf(customer).offer?.code }],
      });
      const cancelled = { cancelledAt: at, updatedAt: new Date(NOON + 21 * MINUTE).toISOString() };
      for (const payload of [placed(newId(1), one, {}), placed(newId(2), other, cancelled)])
        await deliver(app.door, { shop: shop.domain, topic: "orders/create", payload });
      await app.settle(shop.domain);
      app.clock.now = NOON + 30 * MINUTE + DAY;
      await goOn();
      const back = preview.cost - 500;
      expect((await shown("offers-one")).budget).toMatchObject({ setAside: 500, givenBack: back });
    });

    test("are refused with points, which cannot end like that", async () => {
      expect(await act("preview", { lasts: "30" })).toEqual({ outcome: "refused", faults: ["lasts"] });
    });

    test("are given to nobody after their end", async () => {
      const preview = await drawnUp(ENDING);
      await act("send", { ...ENDING, ...confirm(preview) });
      app.clock.now += 31 * MINUTE;
      await goOn();
      const [row] = (await shown("offers-one")).reached.filter(({ arm }) => arm === "with");
      expect(row).toMatchObject({ given: 0, refused: preview.given });
      expect((await shown("offers-one")).budget?.setAside).toBe(0);
    });
  });

  describe("within a month's budget", () => {
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
      { unknown: 0, longGone: 1, notWorth: MEMBERS / 2, beyondBudget: 0 },
      "sending",
    ]);
    const same = await drawnUp({ ...all, policy: "same", rewards: "thanks" });
    expect(same.left.longGone).toBe(0);
    expect(same.unused).toEqual([{ gives: { kind: "points", points: "100" }, why: "first-only" }]);
    await act("limits", { amount: "2.00", carries: "", revision: "0" });
    expect(await drawnUp(all)).toMatchObject({ endsWith: "month", monthLeft: 200 });
    expect(await drawnUp({ ...all, budget: "1.00" })).toMatchObject({ endsWith: "sending" });
  });

  test("are counted with what the newest orders were worth, however many are older", async () => {
    const add = (
      first: number,
      { count, value, daysAgo }: { count: number; value: string; daysAgo: number },
    ) =>
      app.db.sql.query(
        `INSERT INTO "order" (shop_id, id, member_id, member_ids, name, processed_at, counts, posted, pending, codes, record)
         SELECT $1, $2::bigint + n, $3::bigint, '{}', '', $4, true, 0, 0, '{}',
           jsonb_build_object('value', jsonb_build_object('n', jsonb_build_object('$n', $5::text), 'd', '{"$n": "1"}'::jsonb))
         FROM generate_series(1, $6::int) AS n`,
        [shop.id, first, ids[0], new Date(NOON - daysAgo * DAY), value, count],
      );
    await add(1_000_000, { count: 3_000, value: "9000", daysAgo: 200 });
    await add(2_000_000, { count: 5_000, value: "2000", daysAgo: 3 });
    expect((await showOffers(app.services, shop, "en")).limits.usualOrder).toBe("20.00");
  });

  test("of per cent and of deliveries count with what the merchant said, and are none before", async () => {
    await publish([
      { id: "tenth", kind: "percent", cost: 500, value: "12.5", codeDays: 30 },
      { id: "sent-free", kind: "free-shipping", cost: 500, codeDays: 30 },
      { id: "fern", kind: "free-product", cost: 500, product: "fern", codeDays: 30 },
    ]);
    const all = { policy: "same", points: "", rewards: "tenth,sent-free,fern", budget: "1000.00" };
    const prices = async () =>
      (await showOffers(app.services, shop, "en")).rewards.map(({ most, by }) => [by, most]);
    expect(await act("preview", all)).toEqual({ outcome: "refused", faults: ["choices"] });
    expect(await prices()).toEqual([
      ["order", null],
      ["delivery", null],
      ["product", null],
    ]);
    const figures = { amount: "", largestOrder: "80.02", delivery: "4.50", revision: "0" };
    expect(await act("limits", figures)).toEqual({ outcome: "limits-saved" });
    // An eighth of 80.02 is 10.0025: rounded up.
    expect(await prices()).toEqual([
      ["order", 1_001],
      ["delivery", 450],
      ["product", null],
    ]);
    // A product costs what its goods do, where the store says it, and cannot be promised while there is none.
    const sell = (fern: object) => {
      const products = [{ ...FERN, ...fern }];
      return saveCatalogue(app.db.sql, shop.id, { products, now: app.clock.now });
    };
    const fern = async () => (await prices()).at(-1);
    await sell({ cost: 310n });
    expect(await fern()).toEqual(["goods", 310]);
    await sell({ cost: null });
    expect(await fern()).toEqual(["price", 900]);
    await sell({ inStock: false });
    expect(await fern()).toEqual(["sold-out", null]);
    await sell({ status: "archived" });
    expect(await fern()).toEqual(["product", null]);
    expect((await drawnUp(all)).lines[0]?.cost).toBe(1_001);
    const preview = await drawnUp({ ...all, policy: "personal", generosity: "30" });
    // A fifth and more of 18.00 at risk holds a delivery, and not the per cent.
    expect(new Set(preview.lines.map(({ cost }) => cost))).toEqual(new Set([450]));
  });
});
