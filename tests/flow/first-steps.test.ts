import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { DAY, HOUR } from "../../app/loyalty/time.ts";
import { openDraft } from "../../app/use-cases/drafts/open-draft.ts";
import {
  chooseTemplate,
  saveAdjustments,
  showAdjust,
  subjectOf,
} from "../../app/use-cases/onboarding/adjust-start.ts";
import { endOnboarding } from "../../app/use-cases/onboarding/end-onboarding.ts";
import { readChecklist, wasChosen } from "../../app/use-cases/onboarding/read-checklist.ts";
import { askForEffect, showStart, templatesSubject } from "../../app/use-cases/onboarding/show-start.ts";
import { askForPlan } from "../../app/use-cases/publishing/ask-for-plan.ts";
import { publishDraft } from "../../app/use-cases/publishing/publish-draft.ts";
import { readPlanAsked, showPlan } from "../../app/use-cases/publishing/show-plan.ts";
import { effectStudyId } from "../../app/use-cases/studies/ask-for-study.ts";
import { runStudy } from "../../app/use-cases/studies/run-study.ts";
import { simulate } from "../../app/use-cases/simulator/simulate.ts";
import { showRecommendations } from "../../app/use-cases/recommend/show-recommendations.ts";
import { deliver } from "../support/deliver.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";
import { seededRandom } from "../support/random.ts";
import { startSandboxStore, type SandboxStore } from "../support/sandbox-store.ts";
import { openingOf, randomChange, randomOrder } from "../support/store-story.ts";

/** FAULT_SEED=n makes up the same story again. */
const SEED = Number(process.env.FAULT_SEED ?? 20_261_122);
const ORDERS = 20;
const BY = { staff: "42", role: "manager" } as const;

let app: TestPerennial;
let store: SandboxStore;
let domain: string;
let shop: ShopRow;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
  store = await startSandboxStore(app.clock);
  app.services.platform = {
    ...store.platform,
    publishSummaries: async () => ({ gone: [], refused: [] }),
    publishProgramme: async () => undefined,
  };
});
afterAll(async () => {
  await store.close();
  await app.close();
});
beforeEach(() => {
  app.clock.now = NOON;
  store.setFaults([]);
  domain = `first-steps-${++shops}.myshopify.com`;
  store.open(domain, { currency: "GBP", timezone: "Europe/London" });
  store.do(domain, { do: "customer.create", email: "ada@example.com", firstName: "Ada" });
});

const install = async (document?: object) => (shop = await app.install(domain, document));

/** The store's news since the last time, delivered and worked off. */
async function hear(): Promise<void> {
  for (const { id, topic, body, triggeredAt } of store.takeWebhooks(domain))
    await deliver(app.door, { shop: domain, topic, body, id, triggeredAt });
  await app.settle(domain);
}

async function steps(): Promise<Record<string, string>> {
  app.clock.now += HOUR; // So that the theme is looked at again.
  const { items } = await readChecklist(app.services, shop);
  return Object.fromEntries(items.map(({ step, state }) => [step, state]));
}

function buy(price: string, at?: number): void {
  store.do(domain, {
    do: "order.place",
    customer: "ada@example.com",
    lines: [{ title: "A fern", price, quantity: 1 }],
    ...(at === undefined ? {} : { at: new Date(at).toISOString() }),
  });
}

/** Publishes a draft through its plan. */
async function publish(id: string): Promise<void> {
  await askForPlan(app.services, shop, { id, start: "", askedBy: BY.staff });
  const plan = (await showPlan(app.services, shop, readPlanAsked(id, new URLSearchParams())))?.hash ?? "";
  const published = await publishDraft(app.services, shop, { id, plan, start: "", by: BY });
  expect(published.outcome).toBe("applied");
}

