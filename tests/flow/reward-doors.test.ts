import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { apiDoor, type ApiDoor } from "../../app/api.server.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { HOUR } from "../../app/loyalty/time.ts";
import { proxyDoor, type ProxyDoor } from "../../app/proxy.server.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { deliver } from "../support/deliver.ts";
import { customer } from "../support/payloads.ts";
import {
  figuresOf,
  NOON,
  programme,
  startPerennialInTest,
  type TestPerennial,
} from "../support/perennial.ts";
import { proxied, type Proxied } from "../support/proxied.ts";
import { asked, sessionToken } from "../support/session-token.ts";

let app: TestPerennial;
let shop: ShopRow;
let door: ProxyDoor;
let api: ApiDoor;
let shops = 0;
let customers = 72_000_000_000;

const REWARDS = [
  { id: "five-off", kind: "amount", cost: 500, value: "5.00" },
  { id: "any-credit", kind: "store-credit", costPer: 100, value: "20.00" },
  { id: "tour", kind: "custom", cost: 200, instructions: "<b>Call</b>" },
  { id: "card", kind: "gift-card", cost: 300, value: "3.00" },
];
const NAMES = { de: { rewards: { tour: "Führung durch die Rösterei" } } };

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());

beforeEach(async () => {
  app.clock.now = NOON;
  app.store.rewards.mishaps = [];
  shop = await app.install(`doors-${++shops}.myshopify.com`, programme({ rewards: REWARDS, texts: NAMES }));
  door = proxyDoor(app.shopify, app.services);
  api = apiDoor(app.shopify, app.services);
});

async function memberWith(points: bigint): Promise<string> {
  const id = String(++customers);
  await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer(id) });
  await app.settle(shop.domain);
  const key = `points-${id}`;
  await adjustPoints(app.services, shop, {
    memberId: id,
    points,
    reason: "Test",
    key,
    actor: "1",
    role: "owner",
  });
  return id;
}

/** What a page of the shop sends, and what it is answered. */
async function send(told: Omit<Proxied, "shop">) {
  const response = await door(proxied({ shop: shop.domain, ...told }));
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

async function tokenOf(member: string): Promise<string> {
  const { body } = await send({ path: "rewards", customer: member });
  return body.token as string;
}

async function redeem(member: string, changes: Record<string, unknown> = {}, more: Partial<Proxied> = {}) {
  const json = { reward: "five-off", key: "wish-of-a-page", token: await tokenOf(member), ...changes };
  return send({ path: "redeem", customer: member, json, ...more });
}

const figures = (member: string) => figuresOf(app, shop.domain, member);

describe("a page of the shop", () => {
  test("learns what points are good for, and what is missing, in the language it asks in", async () => {
    const member = await memberWith(320n);
    const { body, headers } = await send({ path: "rewards", customer: member, query: { locale: "de" } });
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(body).toMatchObject({
      member: { available: 320 },
      rewards: [
        { id: "five-off", reachable: false, missing: 180, text: "Dafür fehlen dir noch 180 Punkte." },
        { id: "any-credit", reachable: true, text: null },
        { id: "tour", reachable: true },
        { id: "card", reachable: true },
      ],
    });
    const french = { "Accept-Language": "nl, fr-CA;q=0.9, en;q=0.5" };
    const other = await send({ path: "rewards", customer: member, headers: french });
    expect(other.body.rewards).toMatchObject([{ text: "Il vous manque 180 points." }, {}, {}, {}]);
  });

  test("calls a reward by the merchant's own name where the shopper's language has one", async () => {
    const member = await memberWith(320n);
    const titled = async (path: string, locale: string) => {
      const { body } = await send({ path, customer: member, query: { locale } });
      return ((body.rewards ?? body.redemptions) as { title: string }[]).map(({ title }) => title);
    };
    expect((await titled("rewards", "de"))[2]).toBe("Führung durch die Rösterei");
    expect((await titled("rewards", "en"))[2]).not.toBe("Führung durch die Rösterei");
    const { body } = await redeem(member, { reward: "tour" }, { query: { locale: "de" } });
    expect(body).toMatchObject({ redemption: { title: "Führung durch die Rösterei" } });
    expect(await titled("redemptions", "de")).toEqual(["Führung durch die Rösterei"]);
  });

  test("redeems: the answer holds the code, and says in words what to do with it", async () => {
    const member = await memberWith(500n);
    const { status, body } = await redeem(member);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      outcome: "held",
      redemption: { state: "ready", title: "£5.00 off your order" },
    });
    const { code } = body.redemption as { code: string };
    expect(body.text).toContain(`Enter ${code} at checkout.`);
    expect(app.store.rewards.discountWith(code)?.customers).toEqual([member]);
    expect((await redeem(member)).body, "the same request").toEqual(body);
    expect(await figures(member)).toMatchObject({ available: 0n, held: 500n });
  });

  test("is told that a code is still being made", async () => {
    const member = await memberWith(500n);
    app.store.rewards.mishaps = ["silent"];
    expect((await redeem(member)).body).toMatchObject({
      outcome: "held",
      text: "Your points are set aside and your reward is being made. It will appear here in a moment.",
    });
  });

  test("reads why not", async () => {
    const member = await memberWith(450n);
    expect(await redeem(member)).toMatchObject({
      status: 409,
      body: { outcome: "refused", because: "short", missing: 50, text: "You need 50 points more for this." },
    });
    app.store.rewards.mishaps = [{ refuses: "no" }];
    const refused = await redeem(member, { reward: "any-credit", units: "2", key: "credit-please" });
    expect(refused).toMatchObject({ status: 409, body: { because: "not-made" } });
    expect(refused.body.text).toBe("The shop could not make this reward. Your points are back.");
  });

  test("lists and gives back", async () => {
    const member = await memberWith(500n);
    const { redemption } = (await redeem(member)).body as { redemption: { id: string } };
    const { body } = await send({ path: "redemptions", customer: member });
    expect(body.redemptions).toMatchObject([{ id: redemption.id, state: "ready", canCancel: true }]);
    const json = { redemption: redemption.id, token: body.token };
    expect(await send({ path: "cancel", customer: member, json })).toMatchObject({
      status: 200,
      body: { outcome: "cancelled" },
    });
    expect(await figures(member)).toMatchObject({ available: 500n, held: 0n });
  });

  test("tells of what it holds and of nothing else", async () => {
    const member = await memberWith(500n);
    const { redemption } = (await redeem(member)).body as { redemption: object };
    expect(Object.keys(redemption).sort()).toEqual(
      [
        "canCancel",
        "code",
        "currency",
        "endsAt",
        "heldAt",
        "id",
        "kind",
        "minimum",
        "points",
        "reward",
        "state",
      ].concat(["text", "title", "value"]),
    );
  });
});

