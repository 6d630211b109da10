import { describe, expect, test } from "vitest";
import { DAY, MINUTE } from "../../app/loyalty/time.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { publishSummaries } from "../../app/use-cases/publish-summaries.ts";
import { listRedemptionsForStaff } from "../../app/use-cases/rewards/list-redemptions.ts";
import { listRewardsFor } from "../../app/use-cases/rewards/list-rewards.ts";
import { NOON, verified } from "../support/perennial.ts";
import {
  app,
  shop,
  startRewards,
  memberWith,
  redeem,
  redemptionOf,
  figures,
  discountsOf,
  workOffAfter,
  summaryOf,
} from "../support/rewards-shop.ts";

startRewards();

describe("a reward with a code", () => {
  test("is made in the store at once: one use, for this customer, until its days are over", async () => {
    const member = await memberWith(700n);
    const redemption = redemptionOf(await redeem(member, "five-off"));
    expect(redemption).toMatchObject({ state: "ready", points: 500, value: "5.00", kind: "amount" });
    expect(redemption.code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}-[A-Z2-9]{5}$/);
    expect(app.store.rewards.discountWith(redemption.code ?? "")).toMatchObject({
      customers: [member],
      active: true,
      order: { minimum: 2000n, endsAt: NOON + 60 * DAY, benefit: { kind: "amount", value: 500n } },
    });
    expect(await figures(member)).toMatchObject({ available: 200n, held: 500n });
  });

  test("has the code that the same request always has, and its parts are not to be guessed from it", async () => {
    const member = await memberWith(1000n);
    const first = redemptionOf(await redeem(member, "five-off", { key: "wish-number-1" }));
    const other = redemptionOf(await redeem(member, "five-off", { key: "wish-number-2" }));
    expect(redemptionOf(await redeem(member, "five-off", { key: "wish-number-1" }))).toEqual(first);
    expect(other.code).not.toBe(first.code);
    expect(app.store.rewards.discounts.filter(({ customers: [who] }) => who === member)).toHaveLength(2);
  });

  test("passes on what it may be combined with", async () => {
    const member = await memberWith(100n);
    const { code } = redemptionOf(await redeem(member, "once"));
    expect(app.store.rewards.discountWith(code ?? "")?.order.combinesWith).toEqual({
      order: false,
      product: true,
      shipping: false,
    });
  });

  test("stands in the member's summary, with its code once it can be used", async () => {
    const member = await memberWith(500n);
    app.store.rewards.mishaps = ["silent"];
    await redeem(member, "five-off");
    expect(await summaryOf(member)).toMatchObject([{ state: "making", code: null, reward: "five-off" }]);
    await workOffAfter(MINUTE);
    const [open] = await summaryOf(member);
    expect(open).toMatchObject({ state: "ready", points: 500, value: "5.00" });
    expect(app.store.rewards.discountWith(open?.code ?? "")?.active).toBe(true);
  });

  test("is told of although the summary was on its way when the code became ready", async () => {
    const member = await memberWith(500n);
    app.store.rewards.mishaps = ["silent"];
    await redeem(member, "five-off");
    app.store.asked = [];
    const answer = app.store.stall(shop.domain);
    const publishing = publishSummaries(app.services, shop.id);
    await expect.poll(() => app.store.asked.at(-1)).toBe(shop.domain);
    await workOffAfter(MINUTE);
    answer();
    await publishing;
    expect(await summaryOf(member)).toMatchObject([{ state: "ready" }]);
  });

  test("whose answer was lost after it was made is looked up and not made again", async () => {
    const member = await memberWith(500n);
    app.store.rewards.mishaps = ["lost-answer"];
    expect(redemptionOf(await redeem(member, "five-off"))).toMatchObject({ state: "making", code: null });
    await workOffAfter(2 * MINUTE);
    expect(app.store.rewards.asked).toEqual(["make", "find"]);
    expect(discountsOf(member)).toMatchObject([{ active: true }]);
    expect(redemptionOf(await redeem(member, "five-off")).state).toBe("ready");
  });

  test("whose question was lost is made when that is sure", async () => {
    const member = await memberWith(500n);
    app.store.rewards.mishaps = ["lost-question"];
    await redeem(member, "five-off");
    await workOffAfter(10_000);
    expect(app.store.rewards.asked, "not before the store can have finished").toEqual(["make"]);
    await workOffAfter(2 * MINUTE);
    expect(app.store.rewards.asked).toEqual(["make", "find", "make"]);
    expect(discountsOf(member)).toHaveLength(1);
  });

  test("that the store refuses gives the points back, and says why to staff alone", async () => {
    const member = await memberWith(500n);
    app.store.rewards.mishaps = [{ refuses: "Ends at must be after starts at" }];
    const refused = redemptionOf(await redeem(member, "five-off"));
    expect(refused).toMatchObject({ state: "not-made", code: null, canCancel: false });
    expect(JSON.stringify(refused)).not.toContain("Ends at");
    expect(await figures(member)).toMatchObject({ available: 500n, held: 0n });
    const [forStaff] = await listRedemptionsForStaff(app.services, shop, member);
    expect(forStaff?.reason).toBe("Ends at must be after starts at");
    await workOffAfter(DAY);
    expect(app.store.rewards.asked, "there is nothing to disable").toEqual(["make"]);
  });
});