describe("a new shop", () => {
  test("is led through its first steps until somebody has chosen, and points count meanwhile", async () => {
    await install();
    expect(await wasChosen(app.services, shop)).toBe(false);
    const { inForce, isChosen } = await showStart(app.services, shop);
    expect(isChosen).toBe(false);
    expect(inForce).toMatchObject({ number: 1, glance: { rate: { points: "1", per: "1.00" } } });
    await endOnboarding(app.services, shop, { by: "42" });
    expect(await wasChosen(app.services, shop)).toBe(true);
  });

  test("whose programme was given to it is past them", async () => {
    await install(programme());
    expect(await wasChosen(app.services, shop)).toBe(true);
  });

  test("sees each step done by what is done in the store, and by nothing else", async () => {
    await install();
    store.do(domain, { do: "theme.arrange", places: [], embeds: [] });
    const open = { programme: "open", blocks: "open", embed: "open", order: "open", reward: "open" };
    expect(await steps()).toEqual(open);
    store.do(domain, { do: "theme.arrange", places: ["home"], embeds: [] });
    expect(await steps()).toEqual({ ...open, blocks: "done" });
    store.do(domain, { do: "theme.arrange", places: [], embeds: ["launcher"] });
    expect(await steps()).toEqual({ ...open, embed: "done" });
    buy("40.00");
    await hear();
    expect(await steps()).toMatchObject({ order: "done", reward: "open" });

    const key = "a-key-of-the-form";
    const wish = { template: "simple-points", name: "Simple points", key, by: BY };
    await chooseTemplate(app.services, shop, wish);
    expect(await chooseTemplate(app.services, shop, wish)).toEqual({ id: key });
    const adjustments = { pendingDays: "0", cost: "80", value: "5.00" };
    const revision = 1;
    const saved = await saveAdjustments(app.services, shop, { id: key, revision, adjustments, by: BY });
    expect(saved).toMatchObject({ outcome: "saved" });
    await publish(key);
    expect(await steps()).toMatchObject({ programme: "done", reward: "open" });
    app.clock.now += HOUR;
    buy("45.00");
    await hear();
    expect(await steps()).toMatchObject({ order: "done", reward: "done" });
  });

  test("reads of recommendations whether a block that shows them stands in the theme", async () => {
    await install();
    const inTheme = async (blocks: string[] | null) => {
      app.clock.now += HOUR; // So that the theme is looked at again.
      app.services.platform.themeBlocks = () => Promise.resolve(blocks && { blocks, embeds: [] });
      return (await showRecommendations(app.services, shop, { of: "anything" })).inTheme;
    };
    expect(await inTheme(["points-panel"])).toBe(false);
    expect(await inTheme(["points-panel", "goes-together"])).toBe(true);
    expect(await inTheme(["for-you"])).toBe(true);
    expect(await inTheme(null)).toBeNull();
    app.services.platform.themeBlocks = store.platform.themeBlocks;
  });

  test("is told where its store does not say what the theme shows", async () => {
    await install();
    app.services.platform.themeBlocks = () => Promise.reject(new Error("refused"));
    expect(await steps()).toMatchObject({ programme: "open", blocks: "unknown", embed: "unknown" });
    app.services.platform.themeBlocks = store.platform.themeBlocks;
    expect(await steps()).toMatchObject({ blocks: "done", embed: "open" });
  });
});

