import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ShopRow } from "../../app/db/shops.ts";
import { proxyDoor, type ProxyDoor } from "../../app/proxy.server.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { memberCodeOf } from "../../app/use-cases/membership/member-code.ts";
import { deliver } from "../support/deliver.ts";
import { customer, order } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";
import { proxied, type Proxied } from "../support/proxied.ts";

let app: TestPerennial;
let shop: ShopRow;
let door: ProxyDoor;
let shops = 0;
let customers = 74_000_000_000;

const PROGRAMME = programme({
  points: { pendingDays: 14 },
  earning: {
    rules: [
      { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } },
      { id: "cake", on: "birthday", bonus: 200 },
    ],
  },
  tiers: {
    basis: "spend",
    window: { kind: "lifetime" },
    levels: [
      { id: "Bronze", at: "0" },
      { id: "Silver", at: "250.00" },
    ],
  },
  rewards: [
    { id: "five-off", kind: "amount", cost: 500, value: "5.00" },
    { id: "far", kind: "amount", cost: 9000, value: "90.00" },
    { id: "near", kind: "free-shipping", cost: 700 },
    { id: "treat", kind: "free-shipping", cost: 9500, minimum: "25.00" },
    { id: "credit", kind: "store-credit", costPer: 100, value: "20.00" },
  ],
  texts: { en: { rewards: { treat: "Post is on us" } } },
});

beforeAll(async () => {
  app = await startPerennialInTest();
  app.services.platform.guestOrders = async () => ({ verified: true, orders: ["1"] });
});
afterAll(() => app.close());

beforeEach(async () => {
  app.clock.now = NOON;
  shop = await app.install(`member-pages-${++shops}.myshopify.com`, PROGRAMME);
  door = proxyDoor(app.shopify, app.services);
});

async function memberWith(points: bigint): Promise<string> {
  const id = String(++customers);
  await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer(id) });
  await app.settle(shop.domain);
  const key = `p-${id}`;
  if (points > 0n)
    await adjustPoints(app.services, shop, {
      memberId: id,
      points,
      reason: "<b>{{ 1 }}</b>",
      key,
      actor: "1",
      role: "owner",
    });
  return id;
}

async function open(path: string, member: string | null, more: Partial<Proxied> = {}) {
  const headers = { Accept: "text/html" };
  const who = member === null ? {} : { customer: member };
  const response = await door(proxied({ shop: shop.domain, path, headers, ...who, ...more }));
  return { status: response.status, headers: response.headers, html: await response.text() };
}

