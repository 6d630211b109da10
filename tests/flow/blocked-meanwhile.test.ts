import { describe, expect, test } from "vitest";
import { MINUTE } from "../../app/loyalty/time.ts";
import { blockMember } from "../../app/use-cases/person/block-member.ts";
import { issueCodes } from "../../app/use-cases/rewards/issue-codes.ts";
import { issueRewardToMany } from "../../app/use-cases/rewards/issue-reward-to-many.ts";
import { listRedemptions, listRedemptionsForStaff } from "../../app/use-cases/rewards/list-redemptions.ts";
import {
  app,
  shop,
  creditsOf,
  discountsOf,
  figures,
  memberWith,
  redeem,
  redemptionOf,
  startRewards,
  summaryOf,
  whenHeld,
  workOff,
  workOffAfter,
} from "../support/rewards-shop.ts";

startRewards();

const BACK = { available: 500n, held: 0n };
const by = { staff: "7", role: "owner" } as const;
const change = (memberId: string, kind: "block" | "unblock") =>
  blockMember(app.services, shop, { memberId, change: kind, note: "", by });
const block = (memberId: string) => change(memberId, "block");

/** Keeps the store from answering until it is called. */
function stallStore(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  app.store.rewards.stalled = promise;
  return () => {
    app.store.rewards.stalled = null;
    resolve();
  };
}

describe("a member who is blocked after they redeemed", () => {
  test.each(["five-off", "credit"])(
    "and before the store was asked for %s is given nothing, and has their points",
    async (reward) => {
      const member = await memberWith(500n);
      const { domain, id } = shop;
      // The worker has not come to it yet: nobody asks at once while the store is left alone.
      await app.db.sql.query(
        `INSERT INTO store_pause (shop_id, failures, until) VALUES ($1, 3, $2)
         ON CONFLICT (shop_id) DO UPDATE SET failures = 3, until = $2`,
        [id, new Date(app.clock.now + MINUTE)],
      );
      expect(redemptionOf(await redeem(member, reward)).state).toBe("making");
      await block(member);
      await workOffAfter(2 * MINUTE);
      expect(await figures(member)).toMatchObject(BACK);
      expect([app.store.rewards.asked, discountsOf(member), creditsOf(member)], domain).toEqual([[], [], []]);
      const [forStaff] = await listRedemptionsForStaff(app.services, shop, member);
      expect(forStaff?.reason).toBe("The member was blocked before it was made.");
    },
  );

  test("while the store is making the code never gets it", async () => {
    const member = await memberWith(500n);
    const answer = stallStore();
    const redeeming = redeem(member, "five-off");
    await whenHeld(member);
    expect(await block(member)).toEqual({ outcome: "blocked" });
    answer();
    expect(redemptionOf(await redeeming)).toMatchObject({ state: "returned", code: null });
    await workOff();
    expect(await figures(member)).toMatchObject(BACK);
    expect(discountsOf(member)).toMatchObject([{ active: false }]);
    expect(await summaryOf(member)).toEqual([]);
  });

  test("while it is not known what the store made never gets it either", async () => {
    const member = await memberWith(500n);
    app.store.rewards.mishaps = ["lost-answer"];
    await redeem(member, "five-off");
    await block(member);
    await workOffAfter(2 * MINUTE);
    await workOff();
    expect(await figures(member)).toMatchObject(BACK);
    expect(discountsOf(member)).toMatchObject([{ active: false }]);
  });

  test("keeps the code that was ready before", async () => {
    const member = await memberWith(500n);
    const { code } = redemptionOf(await redeem(member, "five-off"));
    await block(member);
    await workOffAfter(2 * MINUTE);
    expect(await summaryOf(member)).toMatchObject([{ state: "ready", code }]);
    expect(discountsOf(member)).toMatchObject([{ active: true }]);
  });

  test("in the same instant has a code that was ready first, or none and all points", async () => {
    const members: string[] = [];
    while (members.length < 6) members.push(await memberWith(500n));
    const redeemed = await Promise.all(
      members.map(async (member, place) => {
        const redeeming = redeem(member, "five-off");
        // Each a little later than the one before: between the hold and the code, and around both.
        for (let waits = 0; waits < place; waits++) await app.db.sql.query("SELECT 1", []);
        await block(member);
        return redeeming;
      }),
    );
    await workOff();
    for (const [place, member] of members.entries()) {
      const has = await figures(member);
      const [open] = (await listRedemptions(app.services, shop, member)).filter(
        ({ state }) => state === "ready",
      );
      const active = discountsOf(member).filter((discount) => discount.active).length;
      const what = `${place}: ${redeemed[place]?.outcome ?? ""}`;
      expect([has?.held, has?.available, active], what).toEqual(
        open === undefined ? [0n, 500n, 0] : [500n, 0n, 1],
      );
    }
  });
});

describe("a reward given to many", () => {
  const give = (id: string, memberIds: string[]) =>
    issueRewardToMany(app.services, shop, {
      id,
      rewardId: "five-off",
      recipients: { memberIds },
      actor: "7",
    });
  const codesOf = async (member: string) =>
    (await listRedemptions(app.services, shop, member)).map(({ code }) => code !== null);

  test("leaves out who is blocked, and tells nobody a code who was blocked before it was made", async () => {
    const [blocked, meanwhile, other] = [await memberWith(1n), await memberWith(1n), await memberWith(1n)];
    await block(blocked);
    expect(await give("gift", [blocked, meanwhile, other])).toEqual({ outcome: "issued", members: 2 });
    expect(await give("alone", [blocked])).toEqual({ outcome: "refused", because: "nobody" });
    await block(meanwhile);
    await issueCodes(app.services, shop.id);
    app.clock.now += MINUTE;
    await issueCodes(app.services, shop.id);
    expect([await codesOf(blocked), await codesOf(meanwhile), await codesOf(other)]).toEqual([
      [],
      [],
      [true],
    ]);
    await change(meanwhile, "unblock");
    expect(await codesOf(meanwhile), "once they are back they are given what is given then").toEqual([]);
  });
});
