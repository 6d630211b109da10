import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { apiDoor, type ApiDoor } from "../../app/api.server.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { DAY, HOUR, parseInstant } from "../../app/loyalty/time.ts";
import { proxyDoor, type ProxyDoor } from "../../app/proxy.server.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { memberCodeOf } from "../../app/use-cases/membership/member-code.ts";
import { publishSummaries } from "../../app/use-cases/publish-summaries.ts";
import { workOffDueOf } from "../../app/use-cases/work-off-due.ts";
import { deliver } from "../support/deliver.ts";
import { customer, merge, order } from "../support/payloads.ts";
import {
  figuresOf,
  NOON,
  programme,
  startPerennialInTest,
  type TestPerennial,
} from "../support/perennial.ts";
import { proxied, type Proxied } from "../support/proxied.ts";
import { readQr } from "../support/read-codes.ts";
import { asked, sessionToken } from "../support/session-token.ts";

let app: TestPerennial;
let shop: ShopRow;
let door: ProxyDoor;
let api: ApiDoor;
let shops = 0;
let customers = 73_000_000_000;
let orders = 730_000;

const PROGRAMME = programme({
  points: { pendingDays: 14 },
  earning: {
    rules: [
      { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } },
      { id: "cake", on: "birthday", bonus: 200 },
    ],
  },
  rewards: [
    { id: "five-off", kind: "amount", cost: 500, value: "5.00" },
    { id: "card", kind: "gift-card", cost: 300, value: "3.00" },
  ],
});

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

beforeEach(async () => {
  app.clock.now = NOON;
  shop = await app.install(`member-doors-${++shops}.myshopify.com`, PROGRAMME);
  door = proxyDoor(app.shopify, app.services);
  api = apiDoor(app.shopify, app.services);
  app.services.platform.guestOrders = async () => ({ verified: true, orders: [] });
});

async function memberWith(points: bigint): Promise<string> {
  const id = String(++customers);
  await tell("customers/create", customer(id));
  if (points > 0n)
    await adjustPoints(app.services, shop, {
      memberId: id,
      points,
      reason: "Test",
      key: `p-${id}`,
      actor: "1",
      role: "owner",
    });
  return id;
}

async function tell(topic: string, payload: unknown): Promise<void> {
  expect(await deliver(app.door, { shop: shop.domain, topic, payload })).toBe(200);
  await app.settle(shop.domain);
}

/** Buys at an instant; answers the order's id. */
async function buys(member: string, total: string, at = "2026-07-01T12:00:00Z"): Promise<string> {
  const id = ++orders;
  await tell("orders/paid", order({ id, customer: Number(member), total, at }));
  return String(id);
}

async function answerOf(response: Response) {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (isJson ? JSON.parse(text) : {}) as Record<string, unknown>,
  };
}

const get = async (path: string, member: string | null, more: Partial<Proxied> = {}) =>
  answerOf(
    await door(
      proxied({ shop: shop.domain, path, ...(member === null ? {} : { customer: member }), ...more }),
    ),
  );

async function tokenOf(member: string): Promise<string> {
  return (await get("member", member)).body.token as string;
}

/** What a page of the shop does for its member. */
async function does(
  path: string,
  member: string,
  fields: Record<string, unknown> = {},
  more: Partial<Proxied> = {},
) {
  return get(path, member, { json: { ...fields, token: await tokenOf(member) }, ...more });
}

const gid = (id: string) => `gid://shopify/Customer/${id}`;
const token = (claims: Record<string, unknown>) =>
  sessionToken({ shop: shop.domain, apiKey: app.shopify.apiKey }, claims);
const own = (member: string) => token({ sub: gid(member) });
const staff = () => token({ sub: "42" });
const ask = async (path: string, bearer: string, json?: unknown) =>
  answerOf(await api(asked(path, bearer, json)));

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
    expect((await ask("programme", token({}))).body).toMatchObject({ programme: { v: 2, currency: "GBP" } });
  });

  test.each([
    ["account", 401],
    ["card", 401],
    ["data", 401],
    ["order?order=1", 401],
  ])("and no guest is told of: %s", async (path, status) => {
    expect((await ask(path, token({}))).status).toBe(status);
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
    shop = await app.install(`member-doors-plain-${shops}.myshopify.com`, programme({}));
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
      expect((await ask(path, token({}), {})).status).toBe(401);
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
