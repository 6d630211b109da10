import { beforeEach, expect, test } from "vitest";
import { findMemberDetails } from "../../app/db/member-details.ts";
import { replacePredictions, type MemberPrediction } from "../../app/db/save-predictions.ts";
import { DAY, MINUTE } from "../../app/loyalty/time.ts";
import { eraseCustomer } from "../../app/use-cases/erase-customer.ts";
import { actOnOffers } from "../../app/use-cases/offers/act-on-offers.ts";
import { eraseMember, wordToErase } from "../../app/use-cases/person/erase-member.ts";
import { issueCodes } from "../../app/use-cases/rewards/issue-codes.ts";
import { deliver } from "../support/deliver.ts";
import {
  app,
  formOf,
  goOn,
  ids,
  OWNER,
  reached,
  shop,
  shown,
  startExperiments,
} from "../support/experiment-shop.ts";
import { merge, order } from "../support/payloads.ts";
import { NOON } from "../support/perennial.ts";

startExperiments();

const ID = "offers-one";
const END = NOON + 30 * MINUTE;
const COST = 500;

/** A code of 5.00 for half of the members, until half past twelve; the other half is left without by chance. */
let [given, without]: [string[], string[]] = [[], []];
let cost = 0;

beforeEach(async () => {
  const same = (value: number) => ({ value, low: value, high: value });
  const predictions = ids.map((memberId): MemberPrediction => ({
    ...{ memberId, alive: same(1), orders: same(1), value: same(30), leaving: same(0.6) },
    ...{ next: null, group: "new", scores: { recency: 1, frequency: 1, money: 1 }, purchases: 1 },
    ...{ lastOrderOn: 20_000, reasons: [] },
  }));
  await app.db.inShop(shop.id, (tx) => replacePredictions(tx, predictions, { version: 1, madeAt: NOON }));
  const fields = { points: "", rewards: "thanks", budget: "1000.00", generosity: "20", reason: "For you" };
  const act = (deed: string, more = {}) =>
    actOnOffers(app.services, shop, {
      form: formOf({ id: ID, deed, policy: "same", lasts: "30", ...fields, ...more }),
      ...{ locale: "en", by: OWNER },
    });
  const drawn = await act("preview");
  if (drawn.outcome !== "drawn-up") throw new Error(JSON.stringify(drawn));
  cost = drawn.preview.cost;
  await act("send", { given: String(drawn.preview.given), cost: String(cost) });
  await goOn();
  await makeCodes();
  const arms = [...(await reached(ID))];
  given = arms.flatMap(([id, arm]) => (arm === "with" ? [id] : []));
  without = arms.flatMap(([id, arm]) => (arm === "with" ? [] : [id]));
});

/** The store adds codes in its own time. */
async function makeCodes(): Promise<void> {
  await issueCodes(app.services, shop.id);
  app.clock.now += 5_000;
  await issueCodes(app.services, shop.id);
}

async function codeOf(memberId: string): Promise<string> {
  const [row] = await app.db.sql.query<{ code: string }>(
    `SELECT code FROM issued_code WHERE shop_id = $1 AND member_id = $2`,
    [shop.id, memberId],
  );
  return row?.code ?? "";
}

async function tell(topic: string, payload: unknown): Promise<void> {
  await deliver(app.door, { shop: shop.domain, topic, payload });
  await app.settle(shop.domain);
}

const uses = async (memberId: string) => ({
  ...order({
    id: Number(memberId),
    customer: memberId,
    total: "60.00",
    at: new Date(NOON + 20 * MINUTE).toISOString(),
  }),
  discount_codes: [{ code: await codeOf(memberId) }],
});
const setAside = async () => (await shown(ID)).budget?.setAside;
const standsFor = (code: string) => app.store.rewards.discountWith(code)?.active ?? false;
const erase = (customerId: string) =>
  app.db.inShop(shop.id, (tx) => eraseCustomer(tx, { shop, customerId, orderIds: [], now: app.clock.now }));

test("what nobody used comes back also where its member was merged into one whom chance had left without", async () => {
  const [base = "", gone = "", other = ""] = [without[0], given[0], given[1]];
  // Both were reached at the same moment: who stands first in the experiment is not who is kept.
  await app.db.sql.query(
    `UPDATE experiment_member SET exposed_at = exposed_at - interval '1 minute' WHERE shop_id = $1 AND member_id = $2`,
    [shop.id, base],
  );
  await tell("orders/paid", await uses(other));
  await tell("customers/merge", merge(base, gone));
  app.clock.now = END + DAY;
  await goOn();
  expect(await setAside()).toBe(COST);
});

test("a code of whoever is erased is withdrawn, its cost is free once, and the others keep theirs", async () => {
  const [gone = "", used = "", other = ""] = given;
  const code = await codeOf(gone);
  const others = [await codeOf(used), await codeOf(other)];
  await tell("orders/paid", await uses(used));
  const details = await findMemberDetails(app.db.sql, shop.id, gone);
  const typed = details === null ? "" : wordToErase(details);
  app.store.rewards.mishaps = ["silent"];
  expect(await eraseMember(app.services, shop, { memberId: gone, typed, by: OWNER })).toEqual({
    outcome: "erased",
  });
  await erase(used);
  expect(await setAside()).toBe(cost - COST);
  // A store that is away is asked again, and then once.
  await issueCodes(app.services, shop.id);
  expect(standsFor(code)).toBe(true);
  app.clock.now += 5 * MINUTE;
  await Promise.all([issueCodes(app.services, shop.id), issueCodes(app.services, shop.id)]);
  await issueCodes(app.services, shop.id);
  expect(standsFor(code)).toBe(false);
  expect(others.map(standsFor)).toEqual([true, true]);
  expect(app.store.rewards.asked.filter((what) => what === "withdraw")).toHaveLength(2);
  app.clock.now = END + DAY;
  await goOn();
  expect(await setAside()).toBe(COST);
});

test("the code that came with one who was merged away is free, and withdrawn, when the person is erased", async () => {
  const [kept = "", gone = ""] = given;
  const codes = [await codeOf(kept), await codeOf(gone)];
  await tell("customers/merge", merge(kept, gone));
  await goOn();
  await erase(kept);
  expect(await setAside()).toBe(cost - 2 * COST);
  await issueCodes(app.services, shop.id);
  expect(codes.map(standsFor)).toEqual([false, false]);
});

test("whoever is erased while codes are being made and looked after leaves neither a code nor its cost", async () => {
  const [gone = "", other = ""] = given;
  const codes = [await codeOf(gone), await codeOf(other)];
  await Promise.all([goOn(), erase(gone), issueCodes(app.services, shop.id), goOn()]);
  expect(await setAside()).toBe(cost - COST);
  await issueCodes(app.services, shop.id);
  expect(codes.map(standsFor)).toEqual([false, true]);
  app.clock.now = END + DAY;
  await Promise.all([goOn(), goOn()]);
  expect(await setAside()).toBe(0);
});
