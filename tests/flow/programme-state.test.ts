import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listVersions } from "../../app/db/programmes.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import type { LoyaltyEvent } from "../../app/loyalty/events.ts";
import type { ProgrammeState } from "../../app/loyalty/programme.ts";
import { DAY, HOUR, formatInstant, parseInstant } from "../../app/loyalty/time.ts";
import { backtestShop } from "../../app/use-cases/backtest/backtest-shop.ts";
import { explainOrders } from "../../app/use-cases/explain/explain-order.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { changeState } from "../../app/use-cases/programme-state/change-state.ts";
import { findProgrammeState } from "../../app/use-cases/programme-state/programme-state.ts";
import { planProgramme } from "../../app/use-cases/programme/plan-programme.ts";
import { programmeSummaryOf } from "../../app/use-cases/publish-programme.ts";
import { saveProgramme } from "../../app/use-cases/save-programme.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, verified, type TestPerennial } from "../support/perennial.ts";

const TERMS = {
  points: { pendingDays: 0, expiry: { kind: "lots", months: 1 }, notice: { required: false } },
  rewards: [{ id: "five-off", kind: "amount", cost: 50, value: "5.00", codeDays: 60 }],
};
const BY = { staff: "77", role: "owner" } as const;
const PAUSE = NOON + 2 * DAY;
const RESUME = NOON + 12 * DAY;

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON;
  shop = await app.install(`state-${++shops}.myshopify.com`, programme(TERMS));
});

async function change(to: ProgrammeState, at: number): Promise<string> {
  app.clock.now = at;
  const view = await findProgrammeState(app.services, shop);
  return (await changeState(app.services, shop, { to, basedOn: view?.newest ?? 0, by: BY })).outcome;
}

/** A paid order of customer 7, delivered at an instant; the store may have taken it long before. */
async function sell(id: number, total: string, { placed, told = placed }: { placed: number; told?: number }) {
  app.clock.now = told;
  const at = formatInstant(placed);
  const payload = order({ id, customer: 7, total, at });
  expect(await deliver(app.door, { shop: shop.domain, topic: "orders/paid", payload })).toBe(200);
  await app.settle(shop.domain);
}

async function asked(event: LoyaltyEvent, at: number) {
  app.clock.now = at;
  return handleEvent(app.services, shop, { event, actor: "shopper", eventId: `asked ${at}` });
}

const redeem = (redemptionId: string): LoyaltyEvent => ({
  ...{ kind: "redeem", redemptionId, customerId: "7", rewardId: "five-off", code: `CODE-${redemptionId}` },
});

async function available(): Promise<bigint> {
  const [row] = await app.db.sql.query<{ available: bigint }>(
    `SELECT available FROM member WHERE shop_id = $1 AND id = 7`,
    [shop.id],
  );
  return row?.available ?? 0n;
}

const versions = () => listVersions(app.db.sql, shop.id);
const states = async () => (await versions()).map(({ programme: { state } }) => state);

test("orders before, during and after a pause, however late, and the backtest equals the ledger", async () => {
  await sell(1, "100.00", { placed: NOON + HOUR });
  expect(await asked(redeem("before"), NOON + DAY)).toMatchObject({ outcome: "held" });
  expect(await change("paused", PAUSE)).toBe("changed");

  await sell(2, "40.00", { placed: PAUSE + HOUR });
  await sell(3, "20.00", { placed: PAUSE - HOUR, told: PAUSE + 2 * HOUR });
  expect(await available()).toBe(70n);
  expect(await asked(redeem("during"), PAUSE + DAY)).toMatchObject({ outcome: "refused", because: "paused" });
  expect(await available()).toBe(70n);

  expect(await change("running", RESUME)).toBe("changed");
  await sell(4, "30.00", { placed: RESUME - HOUR, told: RESUME + HOUR });
  await sell(5, "10.00", { placed: RESUME + 2 * HOUR });
  expect(await available()).toBe(80n);
  expect(await asked(redeem("after"), RESUME + DAY)).toMatchObject({ outcome: "held" });

  const [why] = (await explainOrders(app.services, shop, ["2"])).values();
  expect(why).toMatchObject({ value: "40.00", posted: "0", reasons: [{ kind: "paused" }] });
  const replayed = await backtestShop(app.services, shop, { draft: null, details: false });
  expect(replayed?.ledger).toMatchObject({ equal: true, differing: 0 });
  expect(await verified(app, shop.domain)).toMatchObject({ ok: true });
});

