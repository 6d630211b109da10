import { describe, expect, test } from "vitest";
import { DAY } from "../../app/loyalty/time.ts";
import { does, get, startMemberDoors, tokenOf } from "../support/member-doors.ts";
import { app, ask, memberWith, own, tokenWith } from "../support/shop-doors.ts";

startMemberDoors();

describe("an action", () => {
  test("answers with what was made and what the member has after it: one request", async () => {
    const member = await memberWith(900n);
    const { body } = await does("redeem", member, { reward: "five-off", key: "wish-of-a-page" });
    const { redemption, made } = body as { redemption: { id: string; code: string }; made: object };
    expect(made).toMatchObject({ id: redemption.id, state: "ready", code: redemption.code });
    expect(body.member).toMatchObject({ balance: 400, held: 500 });
    const cancelled = await does("cancel", member, { redemption: redemption.id });
    expect(cancelled.body).toMatchObject({ outcome: "cancelled", member: { balance: 900, held: 0 } });
    expect(cancelled.body.token).toMatch(/\./);
  });

  test("never puts the code of a gift card into what a theme keeps", async () => {
    const member = await memberWith(900n);
    const { body } = await does("redeem", member, { reward: "card", key: "wish-of-a-page" });
    expect((body.redemption as { code: string }).code).toMatch(/-/);
    expect(body.made).toMatchObject({ state: "granted", code: null });
    expect(JSON.stringify(body.member)).not.toContain((body.redemption as { code: string }).code);
  });

  test("that says it comes from the shop's own page needs no token, as JSON; a form always does", async () => {
    const member = await memberWith(1n);
    const from = (site: string) => ({ headers: { "Sec-Fetch-Site": site } });
    expect((await get("leave", member, { json: {}, ...from("same-origin") })).status).toBe(200);
    for (const site of ["same-site", "cross-site", "none"])
      expect((await get("join", member, { json: {}, ...from(site) })).status, site).toBe(403);
    expect((await get("join", member, { json: {} })).status, "no word of it").toBe(403);
    expect((await get("join", member, { json: { token: "" }, ...from("same-origin") })).status).toBe(403);
    expect((await get("join", member, { form: {}, ...from("same-origin") })).status, "a form").toBe(403);
    expect((await get("member", member)).body).toMatchObject({ member: { out: true } });
  });

  test.each(["redeem", "cancel", "birthday", "preferences", "leave", "join", "claim", "refuse"])(
    "%s is refused with another member's token, without one, and to a guest",
    async (path) => {
      const [member, other] = [await memberWith(1n), await memberWith(1n)];
      const theirs = await tokenOf(other);
      expect((await get(path, member, { json: { token: theirs } })).body.outcome).toBe("forbidden");
      expect((await get(path, member, { json: {} })).body.outcome).toBe("forbidden");
      expect((await get(path, null, { json: { token: theirs } })).status).toBe(401);
      expect((await ask(path, tokenWith({}), {})).status).toBe(401);
    },
  );

  test("of any kind counts towards ten a minute, and the eleventh is put off", async () => {
    const member = await memberWith(1n);
    const mine = await tokenOf(member);
    const paths = ["leave", "join", ...Array.from({ length: 10 }, () => "preferences")];
    const statuses: number[] = [];
    for (const path of paths) {
      const json = { token: mine, ...(path === "preferences" && { messages: true }) };
      statuses.push((await get(path, member, { json })).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
  });

  test("that takes somebody out or back in is done five times a day, and then put off in words", async () => {
    const member = await memberWith(1n);
    const mine = await tokenOf(member);
    const go = async (path: string) => (await get(path, member, { json: { token: mine } })).body;
    for (const path of ["leave", "join", "leave", "join", "leave"])
      expect((await go(path)).outcome).toBe(path === "leave" ? "left" : "joined");
    expect(await go("join")).toMatchObject({
      outcome: "too-often",
      text: "You have left and come back often today. Please try again tomorrow.",
    });
    app.clock.now += DAY;
    expect((await does("join", member)).body.outcome).toBe("joined");
  });

  test("that another site has a browser send does not count: nobody is kept from their own by it", async () => {
    const member = await memberWith(1n);
    const forged = { form: { messages: "on" }, headers: { "Sec-Fetch-Site": "cross-site" } };
    for (let n = 0; n < 12; n++) expect((await get("preferences", member, forged)).status).toBe(403);
    expect((await does("preferences", member, { messages: true })).status).toBe(200);
  });

  test("is nothing but a POST, of what is known, of a size that makes sense", async () => {
    const member = await memberWith(1n);
    for (const path of ["birthday", "join", "claim"]) expect((await get(path, member)).status).toBe(405);
    expect((await get("member", member, { json: {} })).status).toBe(405);
    expect((await does("leave", member, { why: "x" })).status).toBe(422);
    expect((await does("leave", member, { return_to: "x".repeat(20_000) })).status).toBe(422);
    expect((await get("nothing", member)).status).toBe(404);
    expect((await ask("nothing", own(member), {})).status).toBe(404);
  });
});
