import { describe, expect, test } from "vitest";
import { DAY } from "../../app/loyalty/time.ts";
import { memberCodeOf } from "../../app/use-cases/membership/member-code.ts";
import { buys, get, startMemberDoors } from "../support/member-doors.ts";
import { merge } from "../support/payloads.ts";
import { readQr } from "../support/read-codes.ts";
import { app, ask, memberWith, own, shop, staff, tell, tokenWith } from "../support/shop-doors.ts";

startMemberDoors();

describe("what a member has", () => {
  test("is told as it is this moment, with the token for what they do next", async () => {
    const member = await memberWith(320n);
    const { body, headers } = await get("member", member);
    expect(body).toMatchObject({
      member: { v: 2, balance: 320, out: false },
      text: "You have 320 points to spend.",
    });
    expect(body.token).toMatch(/^[0-9a-z]+\.[\w-]{43}$/);
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect((await ask("member", own(member))).body).toMatchObject({ member: { balance: 320 } });
    expect((await ask(`member?customer=${member}`, staff())).body).toMatchObject({
      member: { balance: 320 },
    });
  });

  test("is nothing for a guest, who is told what signing in brings", async () => {
    const { status, body } = await get("member", null);
    expect([status, body.member, body.token]).toEqual([200, null, null]);
    expect(body.text).toContain("Sign in");
    expect((await ask("programme", tokenWith({}))).body).toMatchObject({
      programme: { v: 2, currency: "GBP" },
    });
  });

  test.each([
    ["account", 401],
    ["card", 401],
    ["data", 401],
    ["order?order=1", 401],
  ])("and no guest is told of: %s", async (path, status) => {
    expect((await ask(path, tokenWith({}))).status).toBe(status);
    if (!path.startsWith("order")) expect((await get(path, null)).status).toBe(status);
  });
});

describe("what an order brought", () => {
  test("is told with when it can be used, and what is next", async () => {
    const member = await memberWith(490n);
    const id = await buys(member, "40.00");
    const { body } = await ask(`order?order=${encodeURIComponent(`gid://shopify/Order/${id}`)}`, own(member));
    expect(body).toEqual({
      state: "known",
      points: 40,
      availableAt: "2026-07-15T12:00:00Z",
      text: "This order earned 40 points. You can use them from Jul 15, 2026.",
      next: {
        title: "£5.00 off your order",
        missing: 10,
        text: "10 points more for this: £5.00 off your order",
      },
    });
    app.clock.now += 15 * DAY;
    await app.settle(shop.domain);
    expect((await ask(`order?order=${id}`, own(member))).body).toMatchObject({
      availableAt: null,
      text: "This order earned 40 points.",
      next: null,
    });
  });

  test("is not told to anybody else: theirs is as unknown as one that nobody placed", async () => {
    const [member, other] = [await memberWith(0n), await memberWith(0n)];
    const id = await buys(member, "40.00");
    const theirs = await ask(`order?order=${id}`, own(other));
    const nobodys = await ask("order?order=999999", own(other));
    expect(theirs.body).toEqual(nobodys.body);
    expect(theirs.body).toMatchObject({ state: "unknown", points: 0 });
    expect((await ask("order?order=x", own(other))).status).toBe(422);
  });
});

describe("a member's card", () => {
  test("shows a code that staff can scan, and nobody else can ask about", async () => {
    const member = await memberWith(320n);
    const { body } = await ask("card", own(member));
    const code = readQr(body.qr as string);
    expect(body.code).toBe(code.match(/.{1,4}/g)?.join("-"));
    expect((await ask(`member?code=${code}`, staff())).body).toMatchObject({
      customer: member,
      member: { balance: 320 },
    });
    expect((await ask(`member?code=${code}`, own(member))).status).toBe(403);
    expect((await ask("card", staff())).status).toBe(401);
  });

  test("goes on naming whoever stands for the member since accounts were merged", async () => {
    const [kept, gone] = [await memberWith(10n), await memberWith(20n)];
    await tell("customers/merge", merge(Number(kept), Number(gone)));
    const code = memberCodeOf(shop, gone);
    expect((await ask(`member?code=${code}`, staff())).body).toMatchObject({
      customer: kept,
      member: { balance: 30 },
    });
  });

  test.each(["", "7005521354752", "ABCD-EFGH-JKMN-PQRS"])("is none with a forged code: %j", async (code) => {
    await memberWith(1n);
    expect(await ask(`member?code=${code}`, staff())).toMatchObject({
      status: 404,
      body: { text: "This is no member card of this shop." },
    });
  });

  test("of another shop, of a stranger and of somebody erased is none", async () => {
    const member = await memberWith(1n);
    const code = memberCodeOf(shop, member);
    const strangers = memberCodeOf(shop, "999");
    await tell("customers/redact", { customer: { id: member }, orders_to_redact: [] });
    const codes = [code, strangers, memberCodeOf({ ...shop, salt: "another" }, member)];
    for (const tried of codes) expect((await ask(`member?code=${tried}`, staff())).status).toBe(404);
  });
});