test("points that would have expired meanwhile stay, and go as much later as the pause lasted", async () => {
  await sell(1, "100.00", { placed: NOON + HOUR });
  await change("paused", NOON + 20 * DAY);
  app.clock.now = NOON + 60 * DAY;
  await app.settle(shop.domain);
  expect(await available()).toBe(100n);
  await change("running", NOON + 80 * DAY);
  // One month from 1 July is the end of 1 August, and the pause lasted 60 days.
  app.clock.now = parseInstant("2026-09-29T12:00:00Z");
  await app.settle(shop.domain);
  expect(await available()).toBe(100n);
  app.clock.now = parseInstant("2026-10-01T12:00:00Z");
  await app.settle(shop.domain);
  expect(await available()).toBe(0n);
  const replayed = await backtestShop(app.services, shop, { draft: null, details: false });
  expect(replayed?.ledger).toMatchObject({ equal: true });
});

describe("pausing", () => {
  test("is a version with its author, and a line of the log", async () => {
    await change("paused", PAUSE);
    const [row] = await app.db.sql.query<{ saved_by: string; action: string }>(
      `SELECT v.saved_by, a.action FROM programme_version v JOIN staff_action a ON a.shop_id = v.shop_id
         AND a.subject_kind = 'version' AND a.subject_id = v.number::text
       WHERE v.shop_id = $1 AND v.number = 2`,
      [shop.id],
    );
    expect(row).toEqual({ saved_by: "77", action: "programme.paused" });
    expect(await findProgrammeState(app.services, shop)).toMatchObject({ state: "paused", since: PAUSE });
  });

  test("twice does one thing", async () => {
    await change("paused", PAUSE);
    const again = await changeState(app.services, shop, { to: "paused", basedOn: 1, by: BY });
    expect(again).toEqual({ outcome: "unchanged", to: "paused" });
    expect(await states()).toEqual(["running", "paused"]);
  });

  test("is not done on top of a version that nobody has seen", async () => {
    await saveProgramme(app.services, shop, { document: laterBy(0), savedBy: "78", basedOn: 1 });
    const late = await changeState(app.services, shop, { to: "paused", basedOn: 1, by: BY });
    expect(late).toEqual({ outcome: "overtaken", number: 2 });
    expect(await states()).toEqual(["running", "running"]);
  });

  test("lasts through the start of a version that was to come, and resuming lets that one run", async () => {
    await saveProgramme(app.services, shop, { document: laterBy(5 * DAY), savedBy: "78", basedOn: 1 });
    await change("paused", PAUSE);
    app.clock.now = NOON + 6 * DAY;
    expect(await findProgrammeState(app.services, shop)).toMatchObject({ state: "paused", since: PAUSE });
    await change("running", NOON + 7 * DAY);
    expect((await versions()).at(-1)?.programme).toMatchObject({ state: "running", name: "Later" });
    expect(await findProgrammeState(app.services, shop)).toMatchObject({ state: "running", since: null });
  });

  test("is told to the storefront, and an archived programme is not told of at all", async () => {
    await change("paused", PAUSE);
    expect(programmeSummaryOf(await versions(), PAUSE)).toMatchObject({ v: 2, paused: true });
    await change("archived", PAUSE + HOUR);
    expect(programmeSummaryOf(await versions(), PAUSE + HOUR)).toBeNull();
    await change("running", PAUSE + 2 * HOUR);
    expect(programmeSummaryOf(await versions(), PAUSE + 2 * HOUR)).toMatchObject({ paused: false });
  });

  test("is ended by applying a file that does not say it, of which the plan warns", async () => {
    await change("paused", PAUSE);
    const planned = await planProgramme(app.services, shop, laterBy(0));
    if (planned.outcome !== "planned") throw new Error(JSON.stringify(planned));
    expect(planned.plan.differences).toContainEqual(
      expect.objectContaining({ path: "state", before: "paused", after: "running" }),
    );
    expect(planned.plan.warnings).toContainEqual(expect.stringContaining("is paused now, and this ends it"));
  });
});

/** The programme under another name, that much after noon. */
function laterBy(ms: number): object {
  const { effectiveFrom: _start, ...document } = programme(TERMS);
  const start = ms === 0 ? {} : { effectiveFrom: formatInstant(NOON + ms) };
  return { ...document, ...start, programme: "Later" };
}