describe("the same wish", () => {
  test("sent many times at once holds the points once, and has one answer", async () => {
    const member = await memberWith(2000n);
    const answers = await Promise.all(Array.from({ length: 12 }, () => redeem(member, "five-off")));
    expect(new Set(answers.map((answer) => redemptionOf(answer).id)).size).toBe(1);
    expect(discountsOf(member)).toHaveLength(1);
    expect(await figures(member)).toMatchObject({ available: 1500n, held: 500n });
  });

  test("with another content is refused, whatever became of the first", async () => {
    const member = await memberWith(1000n);
    await redeem(member, "five-off");
    expect(await redeem(member, "credit")).toEqual({ outcome: "key-reused" });
    await redeem(member, "any-credit", { key: "credit-please", units: 2n });
    expect(await redeem(member, "any-credit", { key: "credit-please", units: 3n })).toEqual({
      outcome: "key-reused",
    });
    expect(await figures(member)).toMatchObject({ available: 300n });
  });

  test("that was refused is refused again in the same words, though there are points enough by now", async () => {
    const member = await memberWith(450n);
    const short = { outcome: "refused", refusal: { because: "short", missing: 50n } };
    expect(await redeem(member, "five-off")).toEqual(short);
    await adjustPoints(app.services, shop, {
      ...{ memberId: member, points: 50n, reason: "Test", key: `more-${member}`, actor: "1", role: "owner" },
    });
    expect(await redeem(member, "five-off")).toEqual(short);
    expect(redemptionOf(await redeem(member, "five-off", { key: "another-wish" })).state).toBe("ready");
  });

  test.each([10, 32])("%i wishes at once never hold the same points", async (callers) => {
    const member = await memberWith(1500n);
    const answers = await Promise.all(
      Array.from({ length: callers }, (_, n) => redeem(member, "five-off", { key: `wish-number-${n}` })),
    );
    expect(answers.filter(({ outcome }) => outcome === "redeemed")).toHaveLength(3);
    expect(discountsOf(member)).toHaveLength(3);
    expect(await figures(member)).toMatchObject({ available: 0n, held: 1500n });
    expect(await verified(app, shop.domain)).toMatchObject({ ok: true, sum: 0n });
  });
});

describe("the rewards a member may have", () => {
  test("say what is missing, and why not", async () => {
    const member = await memberWith(420n);
    await redeem(member, "once");
    const offers = await listRewardsFor(app.services, shop, member);
    expect(offers.available).toBe(320);
    const byId = Object.fromEntries(offers.rewards.map(({ id, why, missing }) => [id, [why, missing]]));
    expect(byId).toMatchObject({
      "five-off": ["short", 180],
      once: ["member-limit", null],
      "any-credit": [null, null],
      tour: [null, null],
    });
  });

  test("are shown to guests, and to customers who are no members yet", async () => {
    const guest = await listRewardsFor(app.services, shop, null);
    expect(guest).toMatchObject({ available: null });
    expect(new Set(guest.rewards.map(({ why }) => why))).toEqual(new Set(["guest"]));
    const stranger = await listRewardsFor(app.services, shop, "999999");
    expect(stranger.rewards[0]).toMatchObject({ reachable: false, why: "short", missing: 500 });
  });
});
