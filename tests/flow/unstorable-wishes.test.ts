import { expect, test } from "vitest";
import { redeem, send, startRewardDoors, tokenOf } from "../support/reward-doors.ts";
import { ask, memberWith, own } from "../support/shop-doors.ts";

startRewardDoors();

test.each(["a\u0000b", "x\ud800y"])(
  "an id that the database has no room for is understood at no door: %j",
  async (id) => {
    const member = await memberWith(500n);
    const mine = own(member);
    expect((await ask("redeem", mine, { reward: id, key: "wish-of-an-app" })).status).toBe(422);
    expect((await ask("cancel", mine, { redemption: id })).status).toBe(422);
    expect((await ask("refuse", mine, { pick: id })).status).toBe(422);
    expect((await redeem(member, { reward: id })).status).toBe(422);
    const json = { redemption: id, token: await tokenOf(member) };
    expect((await send({ path: "cancel", customer: member, json })).status).toBe(422);
  },
);
