import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import type { LoyaltyEvent } from "../../app/loyalty/events.ts";
import { DAY, HOUR, formatInstant } from "../../app/loyalty/time.ts";
import { startDraft } from "../../app/use-cases/drafts/start-draft.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { changeState } from "../../app/use-cases/programme-state/change-state.ts";
import { receiveFeedback } from "../../app/use-cases/feedback/receive-feedback.ts";
import { saveProgramme } from "../../app/use-cases/save-programme.ts";
import { showHome } from "../../app/use-cases/show-home.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const TERMS = {
  tiers: {
    basis: "spend",
    levels: [
      { id: "bronze", at: "0" },
      { id: "gold", at: "100.00" },
    ],
  },
  rewards: [
    { id: "tour", kind: "custom", cost: 10, instructions: "Show them round", stock: 3 },
    { id: "five-off", kind: "amount", cost: 50, value: "5.00" },
  ],
  texts: { de: { rewards: { tour: "Führung" } } },
};

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;
let wishes = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON - 3 * DAY;
  shop = await app.install(`home-${++shops}.myshopify.com`, programme(TERMS));
});

const home = (locale = "en") => showHome(app.services, shop, locale);

async function sell(id: number, customer: number, total: string): Promise<void> {
  const at = formatInstant(app.clock.now);
  const payload = order({ id, customer, total, at });
  expect(await deliver(app.door, { shop: shop.domain, topic: "orders/paid", payload })).toBe(200);
  await app.settle(shop.domain);
}

async function asked(event: LoyaltyEvent): Promise<void> {
  await handleEvent(app.services, shop, { event, actor: "shopper", eventId: `asked ${++wishes}` });
}

const tour = (id: string): LoyaltyEvent => {
  return { kind: "redeem", redemptionId: id, customerId: "7", rewardId: "tour", code: null };
};

test("a new shop has nothing to tell and nothing to decide", async () => {
  app.clock.now = NOON;
  expect(await home()).toMatchObject({
    hasOrders: false,
    news: { items: [] },
    decisions: [],
    state: { state: "running" },
  });
});

test("what changed since yesterday is counted, and what was before is not", async () => {
  await sell(1, 7, "90.00");
  app.clock.now = NOON - 30 * HOUR;
  await sell(2, 7, "20.00");
  await sell(3, 8, "5.00");
  await asked(tour("R1"));
  await asked({ kind: "adjust", customerId: "8", points: 3n, reason: "goodwill", key: "a" });
  app.clock.now = NOON;
  const { news } = await home();
  expect(formatInstant(news.from)).toBe("2026-06-29T23:00:00Z");
  expect(news.days).toEqual({ from: "2026-06-30", to: "2026-07-01" });
  expect(news.items).toEqual([
    { news: "earned", orders: 2, points: "25" },
    { news: "redeemed", rewards: 1, points: "10" },
    { news: "joined", members: 1 },
    { news: "levels", up: 1, down: 0 },
    { news: "adjusted", times: 1 },
  ]);
});

test("a reward whose points went back is not told as redeemed", async () => {
  await sell(1, 7, "90.00");
  await asked(tour("R1"));
  await asked(tour("R2:1"));
  app.clock.now += HOUR;
  await asked({ kind: "release", redemptionId: "R2:1" });
  const { news } = await home();
  expect(news.items).toContainEqual({ news: "redeemed", rewards: 1, points: "10" });
  await asked({ kind: "release", redemptionId: "R1" });
  expect((await home()).news.items.map((item) => item.news)).not.toContain("redeemed");
});

test("the last activity stands by when it happened, not by when it was recorded", async () => {
  const document = programme({ ...TERMS, points: { pendingDays: 1 } });
  shop = await app.install(`home-${++shops}.myshopify.com`, document);
  await sell(1, 7, "90.00");
  app.clock.now += 2 * DAY;
  // The points of the first order, due a day ago, are made available after this one was told.
  await sell(2, 8, "5.00");
  const times = (await home()).latest.map(({ at }) => at);
  expect(new Set(times).size).toBe(3);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

test("what needs a decision is told, the urgent first, and only of this shop", async () => {
  await sell(1, 7, "90.00");
  await asked(tour("R1"));
  await asked(tour("R2"));
  await deliver(app.door, { shop: shop.domain, topic: "orders/create", payload: { id: "twelve" } });
  app.clock.now = NOON - 26 * HOUR;
  for (const [key, text] of ["The cup broke", "Where is my tea?", "All is well"].entries()) {
    await receiveFeedback(app.services, shop, {
      ...{ source: "form", key: `${key}`, memberId: null, orderId: null, text },
    });
    app.clock.now += HOUR + 1;
  }
  await app.db.sql.query(
    `INSERT INTO verification (shop_id, at, transactions, fault) VALUES ($1, now(), 3, 'entry 2 was changed')`,
    [shop.id],
  );
  await app.db.sql.query(
    `INSERT INTO shop_settings (shop_id, settings, revision, saved_at, saved_by)
     VALUES ($1, '{"liabilityLimit":"100"}', 1, now(), '77')`,
    [shop.id],
  );
  const later = { ...programme(TERMS), effectiveFrom: formatInstant(NOON + 2 * DAY) };
  const base = { savedBy: "77", basedOn: 1 };
  await startDraft(app.services, shop, { name: "Summer", document: later, ...base });
  await saveProgramme(app.services, shop, { document: later, ...base });
  app.clock.now = NOON;
  const by = { staff: "77", role: "owner" } as const;
  await changeState(app.services, shop, { to: "paused", basedOn: 2, by });
  const { decisions, names } = await home("de");
  expect(decisions).toEqual([
    { decide: "ledger-fault", fault: "entry 2 was changed" },
    { decide: "dead", deliveries: 1 },
    { decide: "liability", worth: "9.00", limit: "1.00" },
    { decide: "reward-low", reward: "tour", left: 1, of: 3 },
    // The third is due in an hour.
    { decide: "feedback-overdue", messages: 2, since: NOON - 2 * HOUR },
    { decide: "paused", since: NOON },
    { decide: "starts-soon", version: 4, at: NOON + 2 * DAY },
    { decide: "draft-behind", draft: expect.any(String), name: "Summer", basedOn: 1, newest: 4 },
  ]);
  expect(names.rewards["tour"]?.name).toBe("Führung");
  shop = await app.install(`home-${++shops}.myshopify.com`, programme(TERMS));
  expect((await home()).decisions).toEqual([]);
});

test("points past their date that nobody was told of are counted", async () => {
  shop = await app.install(
    `home-${++shops}.myshopify.com`,
    programme({ points: { expiry: { kind: "lots", months: 1 }, notice: { required: true } } }),
  );
  await sell(1, 7, "90.00");
  app.clock.now = NOON + 30 * DAY;
  await app.settle(shop.domain);
  expect((await home()).decisions).toContainEqual({
    decide: "no-notice",
    lots: 1,
    points: "90",
    isMore: false,
  });
});
