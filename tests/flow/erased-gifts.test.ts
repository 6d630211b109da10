import { expect, test } from "vitest";
import { grantReward } from "../../app/use-cases/person/grant-reward.ts";
import { takeBackGift } from "../../app/use-cases/person/take-back-gift.ts";
import { issueCodes } from "../../app/use-cases/rewards/issue-codes.ts";
import { deliver } from "../support/deliver.ts";
import { app, memberWith, shop, startRewards } from "../support/rewards-shop.ts";

startRewards();

const by = { staff: "900", role: "owner" } as const;
const ISSUE = "grant-a-gift-to-one";

const give = (memberId: string) =>
  grantReward(app.services, shop, { memberId, rewardId: "five-off", key: "a-gift-to-one", by });
const takeBack = (memberId: string) => takeBackGift(app.services, shop, { memberId, issueId: ISSUE, by });
const workOff = () => issueCodes(app.services, shop.id);
const gift = () => app.store.rewards.discounts.at(-1);

async function erase(id: string): Promise<void> {
  const payload = { customer: { id: Number(id) }, orders_to_redact: [] };
  await deliver(app.door, { shop: shop.domain, topic: "customers/redact", payload });
  await app.settle(shop.domain);
}

async function batch() {
  const [row] = await app.db.sql.query<{ state: string; reason: string | null }>(
    `SELECT state, reason FROM issue_batch WHERE shop_id = $1 AND issue_id = $2`,
    [shop.id, ISSUE],
  );
  return row;
}

test("a gift that was ended stays ended where its member is erased before the store was asked", async () => {
  const member = await memberWith(1n);
  expect(await give(member)).toEqual({ outcome: "granted" });
  await workOff();
  expect(gift()).toMatchObject({ customers: [member], active: true });
  expect(await takeBack(member)).toEqual({ outcome: "taken-back" });
  await erase(member);
  await workOff();
  expect(gift()).toMatchObject({ active: false });
  expect(await batch()).toMatchObject({ state: "disabled" });
});

test("of whoever is erased before their code is made, none is made, and nobody is told of a refusal", async () => {
  const discounts = app.store.rewards.discounts.length;
  app.complaints.length = 0;
  const member = await memberWith(1n);
  await give(member);
  await erase(member);
  await workOff();
  expect(app.store.rewards.discounts).toHaveLength(discounts);
  expect(await batch()).toEqual({ state: "disabled", reason: null });
  expect(app.complaints).toEqual([]);
});