describe("whose request it is", () => {
  test("is said by the store's signature alone", async () => {
    const [rich, poor] = [await memberWith(500n), await memberWith(0n + 1n)];
    const forged = { customer: rich, token: await tokenOf(poor) };
    const { status } = await redeem(poor, forged);
    expect(status).toBe(409);
    expect(await figures(rich)).toMatchObject({ available: 500n });
    expect((await redeem(poor, { logged_in_customer_id: rich })).status, "an unknown word").toBe(422);
  });

  test("a guest is asked to sign in", async () => {
    expect(await send({ path: "redeem", json: { reward: "five-off", key: "wish-of-a-page" } })).toMatchObject(
      {
        status: 401,
        body: { text: "Sign in to use your points." },
      },
    );
    expect((await send({ path: "rewards" })).body).toMatchObject({ member: null, token: null });
    expect((await send({ path: "redemptions" })).status).toBe(401);
  });

  test("another member can neither see nor cancel it", async () => {
    const [owner, other] = [await memberWith(500n), await memberWith(500n)];
    const { redemption } = (await redeem(owner)).body as { redemption: { id: string } };
    const json = { redemption: redemption.id, token: await tokenOf(other) };
    expect((await send({ path: "cancel", customer: other, json })).status).toBe(404);
    expect((await send({ path: "redemptions", customer: other })).body.redemptions).toEqual([]);
  });

  test.each(["", "token-of-nobody", "1zzzzzz.".padEnd(51, "A")])(
    "a form of another site (%j) is refused",
    async (token) => {
      const member = await memberWith(500n);
      expect((await redeem(member, { token })).status).toBe(403);
      expect(await figures(member)).toMatchObject({ available: 500n, held: 0n });
    },
  );

  test("a token is one member's, for two hours", async () => {
    const [member, other] = [await memberWith(500n), await memberWith(500n)];
    expect((await redeem(member, { token: await tokenOf(other) })).status).toBe(403);
    const token = await tokenOf(member);
    app.clock.now += 2 * HOUR;
    expect((await redeem(member, { token })).status).toBe(403);
    expect((await redeem(member, {}, { headers: { "Sec-Fetch-Site": "cross-site" } })).status).toBe(403);
    expect((await redeem(member)).status).toBe(200);
  });
});