/** The form of the page that leads there, filled in as it stands. */
function formIn(html: string, action: string): Record<string, string> {
  const [, fields = ""] =
    new RegExp(`<form[^>]*action="/apps/perennial/${action}[^"]*"[^>]*>(.*?)</form>`, "s").exec(html) ?? [];
  return Object.fromEntries(
    [...fields.matchAll(/name="(\w+)"[^>]*?value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
}

const send = (path: string, member: string, form: Record<string, string>) =>
  door(proxied({ shop: shop.domain, path, customer: member, form }));

describe("the page of all there is", () => {
  test("tells a guest what points are got by and good for, and asks them to sign in", async () => {
    const { status, headers, html } = await open("", null);
    expect([status, headers.get("content-type")]).toEqual([200, "application/liquid; charset=utf-8"]);
    for (const text of [
      "1 point for every £1.00",
      "200 points on your birthday",
      "Silver",
      "£5.00 off your order",
      "Sign in",
    ])
      expect(html).toContain(text);
    expect(html).not.toContain("<form");
  });

  test("tells a new member what to do first", async () => {
    const { html } = await open("", await memberWith(0n));
    for (const text of [
      ">0</strong>",
      "Your first order earns your first points.",
      "Spend £250.00 more to reach Silver.",
    ])
      expect(html).toContain(text);
  });

  test("has the figure, what is on its way, the shop sorted by what is near, and every entry with its why", async () => {
    const member = await memberWith(600n);
    await deliver(app.door, {
      shop: shop.domain,
      topic: "orders/paid",
      payload: order({ id: 74, customer: Number(member), total: "40.00" }),
    });
    await app.settle(shop.domain);
    const { html } = await open("", member);
    for (const text of [
      ">600</strong>",
      "40 points can be used from",
      "£40.00 × 1 point = 40",
      "8,400 points missing",
    ])
      expect(html).toContain(text);
    const places = ["£5.00 off your order", "Free shipping", "£90.00 off your order"].map((text) =>
      html.indexOf(text),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("asks for a birthday, for messages, and offers what was bought without signing in", async () => {
    const member = await memberWith(1n);
    const { html } = await open("", member);
    for (const id of ["birthday", "preferences", "claim", "card", "data", "leave"])
      expect(html).toContain(`id="${id}"`);
    expect(html).toContain("1 order was placed with your e-mail address");
  });

  test("says that somebody is out, and lets them come back", async () => {
    const member = await memberWith(100n);
    const page = await open("leave", member);
    expect(page.html).toContain("even if you come back later");
    const left = await send("leave", member, formIn(page.html, "leave"));
    expect([left.status, left.headers.get("location")]).toEqual([
      303,
      "/apps/perennial/preferences?said=left",
    ]);
    const { html } = await open("", member);
    expect(html).toContain("You have left the programme");
    const joined = await send("join", member, formIn(html, "join"));
    expect(joined.headers.get("location")).toBe("/apps/perennial?said=joined");
    expect((await open("", member, { query: { said: "joined" } })).html).toContain("Welcome back.");
  });

  test("speaks the language that is asked for, and goes on asking for it", async () => {
    const member = await memberWith(100n);
    const { html } = await open("", member, { query: { locale: "de-CH" } });
    expect(html).toContain('lang="de-CH"');
    expect(html).toContain("So sammelst du");
    expect(html).toContain('action="/apps/perennial/birthday?locale=de-CH"');
  });
});

test("the minimum stands also beside a reward that the merchant has a name for", async () => {
  const member = await memberWith(9500n);
  const named = "Post is on us, from £25.00";
  expect((await open("", member)).html).toContain(named);
  expect((await open("redeem", member, { query: { reward: "treat" } })).html).toContain(named);
});

test.each([
  ["abc", "Choose how much of this reward you want."],
  ["1.5", "Choose how much of this reward you want."],
  ["", "Choose how much of this reward you want."],
  ["7", "You need 200 points more for this."],
])("how much of a reward is asked for again after %j, with what was typed", async (units, sentence) => {
  const member = await memberWith(500n);
  const { html } = await open("redeem", member, { query: { reward: "credit", units } });
  expect(html).toContain(`>${sentence}</span><input type="number" name="units" value="${units}"`);
  expect(html, "nothing to use points with").not.toContain('method="post"');
  const enough = await open("redeem", member, { query: { reward: "credit", units: "5" } });
  expect(enough.html).toContain('method="post"');
});

describe("a form of these pages", () => {
  test("saves what a member says, box ticked or not, and leads back to a page that says so", async () => {
    const member = await memberWith(1n);
    const { html } = await open("preferences", member);
    const form = formIn(html, "preferences");
    expect(form.messages, "the box as it stands is the last of its name").toBe("on");
    const on = await send("preferences", member, form);
    expect(on.headers.get("location")).toBe("/apps/perennial/preferences?said=messages-on");
    expect((await open("preferences", member, { query: { said: "messages-on" } })).html).toContain(
      " checked>",
    );
    const off = await send("preferences", member, { ...form, messages: "off" });
    expect(off.headers.get("location")).toBe("/apps/perennial/preferences?said=messages-off");
  });

  test("takes a birthday", async () => {
    const member = await memberWith(1n);
    const { html } = await open("preferences", member);
    const sent = await send("birthday", member, { ...formIn(html, "birthday"), day: "29", month: "2" });
    expect(sent.headers.get("location")).toBe("/apps/perennial/preferences?said=birthday");
    expect((await open("preferences", member)).html).toMatch(/<option value="2" selected>\s*February/);
  });

  test("asks for another birthday where a month has no such day", async () => {
    const member = await memberWith(1n);
    const form = formIn((await open("preferences", member)).html, "birthday");
    const sent = await send("birthday", member, { ...form, day: "31", month: "2" });
    expect(sent.headers.get("location")).toBe("/apps/perennial/preferences?said=birthday-no-day");
    const { html } = await open("preferences", member, { query: { said: "birthday-no-day" } });
    expect(html).toContain("There is no such day in that month.");
    expect(html).toContain('action="/apps/perennial/birthday"');
  });

  test("sent again does the same, and one that was kept open for too long says so on a page with a way back", async () => {
    const member = await memberWith(1n);
    const form = formIn((await open("leave", member)).html, "leave");
    for (const _ of [1, 2]) expect((await send("leave", member, form)).status).toBe(303);
    app.clock.now += 3 * 60 * 60_000;
    const late = await send("leave", member, form);
    expect([late.status, late.headers.get("content-type")]).toEqual([
      403,
      "application/liquid; charset=utf-8",
    ]);
    expect(await late.text()).toContain('href="/apps/perennial"');
  });

  test.each([
    "/pages/a%0d%0aSet-Cookie:x=1",
    "/a\r\nX: 1",
    "/\\evil",
    "//evil.example",
    "/a b",
    "javascript:alert(1)",
    "/{{x}}",
  ])("never leads anywhere by a word of somebody else's: %j", async (returnTo) => {
    const member = await memberWith(1n);
    const form = { ...formIn((await open("leave", member)).html, "leave"), return_to: returnTo };
    const { headers } = await send("leave", member, form);
    const location = headers.get("location") ?? "";
    expect(new URL(location, "https://shop.example").origin).toBe("https://shop.example");
    expect(location).not.toMatch(/[\r\n{}\\ ]/);
    expect(headers.has("set-cookie")).toBe(false);
  });
});

describe("every page", () => {
  test.each([
    "",
    "preferences",
    "leave",
    "redeem?reward=five-off",
    "redeem?reward=none",
    "redemptions",
    "card",
  ])("“%s” is nobody else's to keep, makes no Liquid of data and leads back", async (path) => {
    const member = await memberWith(600n);
    const [name = "", query = ""] = path.split("?");
    const asked = {
      ...Object.fromEntries(new URLSearchParams(query)),
      said: "<script>{{ x }}",
      locale: "en",
    };
    const { headers, html } = await open(name, member, { query: asked });
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(html).not.toMatch(/<script|\{[{%]/);
    expect(html.replace(/<style>.*<\/style>/s, "")).not.toMatch(/[{}]/);
    if (name !== "") expect(html).toMatch(/href="\/apps\/perennial\?locale=en"/);
  });

  test.each(["preferences", "leave", "redemptions", "card", "data", "account"])(
    "“%s” asks a guest to sign in",
    async (path) => {
      const { status, html } = await open(path, null);
      expect(status).toBe(401);
      expect(html).toContain('href="/account/login"');
    },
  );

  test("says what came of something only in words of its own", async () => {
    const member = await memberWith(1n);
    const said = async (query: Record<string, string>) =>
      (await open("", member, { query })).html.includes('role="status"');
    expect(await said({ said: "Call 0900" })).toBe(false);
    expect(await said({ perennial: "left" })).toBe(true);
    expect(await said({ said: "claimed", claimed: "<b>2" })).toBe(true);
  });
});

describe("the card", () => {
  test("is a document of its own that asks for nothing from elsewhere and can be put on a home screen", async () => {
    const member = await memberWith(1n);
    const { headers, html } = await open("card", member);
    expect(headers.get("content-type")).toContain("text/html");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(html).toContain(
      memberCodeOf(shop, member)
        .match(/.{1,4}/g)
        ?.join("-"),
    );
    expect(html).toContain('rel="manifest" href="/apps/perennial/manifest"');
    expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
  });

  test("has a manifest that names the shop and nobody", async () => {
    const member = await memberWith(1n);
    const { headers, html } = await open("manifest", null);
    expect(headers.get("content-type")).toContain("application/manifest+json");
    expect(JSON.parse(html)).toMatchObject({
      start_url: "/apps/perennial/card",
      scope: "/apps/perennial/",
      display: "standalone",
      icons: [{ src: "/apps/perennial/icon", type: "image/svg+xml" }, {}],
    });
    expect((await open("manifest", member)).html).toBe(html);
    expect((await open("icon", null)).headers.get("content-type")).toBe("image/svg+xml");
  });
});
