import { describe, expect, test } from "vitest";
import { HOUR, parseInstant } from "../../app/loyalty/time.ts";
import { workOffDueOf } from "../../app/use-cases/work-off-due.ts";
import { does, get, startMemberDoors } from "../support/member-doors.ts";
import { merge } from "../support/payloads.ts";
import { figuresOf, NOON, programme } from "../support/perennial.ts";
import { app, ask, memberWith, openAnotherShop, own, shop, staff, tell } from "../support/shop-doors.ts";

startMemberDoors();

describe("a birthday", () => {
  test("is kept, and the answer says from when it counts", async () => {
    const member = await memberWith(0n);
    expect((await does("birthday", member, { month: 9, day: 1 })).body).toMatchObject({
      outcome: "birthday",
      text: "Thank you, your birthday is saved. It brings you points from Sep 1, 2026 on.",
      member: { birthday: "given" },
    });
    expect((await get("account", member)).body).toMatchObject({
      birthday: { month: 9, day: 1 },
      birthdayAsked: true,
    });
    app.clock.now = parseInstant("2026-09-01T12:00:00Z");
    await workOffDueOf(app.services, shop);
    expect(await figuresOf(app, shop.domain, member)).toMatchObject({ available: 200n });
  });

  test("told less than 30 days before counts from next year, and changing it gains nothing", async () => {
    const member = await memberWith(0n);
    const soon = await does("birthday", member, { month: "7", day: "20" });
    expect(soon.body.countsAt).toBe("2027-07-19T23:00:00.000Z");
    await does("birthday", member, { month: 9, day: 1 });
    app.clock.now = parseInstant("2026-09-02T12:00:00Z");
    await workOffDueOf(app.services, shop);
    const again = await does("birthday", member, { month: 12, day: 1 });
    expect(again.body.countsAt, "not within 330 days of the last").toBe("2027-12-01T00:00:00.000Z");
  });

  test.each([
    [{ month: 2, day: 30 }, 409],
    [{ month: 13, day: 1 }, 409],
    [{ month: 5, day: 0 }, 409],
    [{ month: 5, day: 1.5 }, 422],
    [{ month: 5 }, 422],
    [{ month: 5, day: 1, year: 1990 }, 422],
  ])("is no such thing: %j", async (fields, status) => {
    const member = await memberWith(0n);
    expect((await does("birthday", member, fields)).status).toBe(status);
    expect((await get("account", member)).body.birthday).toBeNull();
  });

  test("is not asked for where it brings nothing", async () => {
    await openAnotherShop(programme({}));
    const member = await memberWith(0n);
    expect(await does("birthday", member, { month: 9, day: 1 })).toMatchObject({
      status: 409,
      body: { outcome: "birthday-not-asked" },
    });
    expect((await get("account", member)).body).toMatchObject({ birthday: null, birthdayAsked: false });
  });
});

describe("whether to be written to", () => {
  test("is off until the member says so, and kept with when they did", async () => {
    const member = await memberWith(0n);
    const messages = async () => (await get("account", member)).body.messages;
    expect(await messages()).toBe(false);
    expect((await does("preferences", member, { messages: true })).body.outcome).toBe("messages-on");
    app.clock.now += HOUR;
    await does("preferences", member, { messages: "on" });
    const [kept] = await app.db.sql.query(`SELECT given, at FROM consent WHERE shop_id = $1`, [shop.id]);
    expect(kept, "since the first time").toEqual({ given: true, at: new Date(NOON) });
    expect((await does("preferences", member, { messages: false })).body.outcome).toBe("messages-off");
    expect(await messages()).toBe(false);
    expect((await does("preferences", member, { messages: "perhaps" })).status).toBe(422);
  });

  test("is the later word of two accounts that were merged, and gone with the person", async () => {
    const [kept, gone] = [await memberWith(0n), await memberWith(0n)];
    await does("preferences", kept, { messages: false });
    app.clock.now += HOUR;
    await does("preferences", gone, { messages: true });
    await tell("customers/merge", merge(Number(kept), Number(gone)));
    expect((await get("account", kept)).body.messages).toBe(true);
    await tell("customers/redact", { customer: { id: kept }, orders_to_redact: [] });
    expect(await app.db.sql.query(`SELECT 1 FROM consent WHERE shop_id = $1`, [shop.id])).toEqual([]);
  });
});

describe("a member's own data", () => {
  test("is one file, of the asker alone, with what they agreed to and when they were out", async () => {
    const [member, other] = [await memberWith(320n), await memberWith(1n)];
    await does("preferences", member, { messages: true });
    await does("leave", member);
    const { headers, body, text } = await get("data", member);
    expect(headers.get("content-disposition")).toBe('attachment; filename="my-points.json"');
    expect(body).toMatchObject({
      shop: shop.domain,
      members: [{ id: member, available: "320", absences: [{ from: NOON, to: null }] }],
      consents: [{ purpose: "messages", given: true }],
    });
    expect(text).not.toContain(other);
    expect((await ask("data", own(member))).text).toBe(text);
    expect((await ask(`data?customer=${member}`, staff())).status).toBe(403);
    expect(await app.db.sql.query(`SELECT 1 FROM data_request WHERE shop_id = $1`, [shop.id])).toEqual([]);
  });

  test("is gathered no more than four times a minute", async () => {
    const member = await memberWith(1n);
    const answers = await Promise.all(Array.from({ length: 6 }, () => get("data", member)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 429, 429]);
  });
});
