import { expect, test } from "vitest";
import { memberProofs } from "../../app/member-proofs.server.ts";
import { proxyDoor } from "../../app/proxy.server.ts";
import { mergeMembers } from "../../app/use-cases/person/merge-members.ts";
import { headSigner } from "../../app/use-cases/proof/head-signer.ts";
import { merge } from "../support/payloads.ts";
import { proxied } from "../support/proxied.ts";
import { redeem, send, startRewardDoors } from "../support/reward-doors.ts";
import { app, ask, memberWith, own, shop, staff, tell } from "../support/shop-doors.ts";

startRewardDoors();

/** Two accounts of one person, merged in the app alone: in the store both go on. */
async function mergedInTheApp(): Promise<{ kept: string; other: string }> {
  const [kept, other] = [await memberWith(300n), await memberWith(300n)];
  const by = { staff: "1", role: "owner" } as const;
  expect(await mergeMembers(app.services, shop, { keptId: kept, otherId: other, by })).toMatchObject({
    outcome: "merged",
  });
  return { kept, other };
}

const WISH = { reward: "five-off", key: "wish-of-either" };
const discount = () => app.store.rewards.discounts.at(-1);

test("whoever signs in to the account that was merged sees, spends and gets back the same points", async () => {
  const { kept, other } = await mergedInTheApp();
  for (const token of [own(kept), own(other)])
    expect((await ask("member", token)).body).toMatchObject({ member: { balance: 600 } });
  const { status, body } = await ask("redeem", own(other), WISH);
  expect([status, body.outcome]).toEqual([200, "held"]);
  expect(body).toMatchObject({ member: { balance: 100 } });
  expect(discount()?.customers.toSorted()).toEqual([kept, other].toSorted());
  const { id } = body.redemption as { id: string };
  for (const account of [kept, other])
    expect((await send({ path: "redemptions", customer: account })).body).toMatchObject({
      redemptions: [{ id, canCancel: true }],
    });
  expect(await ask("cancel", own(other), { redemption: id })).toMatchObject({
    status: 200,
    body: { outcome: "cancelled", member: { balance: 600 } },
  });
});

test("at the shop's own pages and at the till as well, and why they have them", async () => {
  const { kept, other } = await mergedInTheApp();
  expect((await redeem(other, WISH)).body).toMatchObject({ outcome: "held", member: { balance: 100 } });
  expect((await ask(`member?customer=${other}`, staff())).body).toMatchObject({ member: { balance: 100 } });
  const terms = { signer: headSigner("a secret of this test"), appUrl: "https://perennial.example" };
  const door = proxyDoor(app.shopify, app.services, memberProofs(app.services, terms));
  const entryOf = async (customer: string) =>
    (await door(proxied({ shop: shop.domain, customer, path: "why", query: { entry: "2" } }))).json();
  expect(await entryOf(other)).toEqual(await entryOf(kept));
});

test("a code is not asked for an account that the store itself has merged away", async () => {
  const [kept, gone] = [await memberWith(300n), await memberWith(300n)];
  await tell("customers/merge", merge(Number(kept), Number(gone)));
  const { platform } = app.services;
  const { present } = platform;
  platform.present = async (_shop, _kind, ids) => new Set(ids.filter((id) => id !== gone));
  expect((await redeem(kept, WISH)).body).toMatchObject({ outcome: "held" });
  platform.present = present;
  expect(discount()?.customers).toEqual([kept]);
});

test("who has the account of nobody else is not asked about in the store", async () => {
  const member = await memberWith(600n);
  const { platform } = app.services;
  const { present } = platform;
  platform.present = () => Promise.reject(new Error("asked for nothing"));
  expect((await redeem(member, WISH)).body).toMatchObject({
    outcome: "held",
    redemption: { state: "ready" },
  });
  platform.present = present;
});
