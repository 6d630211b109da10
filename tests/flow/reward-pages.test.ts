import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { makeBenefits } from "../../app/use-cases/rewards/make-benefits.ts";
import { redeemReward } from "../../app/use-cases/rewards/redeem-reward.ts";
import { issueCodes } from "../../app/use-cases/rewards/issue-codes.ts";
import { issueRewardToMany } from "../../app/use-cases/rewards/issue-reward-to-many.ts";
import { changeCode } from "../../app/use-cases/rewards-admin/change-code.ts";
import { listCodes, readCodeListQuery } from "../../app/use-cases/rewards-admin/list-codes.ts";
import { showCode, type CodeView } from "../../app/use-cases/rewards-admin/show-code.ts";
import { cancelIssueByStaff, showIssuePage } from "../../app/use-cases/rewards-admin/show-issue.ts";
import { showRewards } from "../../app/use-cases/rewards-admin/show-rewards.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { deliver } from "../support/deliver.ts";
import { customer, order } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const BY = { staff: "42", role: "owner" } as const;
const REWARDS = [
  { id: "five-off", kind: "amount", cost: 50, value: "5.00", total: 10 },
  { id: "tour", kind: "custom", cost: 100, instructions: "Show them round the garden" },
  { id: "dear", kind: "amount", cost: 100_000, value: "50.00" },
];

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;
let one = "";
let other = "";

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON;
  Object.assign(app.store.rewards, { mishaps: [], asked: [], discounts: [] });
  const texts = { en: { rewards: { "five-off": "Five pounds off" } } };
  shop = await app.install(`reward-pages-${++shops}.myshopify.com`, programme({ rewards: REWARDS, texts }));
  [one, other] = [String(shops * 1_000 + 1), String(shops * 1_000 + 2)];
  for (const id of [one, other]) {
    await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer(id) });
    await app.settle(shop.domain);
    await adjustPoints(app.services, shop, {
      ...{ memberId: id, points: 500n, reason: "test", key: `given-${id}`, actor: "42", role: "owner" },
    });
  }
});

async function redeem(memberId: string, rewardId: string): Promise<string> {
  const key = crypto.randomUUID();
  const redeemed = await redeemReward(app.services, shop, {
    memberId,
    rewardId,
    units: null,
    key,
    actor: "shopper",
  });
  return redeemed.outcome === "redeemed" ? redeemed.redemption.id : redeemed.outcome;
}

async function told(id: string): Promise<CodeView> {
  const view = await showCode(app.services, shop, { id, locale: "en" });
  if (view === null) throw new Error(`no redemption ${id}`);
  return view;
}

const codesAt = async (address: string) =>
  (await listCodes(app.services, shop, readCodeListQuery(new URLSearchParams(address)))).codes;

describe("the rewards of a shop", () => {
  test("say what they cost, who can have them, and what became of them", async () => {
    await redeem(one, "five-off");
    await redeem(other, "five-off");
    const given = await redeem(one, "tour");
    await makeBenefits(app.services, shop.id);
    await changeCode(app.services, shop, { id: given, change: "granted", by: BY });
    const { rewards } = await showRewards(app.services, shop, "en");
    expect(rewards).toMatchObject([
      {
        name: "Five pounds off",
        cost: "50",
        reachable: 2,
        held: 2,
        taken: 0,
        most: 10,
        left: 8,
        runsOutAt: null,
      },
      { name: "Something by hand", held: 0, taken: 1, most: null, left: null, worth: null },
      { name: "Money off: £50.00", reachable: 0, held: 0, taken: 0 },
    ]);
  });

  test("say when the last will be gone only where enough were redeemed to tell", async () => {
    for (const id of [one, other, one, other]) await redeem(id, "five-off");
    const [scarce] = (await showRewards(app.services, shop, "en")).rewards;
    expect(scarce).toMatchObject({ left: 6, runsOutAt: NOON + (6 / 4) * 28 * DAY });
    app.clock.now += 40 * DAY;
    expect((await showRewards(app.services, shop, "en")).rewards[0]).toMatchObject({ runsOutAt: null });
  });
});

