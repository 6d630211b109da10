import { describe, expect, test } from "vitest";
import type { LoyaltySummary } from "../../app/loyalty/summary.ts";
import { DAY, MINUTE } from "../../app/loyalty/time.ts";
import { eraseCustomer } from "../../app/use-cases/erase-customer.ts";
import { publishSummaries } from "../../app/use-cases/publish-summaries.ts";
import { issueCodes } from "../../app/use-cases/rewards/issue-codes.ts";
import { deliver } from "../support/deliver.ts";
import { app, goOn, ids, newId, reached, shop, shown } from "../support/experiment-shop.ts";
import { act, confirm, drawnUp, startOffers } from "../support/offers-shop.ts";
import { customer, merge, order } from "../support/payloads.ts";
import { NOON } from "../support/perennial.ts";

startOffers();

describe("personal offers that end at a time", () => {
  const ENDING = { points: "", lasts: "30", policy: "same", budget: "1000.00" };
  const summaryOf = (id: string) => app.store.summaries.get(`${shop.domain} ${id}`) as LoyaltySummary;
  const months = () =>
    app.db.sql.query(`SELECT month, budget, committed FROM offer_month WHERE shop_id = $1`, [shop.id]);
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
      await app.db.inShop(shop.id, (tx) =>
        eraseCustomer(tx, { shop, customerId, orderIds: [], now: app.clock.now }),
      );
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