describe("what is not a wish", () => {
  test.each([
    [{ units: 1.5 }],
    [{ units: "-1" }],
    [{ units: "0" }],
    [{ key: "short" }],
    [{ reward: "" }],
    [{ points: 1 }],
    [{ reward: { id: "five-off" } }],
  ])("is refused: %j", async (changes) => {
    const member = await memberWith(500n);
    expect((await redeem(member, changes)).status).toBe(422);
    expect(await figures(member)).toMatchObject({ available: 500n, held: 0n });
  });

  test("is another body under the same key", async () => {
    const member = await memberWith(1000n);
    await redeem(member);
    expect(await redeem(member, { reward: "tour" })).toMatchObject({
      status: 422,
      body: { outcome: "key-reused" },
    });
    expect(await figures(member)).toMatchObject({ available: 500n });
  });

  test("is a body of megabytes, or of another type", async () => {
    const member = await memberWith(500n);
    expect((await redeem(member, { reward: "x".repeat(20_000) })).status).toBe(422);
    const headers = { "Content-Type": "text/plain" };
    expect((await redeem(member, {}, { headers })).status).toBe(422);
  });
});

test("more than ten wishes a minute are put off, each member by themselves", async () => {
  const [member, other] = [await memberWith(5n), await memberWith(5n)];
  const token = await tokenOf(member);
  const asked = Array.from({ length: 12 }, (_, n) => redeem(member, { token, key: `wish-number-${n}` }));
  const answers = await Promise.all(asked);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(10);
  const [late] = answers.filter(({ status }) => status === 429);
  expect(Number(late?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await redeem(other)).status).toBe(409);
});

