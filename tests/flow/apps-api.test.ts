import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { appsApiDoor } from "../../app/apps-api.server.ts";
import type { ApiDoor } from "../../app/api.server.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { MINUTE } from "../../app/loyalty/time.ts";
import { listAccess, makeAccessKey, withdrawAccessKey } from "../../app/use-cases/apps/access-keys.ts";
import { listFeedback, readFeedbackQuery } from "../../app/use-cases/feedback/list-feedback.ts";
import { eraseMember } from "../../app/use-cases/person/erase-member.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { FIRST_SETTINGS } from "../../app/use-cases/settings/shop-settings.ts";
import { saveSettings } from "../../app/use-cases/settings/save-settings.ts";
import { deliver } from "../support/deliver.ts";
import { customer, merge, order } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const OWNER = { staff: "42", role: "owner" } as const;
const ANNA = { id: 9_101, firstName: "Anna", lastName: "Keller", email: "Anna.Keller@Example.com" };
const BERT = { id: 9_102, firstName: "Bert", lastName: "Ohm", email: "bert@example.com" };
const TWIN = { id: 9_103, firstName: "Bert", lastName: "Twin", email: "bert@example.com" };
const hashOf = (address: string) => createHash("sha256").update(address).digest("hex");
const RULES = [
  { id: "reviewed", on: "activity:review", bonus: 20, limit: { times: 2, per: "day" } },
  { id: "purchase", on: "order", rate: { points: 1, per: "1.00" } },
];

let app: TestPerennial;
let door: ApiDoor;
let shop: ShopRow;
let key: string;
let keys = 0;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON;
  door = appsApiDoor(app.services);
  shop = await app.install(`apps-${++shops}.myshopify.com`, programme({ earning: { rules: RULES } }));
  for (const one of [ANNA, BERT, TWIN]) await told("customers/create", customer(one));
  key = await makeKey();
});

async function told(topic: string, payload: unknown): Promise<void> {
  await deliver(app.door, { shop: shop.domain, topic, payload });
  await app.settle(shop.domain);
}

async function makeKey(wanted: { name?: string; may?: ("reviews" | "activities")[] } = {}): Promise<string> {
  const id = `key-of-test-${++keys}`;
  const made = await makeAccessKey(app.services, shop, {
    ...{ id, name: "Stars", may: ["reviews", "activities"], by: OWNER },
    ...wanted,
  });
  if (made.outcome !== "made") throw new Error(made.outcome);
  return made.key;
}