describe("the effect on past orders", () => {
  async function effect() {
    const subject = templatesSubject(shop);
    await askForEffect(app.services, shop, { subject, askedBy: "42" });
    await runStudy(app.services, { shopId: shop.id, studyId: effectStudyId(subject) });
    return (await showStart(app.services, shop)).effect;
  }

  test("is that of the store's own past, from before the app was there", async () => {
    buy("100.00", NOON - 70 * DAY);
    buy("60.00", NOON - 40 * DAY);
    buy("10.00", NOON - 400 * DAY);
    store.takeWebhooks(domain);
    await install();
    const found = await effect();
    expect(found).toMatchObject({ state: "done", done: 2, of: 2 });
    expect(found?.result?.effects["simple-points"]).toMatchObject({
      orders: { counting: 2, value: "160.00" },
      members: { total: 1 },
      points: { earned: 160 },
      // 180 points are 10.00: a point may cost a little more than 5.5 pence.
      cost: { earned: "8.88" },
      inReach: 1,
    });
    expect(found?.result?.effects["fashion-tiers"]?.tiers).toEqual([
      { id: "member", members: 1 },
      { id: "insider", members: 0 },
      { id: "muse", members: 0 },
    ]);
    const members = await app.db.sql.query(`SELECT 1 FROM member WHERE shop_id = $1`, [shop.id]);
    expect(members).toEqual([]);
  });

  test("of an empty store is nothing, and each template has an example instead", async () => {
    await install();
    const found = await effect();
    expect(found?.result?.effects["coffee-visits"]).toMatchObject({ orders: { told: 0 }, inReach: 0 });
    const { templates } = await showStart(app.services, shop);
    expect(templates.map(({ name, example }) => [name, example.value, example.points])).toEqual([
      ["simple-points", "120.00", "120"],
      ["fashion-tiers", "120.00", "240"],
      ["coffee-visits", "120.00", "10"],
    ]);
  });

  test("waits for a store that does not answer, and goes on by itself", async () => {
    await install();
    const subject = templatesSubject(shop);
    const work = { shopId: shop.id, studyId: effectStudyId(subject) };
    await askForEffect(app.services, shop, { subject, askedBy: "42" });
    const { listOrders } = app.services.platform;
    const { StoreUnavailable } = await import("../../app/commerce/platform.ts");
    app.services.platform.listOrders = () => Promise.reject(new StoreUnavailable("silent"));
    await expect(runStudy(app.services, work)).rejects.toThrow("silent");
    expect((await showStart(app.services, shop)).effect).toMatchObject({ state: "waiting", reason: "store" });
    app.services.platform.listOrders = listOrders;
    await runStudy(app.services, work);
    expect((await showStart(app.services, shop)).effect).toMatchObject({ state: "done", reason: null });
  });

  test("of a draft is that of the document as it was saved", async () => {
    await install();
    await chooseTemplate(app.services, shop, {
      template: "coffee-visits",
      name: "Coffee",
      key: "coffee-key",
      by: BY,
    });
    const draft = await openDraft(app.services, shop, "coffee-key");
    const subject = subjectOf(draft?.document);
    await askForEffect(app.services, shop, { subject, askedBy: "42" });
    await runStudy(app.services, { shopId: shop.id, studyId: effectStudyId(subject) });
    expect((await showAdjust(app.services, shop, "coffee-key"))?.effect?.state).toBe("done");
    const wish = { id: "coffee-key", revision: 1, adjustments: { bonus: "20" }, by: BY };
    await saveAdjustments(app.services, shop, wish);
    expect((await showAdjust(app.services, shop, "coffee-key"))?.effect).toBeNull();
    expect(
      await saveAdjustments(app.services, shop, { ...wish, adjustments: { bonus: "30" } }),
    ).toMatchObject({
      outcome: "overtaken",
      revision: 2,
    });
    expect(
      await saveAdjustments(app.services, shop, { ...wish, adjustments: { bonus: "many" } }),
    ).toMatchObject({
      outcome: "faulty",
      fields: ["bonus"],
    });
  });
});

test(`the simulator says of every order what the ledger has (FAULT_SEED=${SEED})`, async () => {
  await install(
    programme({
      points: { pendingDays: 3 },
      earning: {
        exclude: { giftCards: true, productTags: ["sale"] },
        rules: [
          { id: "purchase", on: "order", rate: { points: 3, per: "2.00" } },
          { id: "big", on: "order", bonus: 20, minimum: "50.00" },
          { id: "first", on: "first-order", bonus: 100 },
        ],
      },
      tiers: {
        basis: "spend",
        levels: [
          { id: "bronze", at: "0" },
          { id: "silver", at: "80.00", multiplier: "1.5" },
        ],
      },
    }),
  );
  const chance = { random: seededRandom(SEED), customers: 4 };
  for (const action of openingOf(chance.customers)) store.do(domain, action);
  for (let n = 0; n < ORDERS; n++) {
    app.clock.now += HOUR;
    store.attempt(domain, randomOrder(`o${n}`, chance));
    for (let changes = 0; changes < 2; changes++)
      store.attempt(domain, randomChange(`ref:o${Math.floor(chance.random() * (n + 1))}`, chance.random));
    await hear();
  }
  const orders = await app.db.sql.query<{ id: bigint; posted: bigint }>(
    `SELECT id, posted FROM "order" WHERE shop_id = $1 AND snapshot IS NOT NULL AND record->>'told' = 'true'`,
    [shop.id],
  );
  expect(orders.length).toBeGreaterThan(ORDERS / 2);
  expect(orders.some(({ posted }) => posted > 0n)).toBe(true);
  for (const { id, posted } of orders) {
    const input = { kind: "order", order: id.toString(), refund: {} } as const;
    const found = await simulate(app.services, shop, { input, draftId: null });
    if (found.outcome !== "simulated") throw new Error(found.outcome);
    expect([id, found.simulation.inForce?.before.points]).toEqual([id, posted.toString()]);
  }
});