describe("without scripts", () => {
  const page = { Accept: "text/html,application/xhtml+xml" };

  test("a page asks once more, and its form leads on to one that says what came of it", async () => {
    const member = await memberWith(700n);
    const asked = await door(
      proxied({
        shop: shop.domain,
        customer: member,
        path: "redeem",
        query: { reward: "five-off" },
        headers: page,
      }),
    );
    expect(asked.headers.get("content-type")).toContain("application/liquid");
    const html = await asked.text();
    expect(html).toContain("£5.00 off your order for 500 points.");
    const form = Object.fromEntries(
      [...html.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
    );
    const sent = await door(proxied({ shop: shop.domain, customer: member, path: "redeem", form }));
    expect(sent.status).toBe(303);
    expect(sent.headers.get("location")).toBe("/apps/perennial/redemptions?said=held");
    const list = await door(
      proxied({ shop: shop.domain, customer: member, path: "redemptions", headers: page }),
    );
    expect(await list.text()).toMatch(/Enter [A-Z2-9-]{17} at checkout/);
  });

  test.each([
    ["/pages/rewards?view=x", "/pages/rewards?view=x&perennial=short&missing=499"],
    ["//elsewhere.example", "/apps/perennial/redemptions?said=short&missing=499"],
    ["https://elsewhere.example/", "/apps/perennial/redemptions?said=short&missing=499"],
    ["/\\elsewhere.example", "/apps/perennial/redemptions?said=short&missing=499"],
    ["/.//elsewhere.example", "/apps/perennial/redemptions?said=short&missing=499"],
  ])("a form leads back to the shop's own pages only: %s", async (returnTo, location) => {
    const member = await memberWith(1n);
    const form = {
      reward: "five-off",
      key: "wish-of-a-form",
      token: await tokenOf(member),
      return_to: returnTo,
    };
    const sent = await door(proxied({ shop: shop.domain, customer: member, path: "redeem", form }));
    expect(sent.headers.get("location")).toBe(location);
  });

  test("nothing that somebody wrote becomes markup or Liquid", async () => {
    const member = await memberWith(500n);
    const query = { reward: "five-off", return_to: `/{{ shop.secret }}{% assign x = 1 %}"><script>` };
    const asked = await door(
      proxied({ shop: shop.domain, customer: member, path: "redeem", query, headers: page }),
    );
    const html = await asked.text();
    expect(html).toContain("shop.secret");
    expect(html.replace(/<style>.*<\/style>/s, "")).not.toMatch(/[{}]|<script/);
    expect(html).not.toMatch(/\{[{%]/);
  });
});

describe("an extension", () => {
  const tokenWith = (...claims: [Record<string, unknown>?, { alg?: string; secret?: string }?]) =>
    sessionToken({ shop: shop.domain, apiKey: app.shopify.apiKey }, ...claims);

  async function ask(path: string, token: string | null, json?: unknown, headers = {}) {
    const response = await api(asked(path, token, json, headers));
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === "" ? null : JSON.parse(text),
    };
  }

  const gid = (id: string) => `gid://shopify/Customer/${id}`;

  test("of a signed-in customer redeems, lists and cancels as the shop's pages do", async () => {
    const member = await memberWith(500n);
    const token = tokenWith({ sub: gid(member) });
    expect((await ask("rewards", token)).body).toMatchObject({ member: { available: 500 } });
    const redeemed = await ask("redeem", token, { reward: "five-off", key: "from-an-extension" });
    expect(redeemed).toMatchObject({
      status: 200,
      body: { outcome: "held", redemption: { state: "ready" } },
    });
    expect(redeemed.headers.get("access-control-allow-origin")).toBe("*");
    const { id } = redeemed.body.redemption;
    expect((await ask("redemptions", token)).body.redemptions).toMatchObject([{ id }]);
    expect((await ask("cancel", token, { redemption: id })).body).toMatchObject({ outcome: "cancelled" });
    expect(await figures(member)).toMatchObject({ available: 500n, held: 0n });
  });

  test("of staff at the till acts for the customer it names, in the staff member's name", async () => {
    const member = await memberWith(500n);
    const token = tokenWith({ sub: "42", iss: `https://${shop.domain}/admin` });
    const wish = { reward: "five-off", key: "from-the-till", customer: gid(member) };
    expect((await ask("redeem", token, wish)).status).toBe(200);
    const [entry] = await app.db.sql.query<{ actor: string }>(
      `SELECT actor FROM ledger_transaction WHERE shop_id = $1 AND kind = 'hold' AND member_id = $2`,
      [shop.id, member],
    );
    expect(entry?.actor).toBe("42");
  });

  test("of staff at the till never reads the code of a customer's gift card, which is as good as money", async () => {
    const member = await memberWith(600n);
    const [till, own] = [tokenWith({ sub: "42" }), tokenWith({ sub: gid(member) })];
    const wish = { reward: "card", key: "from-the-till", customer: gid(member) };
    const sold = (await ask("redeem", till, wish)).body.redemption;
    expect(sold).toMatchObject({ state: "granted", code: null });
    await ask("redeem", own, { reward: "card", key: "from-an-extension" });
    const codesFor = async (token: string, path: string) =>
      ((await ask(path, token)).body.redemptions as { code: string | null }[]).map(({ code }) => code);
    expect(await codesFor(till, `redemptions?customer=${member}`)).toEqual([null, null]);
    const codes = await codesFor(own, "redemptions");
    const cards = app.store.rewards.giftCards.filter((card) => card.customer === member);
    expect(codes.sort()).toEqual(cards.map(({ code }) => code).sort());
  });

  test("of staff at the till makes no member of a customer id that was mistyped", async () => {
    await memberWith(1n);
    const token = tokenWith({ sub: "42" });
    const members = () => app.db.sql.query(`SELECT id FROM member WHERE shop_id = $1`, [shop.id]);
    const known = await members();
    for (const customer of ["999", gid("999")]) {
      const wish = { reward: "five-off", key: "from-the-till", customer };
      expect((await ask("redeem", token, wish)).status).toBe(404);
      expect((await ask(`rewards?customer=${encodeURIComponent(customer)}`, token)).status).toBe(404);
    }
    for (const customer of ["0", "007", gid("0")])
      expect(
        (await ask("redeem", token, { reward: "five-off", key: "from-the-till", customer })).status,
      ).toBe(401);
    expect(await members()).toEqual(known);
  });

  test("of a customer never acts for another, and one without is a guest", async () => {
    const [member, other] = [await memberWith(500n), await memberWith(500n)];
    const wish = { reward: "five-off", key: "for-somebody", customer: gid(other) };
    await ask("redeem", tokenWith({ sub: gid(member) }), wish);
    expect(await figures(other)).toMatchObject({ available: 500n });
    expect((await ask("redeem", tokenWith(), wish)).status).toBe(401);
  });

  test.each<[string, () => string | null]>([
    ["no token", () => null],
    ["of no algorithm", () => tokenWith({}, { alg: "none" })],
    ["of another algorithm", () => tokenWith({}, { alg: "HS384" })],
    ["signed by another", () => tokenWith({}, { secret: "another" })],
    ["for another app", () => tokenWith({ aud: "another" })],
    ["of another issuer", () => tokenWith({ iss: "https://another.myshopify.com/admin" })],
    ["for no shop", () => tokenWith({ dest: "https://elsewhere.example" })],
    ["that ended 11 seconds ago", () => tokenWith({ exp: Math.floor(Date.now() / 1000) - 11 })],
    ["that has not begun", () => tokenWith({ nbf: Math.floor(Date.now() / 1000) + 60 })],
    ["of 10 kB", () => "x".repeat(10_000)],
  ])("is turned away with a token %s", async (_, token) => {
    expect((await ask("rewards", token())).status).toBe(401);
  });

  test("may ask from any origin, as Shopify's workers do", async () => {
    const preflight = new Request("http://localhost/api/redeem", {
      method: "OPTIONS",
      headers: { Origin: "null" },
    });
    const { status, headers } = await api(preflight);
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-headers")).toContain("Authorization");
    expect((await ask("rewards", null)).headers.get("access-control-allow-origin")).toBe("*");
  });
});