describe("a code's story", () => {
  test("tells that it is out, and on which order it was used", async () => {
    const id = await redeem(one, "five-off");
    const ready = await told(id);
    expect(ready).toMatchObject({
      state: "ready",
      reward: "Five pounds off",
      value: "5.00",
      canCancel: true,
    });
    expect(ready.entries.map(({ kind }) => kind)).toEqual(["redeem"]);
    const used = { ...order({ id: shops, customer: one }), discount_codes: [{ code: ready.code }] };
    await deliver(app.door, { shop: shop.domain, topic: "orders/paid", payload: used });
    await app.settle(shop.domain);
    const taken = await told(id);
    expect(taken).toMatchObject({ state: "used", order: `#${shops}`, canCancel: false });
    expect(taken.entries).toHaveLength(2);
    expect(await changeCode(app.services, shop, { id, change: "cancel", by: BY })).toEqual({
      outcome: "code-too-late",
    });
  });

  test("tells why the store has not made it yet, and it is asked again when somebody wishes", async () => {
    app.store.rewards.mishaps = ["silent"];
    const id = await redeem(one, "five-off");
    const waiting = await told(id);
    expect(waiting).toMatchObject({ state: "making", making: { attempts: 1 } });
    expect(waiting.reason).not.toBeNull();
    expect(await codesAt("state=making")).toMatchObject([{ id }]);
    expect(await changeCode(app.services, shop, { id, change: "retry", by: BY })).toMatchObject({
      change: "retry",
    });
    await makeBenefits(app.services, shop.id);
    expect(await told(id)).toMatchObject({ state: "ready", making: null });
  });

  test("tells what a person has to do, and that points came back", async () => {
    const id = await redeem(one, "tour");
    await makeBenefits(app.services, shop.id);
    expect(await told(id)).toMatchObject({ state: "waiting", instructions: "Show them round the garden" });
    await changeCode(app.services, shop, { id, change: "cancel", by: BY });
    const returned = await told(id);
    expect(returned.state).toBe("returned");
    expect(returned.entries).toHaveLength(2);
  });

  test("tells why a wish was refused, and there is none of another shop's", async () => {
    expect(await redeem(one, "dear")).toBe("refused");
    const [refused] = await codesAt("state=refused");
    expect(await told(refused?.id ?? "")).toMatchObject({ refusal: "short", entries: [] });
    const elsewhere = await app.install(`elsewhere-${shops}.myshopify.com`, programme());
    expect(await showCode(app.services, elsewhere, { id: refused?.id ?? "", locale: "en" })).toBeNull();
  });
});

describe("the list of redemptions", () => {
  test("is found by code, by member, reward, state and day, and read page by page", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 4; n++) ids.push(await redeem(n % 2 === 0 ? one : other, "five-off"));
    ids.push(await redeem(one, "tour"));
    const code = (await told(ids[0] ?? "")).code ?? "";
    expect((await codesAt(`query=${code.toLowerCase()}`)).map(({ id }) => id)).toEqual([ids[0]]);
    expect(await codesAt(`query=${other}`)).toHaveLength(2);
    expect((await codesAt("reward=tour")).map(({ id }) => id)).toEqual([ids[4]]);
    expect(await codesAt("state=ready")).toHaveLength(4);
    expect(await codesAt("days=2026-07-01..2026-07-01")).toHaveLength(5);
    expect(await codesAt("days=2026-07-02..")).toEqual([]);
  });

  test("leads from a code that was given without points to its gift, which can be cancelled once", async () => {
    await issueRewardToMany(app.services, shop, {
      ...{ id: "summer-01", rewardId: "five-off", recipients: "everybody", actor: "42" },
    });
    for (let round = 0; round < 2; round++) {
      await issueCodes(app.services, shop.id);
      app.clock.now += 60_000;
    }
    const view = await showIssuePage(app.services, shop, { id: "summer-01", after: "0", locale: "en" });
    expect(view).toMatchObject({ reward: "Five pounds off", state: "ready", members: 2, ready: 2, used: 0 });
    const query = readCodeListQuery(new URLSearchParams({ query: view?.lines[0]?.code ?? "" }));
    expect(await listCodes(app.services, shop, query)).toMatchObject({ codes: [], issue: "summer-01" });
    const cancel = () => cancelIssueByStaff(app.services, shop, { id: "summer-01", by: BY });
    expect(await cancel()).toEqual({ outcome: "issue-cancelled" });
    expect(await cancel()).toEqual({ outcome: "issue-over" });
  });
});
