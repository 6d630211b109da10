import { describe, expect, test } from "vitest";
import { parseInstant } from "../../app/loyalty/time.ts";
import { publishSummaries } from "../../app/use-cases/publish-summaries.ts";
import { buys, does, get, startMemberDoors } from "../support/member-doors.ts";
import { figuresOf } from "../support/perennial.ts";
import { app, ask, gid, memberWith, own, shop, staff, tell } from "../support/shop-doors.ts";

startMemberDoors();

describe("leaving the programme", () => {
  test("lets what is bought meanwhile earn nothing, however late it arrives, and says so", async () => {
    const member = await memberWith(600n);
    const left = await does("leave", member);
    expect(left.body).toMatchObject({ outcome: "left", member: { out: true, balance: 600 } });
    app.clock.now = parseInstant("2026-07-05T12:00:00Z");
    const id = await buys(member, "40.00", "2026-07-03T12:00:00Z");
    expect((await ask(`order?order=${id}`, own(member))).body).toMatchObject({
      state: "nothing",
      points: 0,
      text: "This order earns no points. It was placed while you were not in the programme.",
    });
    expect((await does("join", member)).body).toMatchObject({ outcome: "joined", member: { out: false } });
    const late = await buys(member, "30.00", "2026-07-04T12:00:00Z");
    const after = await buys(member, "20.00", "2026-07-05T12:00:01Z");
    for (const [order, points] of [
      [late, 0],
      [after, 20],
    ] as const)
      expect((await ask(`order?order=${order}`, own(member))).body).toMatchObject({ points });
    expect(await figuresOf(app, shop.domain, member)).toMatchObject({ pending: 20n, available: 600n });
  });

  test("leaves points that can be used, and is told to the storefront", async () => {
    const member = await memberWith(600n);
    await publishSummaries(app.services, shop.id);
    await does("leave", member);
    await publishSummaries(app.services, shop.id);
    expect(app.store.summaries.get(`${shop.domain} ${member}`)).toMatchObject({ out: true });
    const redeemed = await does("redeem", member, { reward: "five-off", key: "wish-while-out" });
    expect(redeemed.body).toMatchObject({ outcome: "held", made: { state: "ready" }, member: { out: true } });
  });

  test("is the same done twice, and nobody else's to do", async () => {
    const member = await memberWith(1n);
    for (const _ of [1, 2]) expect((await does("leave", member)).body).toMatchObject({ outcome: "left" });
    expect((await ask("join", staff(), { customer: gid(member) })).status).toBe(403);
    expect((await get("member", member)).body).toMatchObject({ member: { out: true } });
  });

  test("makes no member of somebody who was erased", async () => {
    const member = await memberWith(1n);
    const bearer = own(member);
    await tell("customers/redact", { customer: { id: member }, orders_to_redact: [] });
    for (const path of ["leave", "join"]) expect((await ask(path, bearer, {})).body.outcome).toBe("nobody");
    expect((await ask("preferences", bearer, { messages: true })).body.outcome).toBe("nobody");
    expect((await ask("birthday", bearer, { month: 5, day: 1 })).body.outcome).toBe("nobody");
  });
});