async function tell(
  what: "reviews" | "activities",
  body: unknown,
  { by = key, method = "POST" }: { by?: string; method?: string } = {},
): Promise<{ status: number; outcome: string; points?: string; fields?: { field: string }[] }> {
  const response = await door(
    new Request(`https://perennial.example/api/v1/${what}`, {
      method,
      headers: { authorization: `Bearer ${by}`, "content-type": "application/json" },
      ...(method === "GET" ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    }),
  );
  return { status: response.status, ...((await response.json()) as { outcome: string }) };
}

const inbox = async () =>
  (await listFeedback(app.services, shop, readFeedbackQuery(new URLSearchParams("state=all")))).rows;

async function pointsOf(memberId: number): Promise<bigint> {
  const [row] = await app.db.sql.query<{ available: bigint }>(
    `SELECT coalesce(sum(remaining), 0)::bigint AS available FROM lot WHERE shop_id = $1 AND member_id = $2`,
    [shop.id, memberId],
  );
  return row?.available ?? 0n;
}

const showLog = () =>
  app.db.sql.query<{ staff: string; action: string; detail: object }>(
    `SELECT staff, action, detail FROM staff_action WHERE shop_id = $1`,
    [shop.id],
  );

const REVIEW = {
  id: "r1",
  text: "The lid does not close.",
  stars: 5,
  product: "gid://shopify/Product/77",
  language: "en",
};

test("a review comes into the inbox once for each id of the app, and its stars say the mood", async () => {
  const by = { customer: `gid://shopify/Customer/${ANNA.id}` };
  expect(await tell("reviews", { ...REVIEW, ...by })).toMatchObject({ status: 201, outcome: "received" });
  expect(await tell("reviews", { ...REVIEW, ...by })).toMatchObject({
    status: 200,
    outcome: "known-already",
  });
  expect(await tell("reviews", { ...REVIEW, ...by, text: "Another text" })).toMatchObject({
    status: 409,
    outcome: "conflict",
  });
  expect(
    await tell("reviews", {
      id: "r2",
      text: "Loved it",
      stars: 1,
      email_sha256: hashOf("anna.keller@example.com"),
    }),
  ).toMatchObject({ status: 201 });
  expect(await tell("reviews", { id: "r3", text: "Of a guest: the box was broken" })).toMatchObject({
    status: 201,
  });
  const rows = Object.fromEntries((await inbox()).map((row) => [row.text, row]));
  expect(Object.keys(rows)).toHaveLength(3);
  expect(rows[REVIEW.text]).toMatchObject({
    source: "app",
    memberId: "9101",
    label: "positive",
    stars: 5,
    productId: "77",
    state: "open",
  });
  expect(rows["Loved it"]).toMatchObject({ memberId: "9101", label: "negative", productId: null });
  expect(rows["Of a guest: the box was broken"]).toMatchObject({
    memberId: null,
    stars: null,
    label: "negative",
  });
});

test("a review told again is the same only with the same stars, product and customer, whatever was taken out of it", async () => {
  const again = (changes: object) => tell("reviews", { ...review, ...changes });
  const review = { ...REVIEW, customer: BERT.id, text: "Anna Keller was rude \ud800\u0000 today" };
  expect(await again({})).toMatchObject({ outcome: "received" });
  expect(await again({})).toMatchObject({ status: 200, outcome: "known-already" });
  for (const change of [{ stars: 1 }, { product: 78 }, { customer: ANNA.id }, { customer: undefined }])
    expect(await again(change)).toMatchObject({ status: 409, outcome: "conflict" });
  await told("customers/merge", merge(BERT.id, TWIN.id));
  await eraseMember(app.services, shop, { memberId: String(ANNA.id), typed: "Anna Keller", by: OWNER });
  expect(await again({})).toMatchObject({ outcome: "known-already" });
  expect(await again({ text: "Anna Keller was kind" })).toMatchObject({ outcome: "conflict" });
  expect((await inbox()).map(({ text }) => text)).toEqual(["[…] was rude \ufffd today"]);
  expect(await tell("reviews", { id: "empty", text: "\u0000" })).toMatchObject({
    status: 422,
    fields: [{ field: "text" }],
  });
});

test("an activity earns by the programme's rule exactly once for each id, also told at once and with a new key", async () => {
  const done = { id: "a1", activity: "review", customer: ANNA.id };
  const answers = await Promise.all([1, 2, 3, 4].map(() => tell("activities", done)));
  expect(answers.map(({ outcome }) => outcome).sort()).toEqual([
    "earned",
    "known-already",
    "known-already",
    "known-already",
  ]);
  expect(answers.map(({ points }) => points)).toEqual(["20", "20", "20", "20"]);
  expect(await pointsOf(ANNA.id)).toBe(20n);
  expect(await tell("activities", done, { by: await makeKey() })).toMatchObject({ outcome: "known-already" });
  expect(await tell("activities", { ...done, customer: BERT.id })).toMatchObject({
    status: 409,
    outcome: "conflict",
  });
  // Another app counts by itself.
  expect(await tell("activities", done, { by: await makeKey({ name: "Quiz" }) })).toMatchObject({
    status: 201,
    points: "20",
  });
  expect(await tell("activities", { ...done, id: "a2" })).toMatchObject({ status: 201, points: "0" });
  expect(await pointsOf(ANNA.id)).toBe(40n);
  expect(await tell("activities", { ...done, id: "a3", activity: "newsletter" })).toMatchObject({
    status: 409,
    outcome: "no-rule",
  });
});

test("who is blocked, erased, or nobody here earns nothing, and what was refused can be told again", async () => {
  const done = { id: "b1", activity: "review", customer: String(BERT.id) };
  const shut = (kind: "block" | "unblock") =>
    handleEvent(app.services, shop, {
      event: { kind, customerId: String(BERT.id) },
      ...{ actor: "42", eventId: `${kind} ${shop.id}` },
    });
  await shut("block");
  expect(await tell("activities", done)).toMatchObject({ status: 409, outcome: "out" });
  expect(await pointsOf(BERT.id)).toBe(0n);
  await shut("unblock");
  expect(await tell("activities", done)).toMatchObject({ status: 201, points: "20" });
  expect(await tell("activities", { ...done, id: "b2", customer: 123456 })).toMatchObject({
    status: 404,
    outcome: "nobody",
  });
  const several = { id: "b3", activity: "review", email_sha256: hashOf("bert@example.com") };
  expect(await tell("activities", several)).toMatchObject({ status: 404, outcome: "nobody" });
  await eraseMember(app.services, shop, { memberId: String(ANNA.id), typed: "Anna Keller", by: OWNER });
  expect(await tell("activities", { ...done, id: "b4", customer: ANNA.id })).toMatchObject({
    outcome: "nobody",
  });
  expect(await tell("reviews", { ...REVIEW, id: "b5", customer: ANNA.id })).toMatchObject({
    outcome: "nobody",
  });
  expect(
    await tell("reviews", { ...REVIEW, id: "b6", email_sha256: hashOf("anna.keller@example.com") }),
  ).toMatchObject({ outcome: "nobody" });
  expect(await inbox()).toEqual([]);
  await told("customers/merge", merge(BERT.id, TWIN.id));
  expect(await tell("activities", { ...several, id: "b7" })).toMatchObject({ status: 201 });
});

test("a key opens its own shop for what it was made for, until it is withdrawn", async () => {
  const here = shop;
  const onlyReviews = await makeKey({ may: ["reviews"] });
  expect(
    await tell("activities", { id: "c", activity: "review", customer: ANNA.id }, { by: onlyReviews }),
  ).toMatchObject({ status: 403 });
  shop = await app.install(`apps-${++shops}.myshopify.com`, programme({ earning: { rules: RULES } }));
  const elsewhere = await makeKey();
  expect(await tell("reviews", { ...REVIEW, customer: ANNA.id }, { by: elsewhere })).toMatchObject({
    outcome: "nobody",
  });
  shop = here;
  for (const by of ["", "perennial_", `perennial_${"A".repeat(43)}`, `${key}x`, key.slice(0, -1)])
    expect(await tell("reviews", REVIEW, { by }), by).toMatchObject({ status: 401, outcome: "no-key" });
  expect(await tell("reviews", REVIEW, { method: "GET" })).toMatchObject({ status: 405 });
  const { keys: listed } = await listAccess(app.services, shop);
  expect(JSON.stringify(await app.db.sql.query(`SELECT * FROM access_key`))).not.toContain(key.slice(10));
  for (const { id } of listed) await withdrawAccessKey(app.services, shop, { id, by: OWNER });
  expect(await tell("reviews", REVIEW)).toMatchObject({ status: 401, outcome: "no-key" });
  expect(await inbox()).toEqual([]);
  const made = { id: "sent-twice-1", name: "Twice", may: ["reviews" as const], by: OWNER };
  expect(await makeAccessKey(app.services, shop, made)).toMatchObject({ outcome: "made" });
  expect(await makeAccessKey(app.services, shop, made)).toEqual({ outcome: "made-before" });
});

test("a key ends with the installation that it was made in, also where word of that comes late", async () => {
  const uninstalled = (at: number) =>
    deliver(app.door, {
      ...{ shop: shop.domain, topic: "app/uninstalled", payload: { id: shop.id } },
      triggeredAt: new Date(at).toISOString(),
    });
  await uninstalled(NOON + MINUTE);
  await app.settleIfThere(shop.domain);
  expect(await tell("reviews", REVIEW)).toMatchObject({ status: 401 });
  app.clock.now = NOON + 5 * MINUTE;
  await app.install(shop.domain);
  expect(await tell("reviews", REVIEW)).toMatchObject({ status: 401, outcome: "no-key" });
  const [second, log] = [await makeKey(), await showLog()];
  expect(log.filter(({ action }) => action === "access-key.withdrawn")).toMatchObject([
    { staff: shop.domain, detail: { name: "Stars" } },
  ]);
  app.clock.now = NOON + 7 * MINUTE;
  await app.install(shop.domain);
  const third = await makeKey();
  await uninstalled(NOON + 6 * MINUTE);
  await app.settle(shop.domain);
  expect(await tell("reviews", REVIEW, { by: second })).toMatchObject({ status: 401 });
  expect(await tell("reviews", REVIEW, { by: third })).toMatchObject({ status: 201 });
});

test("what cannot be meant is said field by field, and more than a review can be is not read", async () => {
  const faulty = await tell("reviews", {
    ...REVIEW,
    stars: 6,
    product: "x",
    email: "anna@example.com",
    text: " ",
  });
  expect(faulty.status).toBe(422);
  expect(faulty.fields?.map(({ field }) => field)).toEqual(
    expect.arrayContaining(["stars", "product", "text"]),
  );
  expect(await tell("activities", { id: "d", activity: "review" })).toMatchObject({
    status: 422,
    fields: [{ field: "customer" }],
  });
  expect(await tell("activities", { id: "d", activity: "a b", customer: 1 })).toMatchObject({
    status: 422,
    fields: [{ field: "activity" }],
  });
  expect(await tell("reviews", "[1, 2")).toMatchObject({ status: 400, outcome: "unreadable" });
  expect(await tell("reviews", "[]")).toMatchObject({ status: 422 });
  expect(await tell("reviews", { ...REVIEW, text: "x".repeat(40_000) })).toMatchObject({ status: 413 });
  const last = await Promise.all(Array.from({ length: 240 }, () => tell("reviews", "{}")));
  expect(last.some(({ status }) => status === 429)).toBe(true);
  expect(await inbox()).toEqual([]);
});

test("what customers write with an order is read where the shop wants it, and only unhappy words wait for an answer", async () => {
  const place = (id: number, note: string, more: object = {}) =>
    told("orders/create", { ...order({ id, customer: ANNA, total: "60.00" }), note, ...more });
  await place(1, "The last mug broke. Terrible quality!");
  expect(await inbox()).toEqual([]);
  const change = { ...FIRST_SETTINGS, orderNotes: true };
  await saveSettings(app.services, shop, { change, revision: 0, by: OWNER, action: "settings.saved" });
  await place(2, "The last mug broke. Terrible quality!");
  await place(2, "The last mug broke. Terrible quality!");
  await place(3, "Please leave it with the neighbours.");
  await place(4, "VIP, call before delivery. Terrible.", { source_name: "pos" });
  await told("orders/updated", {
    ...order({ id: 5, customer: ANNA, total: "60.00" }),
    note: "Terrible: refused the parcel",
  });
  const rows = (await inbox()).map(({ text, source, state, orderId, memberId }) => ({
    text,
    source,
    state,
    orderId,
    memberId,
  }));
  const common = { source: "order", memberId: "9101" };
  expect(rows).toHaveLength(2);
  expect(rows).toEqual(
    expect.arrayContaining([
      { ...common, text: "The last mug broke. Terrible quality!", state: "open", orderId: "2" },
      { ...common, text: "Please leave it with the neighbours.", state: "closed", orderId: "3" },
    ]),
  );
  const [kept] = await app.db.sql.query<{ count: bigint }>(
    `SELECT count(*) AS count FROM delivery WHERE event::text LIKE '%mug%'`,
  );
  expect(kept?.count).toBe(0n);
});
