import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { adminApiDoor } from "../../app/admin-api.server.ts";
import type { ApiDoor } from "../../app/api.server.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import type { StaffProfile } from "../../app/use-cases/staff/recognise-staff.ts";
import { HOUR } from "../../app/loyalty/time.ts";
import { deliver } from "../support/deliver.ts";
import { customer, order } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";
import { asked, sessionToken } from "../support/session-token.ts";

const [OWNER, READER] = ["900", "901"] as const;
const CUSTOMER = "gid://shopify/Customer/7001";

let app: TestPerennial;
let shop: ShopRow;
let door: ApiDoor;
let shops = 0;

/** Shopify says who somebody is: one is the owner of the account, everybody else nobody in particular. */
async function askWho(request: Request): Promise<StaffProfile> {
  const [, claims = ""] = (request.headers.get("authorization") ?? "").split(".");
  const { sub } = JSON.parse(Buffer.from(claims, "base64url").toString()) as { sub: string };
  return { name: `Staff ${sub}`, accountOwner: sub === OWNER, locale: null };
}

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON;
  shop = await app.install(`admin-ext-${++shops}.myshopify.com`, programme());
  // Whoever comes within the first hour has installed the app, and may do more than others.
  app.clock.now += 2 * HOUR;
  door = adminApiDoor({ ...app.shopify, askWho }, app.services);
  for (const [topic, payload] of [
    ["customers/create", customer(7001)],
    ["orders/paid", order({ id: 1, customer: 7001, total: "24.00" })],
    ["orders/paid", order({ id: 2, customer: 7001, total: "9.00", status: "pending" })],
  ] as const)
    await deliver(app.door, { shop: shop.domain, topic, payload });
  await app.settle(shop.domain);
});

const tokenOf = (sub: string) =>
  sessionToken(
    { shop: shop.domain, apiKey: app.shopify.apiKey },
    { sub, iss: `https://${shop.domain}/admin` },
  );

async function ask(path: string, sub: string = OWNER, json?: unknown) {
  const response = await door(asked(`admin/${path}`, tokenOf(sub), json));
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? null : (JSON.parse(text) as object),
  };
}

const adjustment = (changes: object = {}) => {
  return { customer: CUSTOMER, points: "-4", reason: "Late parcel", key: "form-0001", ...changes };
};

test("a customer's page is told what they have, and what happened last in the language asked for", async () => {
  const { status, headers, body } = await ask(`member?customer=${CUSTOMER}&locale=de`);
  expect(status).toBe(200);
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect(body).toMatchObject({
    member: { id: "7001", available: "24", blocked: false },
    may: { adjust: true },
  });
  expect(JSON.stringify(body)).toContain("Bestellung #1");
});

test("an order's page is told why it earned what it did, and why nothing", async () => {
  expect((await ask("order?order=gid://shopify/Order/1")).body).toMatchObject({
    order: { points: "24", because: [{ text: expect.stringContaining("= 24") as string }] },
  });
  expect((await ask("order?order=2")).body).toMatchObject({
    order: { points: "0", because: [], whyNot: expect.stringContaining("not paid yet") as string },
  });
  expect((await ask("order?order=99")).body).toEqual({ order: null });
});

test("points are adjusted once however often the form is sent, and refused to who may only read", async () => {
  expect((await ask("adjust", READER, adjustment())).status).toBe(403);
  const both = await Promise.all([ask("adjust", OWNER, adjustment()), ask("adjust", OWNER, adjustment())]);
  const outcomes = both.map(({ body }) => (body as { outcome: string }).outcome);
  expect(outcomes.sort()).toEqual(["adjusted", "repeated"]);
  expect((await ask(`member?customer=${CUSTOMER}`, READER)).body).toMatchObject({
    member: { available: "20" },
    may: { adjust: false },
  });
});

test.each([
  [{ points: "many" }, { outcome: "faults", faults: ["points"] }],
  [
    { points: "5", reason: " " },
    { outcome: "faults", faults: ["reason"] },
  ],
  [{ customer: "4711", key: "form-0002" }, { outcome: "unknown-member" }],
])("what is typed wrong is told, and nothing moves: %o", async (changes, body) => {
  expect((await ask("adjust", OWNER, adjustment(changes))).body).toEqual(body);
  expect((await ask(`member?customer=${CUSTOMER}`)).body).toMatchObject({ member: { available: "24" } });
});

test("nobody but staff of the shop is let in", async () => {
  expect((await ask("member?customer=7001", CUSTOMER)).status).toBe(403);
  expect((await door(asked("admin/member?customer=7001", "no.token.atall"))).status).toBe(401);
  const foreign = sessionToken({ shop: shop.domain, apiKey: "another app" }, { sub: OWNER });
  expect((await door(asked("admin/member?customer=7001", foreign))).status).toBe(401);
  expect((await ask("member?customer=1%20OR%201")).status).toBe(422);
  expect((await ask("nothing")).status).toBe(404);
});
