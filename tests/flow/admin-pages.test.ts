import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { retryDeliveries } from "../../app/use-cases/retry-deliveries.ts";
import { adjustPoints, readAdjustment } from "../../app/use-cases/adjust-points.ts";
import { downloadDataRequest } from "../../app/use-cases/download-data-request.ts";
import { listDeliveries, readDeliveryQuery } from "../../app/use-cases/list-deliveries.ts";
import { listMembers, readMemberListQuery, type MembersView } from "../../app/use-cases/list-members.ts";
import { showPrivacy } from "../../app/use-cases/settings/show-privacy.ts";
import { showTimeline } from "../../app/use-cases/person/show-timeline.ts";
import { readTimelineQuery } from "../../app/use-cases/person/timeline-place.ts";
import { showDelivery } from "../../app/use-cases/show-delivery.ts";
import { showHome } from "../../app/use-cases/show-home.ts";
import { readMemberId, showMember, type MemberView } from "../../app/use-cases/show-member.ts";
import { deliver } from "../support/deliver.ts";
import { order } from "../support/payloads.ts";
import { NOON, programme, startPerennialInTest, verified, type TestPerennial } from "../support/perennial.ts";

let app: TestPerennial;
let shop: string;
let shops = 0;

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON;
  shop = `pages-${++shops}.myshopify.com`;
});

const send = (topic: string, payload: unknown, id?: string) =>
  deliver(app.door, { shop, topic, payload, ...(id === undefined ? {} : { id }) });
const buy = (id: number, customer: number, total = "10.00", changes: object = {}) =>
  send("orders/paid", order({ id, customer, total, ...changes }));
const join = (id: number, name: { first_name?: string; last_name?: string; email?: string }) =>
  send("customers/create", {
    id,
    created_at: "2026-06-01T00:00:00Z",
    updated_at: "2026-06-01T00:00:00Z",
    ...name,
  });

async function membersAt(address: string): Promise<MembersView> {
  const row = await app.requireShop(shop);
  return listMembers(app.services, row, readMemberListQuery(new URLSearchParams(address)));
}

async function memberAt(id: string): Promise<MemberView> {
  const shown = await showMember(app.services, await app.requireShop(shop), id);
  if (shown.outcome !== "found") throw new Error(shown.outcome);
  return shown.view;
}

const idsIn = (view: MembersView) => view.members.map(({ id }) => id);

test("home adds up what members have and says that all news is worked off", async () => {
  await app.install(shop, programme({ points: { pendingDays: 14 } }));
  await buy(1, 7, "120.00", { at: "2026-06-01T00:00:00Z" });
  await buy(2, 8, "30.00");
  await app.settle(shop);
  const home = await showHome(app.services, await app.requireShop(shop));
  expect(home).toMatchObject({
    hasOrders: true,
    members: "2",
    points: { out: "150", available: "120", pending: "30", held: "0", owed: "0", erased: "0" },
    line: { today: 2, waiting: 0, oldestWaitingAt: null, dead: 0, lastReceivedAt: NOON, comparedAt: null },
    programme: { rate: { points: "1", per: "1.00" }, pendingDays: 14 },
  });
  expect(home.latest.map(({ member, points, kind }) => [member.id, points, kind])).toContainEqual([
    "8",
    "30",
    "earn",
  ]);
});

test("home tells what waits, and since when, and what could not be understood", async () => {
  await app.install(shop, programme());
  await buy(1, 7);
  await send("orders/create", { id: "twelve" });
  const { line } = await showHome(app.services, await app.requireShop(shop));
  expect(line).toMatchObject({ today: 2, waiting: 1, oldestWaitingAt: NOON, dead: 1, lastReceivedAt: NOON });
});

test("members are found by any part of a word of name or address, and by their number", async () => {
  await app.install(shop, programme());
  await join(7, { first_name: "Anna Maria", last_name: "O'Brien-Keller", email: "anna.keller@example.com" });
  await join(8, { first_name: "Änne", last_name: "Straße", email: "shop@keller.example" });
  await join(99, { first_name: "7 of 9", email: "borg@example.org" });
  await app.settle(shop);
  const found = async (query: string) =>
    idsIn(await membersAt(new URLSearchParams({ query }).toString())).sort();
  expect(await found("maria")).toEqual(["7"]);
  expect(await found("KEL")).toEqual(["7", "8"]);
  expect(await found("o'bri ann")).toEqual(["7"]);
  expect(await found("anna.keller@exam")).toEqual(["7"]);
  expect(await found("änn")).toEqual(["7", "8"]);
  expect(await found("nne")).toEqual(["8"]);
  expect(await found("7")).toEqual(["7", "99"]);
  expect(await found("eller")).toEqual(["7", "8"]);
  expect(await found("ann")).toEqual(["7", "8"]);
  expect(await found("ell r")).toEqual([]);
  expect(await found("'); DROP TABLE member; --")).toEqual([]);
  expect(await found("&|!:*")).toEqual([]);
});

test("a search never finds another shop's members", async () => {
  await app.install(shop, programme());
  await join(7, { first_name: "Anna" });
  await app.settle(shop);
  shop = `pages-${++shops}.myshopify.com`;
  await app.install(shop, programme());
  expect(idsIn(await membersAt("query=anna"))).toEqual([]);
});

test("pages of members lead on and back without losing or repeating anybody, in any order", async () => {
  await app.install(shop, programme());
  for (let id = 1; id <= 60; id++) await buy(id, id, `${(id % 5) + 1}.00`);
  await app.settle(shop);
  for (const sort of ["change desc", "change asc", "balance desc", "balance asc"]) {
    const first = await membersAt(`sort=${sort}`);
    const second = await membersAt(`sort=${sort}&after=${first.next}`);
    const third = await membersAt(`sort=${sort}&after=${second.next}`);
    const all = [first, second, third].flatMap(idsIn);
    expect(new Set(all).size, sort).toBe(60);
    expect(third.next).toBeNull();
    expect(first.previous).toBeNull();
    expect(idsIn(await membersAt(`sort=${sort}&before=${third.previous}`)), sort).toEqual(idsIn(second));
    expect(idsIn(await membersAt(`sort=${sort}&before=${second.previous}`)), sort).toEqual(idsIn(first));
  }
  const richest = await membersAt("sort=balance desc");
  expect(richest.members.slice(0, 12).every(({ available }) => available === "5")).toBe(true);
});

test("a mistyped address shows the first page", async () => {
  await app.install(shop, programme());
  await buy(1, 7);
  await app.settle(shop);
  expect(idsIn(await membersAt("sort=nonsense&after=1_x&before=%00"))).toEqual(["7"]);
});

test("a member's page has lots with their dates, and pending points", async () => {
  await app.install(
    shop,
    programme({
      points: { pendingDays: 14, expiry: { kind: "lots", months: 1 }, notice: { required: false } },
    }),
  );
  await join(7, { first_name: "Anna", email: "anna@example.com" });
  await buy(1, 7, "120.00", { at: "2026-06-15T12:00:00Z" });
  await buy(2, 7, "30.00");
  await app.settle(shop);
  const view = await memberAt("7");
  expect(view.member).toMatchObject({ firstName: "Anna", email: "anna@example.com", level: null });
  expect(view.figures).toMatchObject({ available: "120", pending: "30", earned: "150" });
  expect(view.pending).toEqual([{ order: "#2", points: "30", vestsAt: Date.parse("2026-07-15T09:00:00Z") }]);
  const [lot] = view.lots;
  expect(lot).toMatchObject({
    order: "#1",
    remaining: "120",
    expiresAt: Date.parse("2026-08-01T23:00:00Z"),
    awaitsNotice: false,
  });
});

test("a lot that waits for its notice says so", async () => {
  await app.install(shop, programme({ points: { expiry: { kind: "lots", months: 1 } } }));
  await buy(1, 7);
  await app.settle(shop);
  const [lot] = (await memberAt("7")).lots;
  expect(lot).toMatchObject({ awaitsNotice: true, expiresAt: Date.parse("2026-08-01T23:00:00Z") });
});

test("nobody's number, another shop's member and what is no number lead nowhere", async () => {
  await app.install(shop, programme());
  await buy(1, 7);
  await app.settle(shop);
  shop = `pages-${++shops}.myshopify.com`;
  await app.install(shop, programme());
  await expect(memberAt("7")).rejects.toThrow("unknown");
  for (const id of ["0", "seven", "7 OR 1=1", "9".repeat(30)]) expect(readMemberId(id)).toBeNull();
});

test("a customer merged away leads to the one kept", async () => {
  await app.install(shop, programme());
  await buy(1, 7);
  await buy(2, 8);
  await send("customers/merge", {
    admin_graphql_api_customer_kept_id: "gid://shopify/Customer/8",
    admin_graphql_api_customer_deleted_id: "gid://shopify/Customer/7",
  });
  await app.settle(shop);
  expect(await showMember(app.services, await app.requireShop(shop), "7")).toEqual({
    outcome: "merged",
    keptId: "8",
  });
  expect(idsIn(await membersAt(""))).toEqual(["8"]);
});

test("an adjustment posts once however often its form is sent, and names who did it", async () => {
  await app.install(shop, programme());
  await buy(1, 7);
  await app.settle(shop);
  const row = await app.requireShop(shop);
  const adjustment = {
    memberId: "7",
    points: -25n,
    reason: "For the late parcel",
    key: "form-0001",
    actor: "42",
    role: "owner",
  } as const;
  const both = await Promise.all([
    adjustPoints(app.services, row, adjustment),
    adjustPoints(app.services, row, adjustment),
  ]);
  expect(both.map(({ outcome }) => outcome).sort()).toEqual(["adjusted", "repeated"]);
  const view = await memberAt("7");
  expect(view.figures).toMatchObject({ available: "0", owed: "15" });
  const asked = readTimelineQuery("7", new URLSearchParams("show=staff"));
  const { entries } = await showTimeline(app.services, row, { ...asked, ...view.member });
  expect(entries).toMatchObject([
    { of: "ledger", entry: { kind: "adjust", points: "-25", owed: "-15", dropped: null, actor: "42" } },
    { of: "staff", action: "points.adjusted" },
  ]);
  expect(await verified(app, shop)).toMatchObject({ ok: true });
});

test("points are adjusted of members only: nobody new comes to be", async () => {
  await app.install(shop, programme());
  const adjustment = {
    memberId: "404",
    points: 5n,
    reason: "x",
    key: "form-0002",
    actor: "42",
    role: "owner",
  } as const;
  expect(await adjustPoints(app.services, await app.requireShop(shop), adjustment)).toEqual({
    outcome: "unknown-member",
  });
  expect(idsIn(await membersAt(""))).toEqual([]);
});

test.each([
  ["50", "thanks", []],
  ["+1 000", "thanks", []],
  ["\u22125", "thanks", []],
  ["0", "thanks", ["points"]],
  ["1.5", "thanks", ["points"]],
  ["1e3", "thanks", ["points"]],
  ["9".repeat(16), "thanks", ["points"]],
  ["5", "   ", ["reason"]],
  ["", "x".repeat(201), ["points", "reason"]],
])("an adjustment of %j because of %j is read with the faults %j", (points, reason, faults) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ points, reason, key: "form-0003" })) form.set(name, value);
  const read = readAdjustment(form);
  expect(read.ok ? [] : read.faults).toEqual(faults);
});

test("deliveries are listed the newest first, by state, page by page", async () => {
  await app.install(shop, programme());
  for (let id = 1; id <= 30; id++) await buy(id, 7);
  await app.settle(shop);
  await send("orders/create", { id: "twelve" }, "dead/one");
  await buy(31, 7);
  const at = async (address: string) =>
    listDeliveries(
      app.services,
      await app.requireShop(shop),
      readDeliveryQuery(new URLSearchParams(address)),
    );
  const all = await at("");
  expect(all.deliveries.map(({ state }) => state).slice(0, 3)).toEqual(["waiting", "dead", "done"]);
  expect(all.counts).toEqual({ waiting: 1, dead: 1 });
  const second = await at(`after=${all.next}`);
  expect([all.deliveries.length, second.deliveries.length, second.next]).toEqual([25, 7, null]);
  expect((await at(`before=${second.previous}`)).deliveries).toEqual(all.deliveries);
  expect((await at("state=dead")).deliveries.map(({ webhookId }) => webhookId)).toEqual(["dead/one"]);
  expect((await at("state=waiting")).deliveries).toHaveLength(1);
});

test("a dead letter shows why and what was sent, and stays one while it cannot be understood", async () => {
  await app.install(shop, programme());
  await send("orders/create", { id: "twelve" }, "dead/one");
  const row = await app.requireShop(shop);
  const view = await showDelivery(app.services, row, "dead/one");
  expect(view?.delivery).toMatchObject({ state: "dead", body: '{\n  "id": "twelve"\n}' });
  expect(view?.delivery.reason).toContain("id");
  expect(await retryDeliveries(app.services, row, ["dead/one"])).toEqual({
    waiting: 0,
    dead: 1,
    forgotten: 0,
  });
  expect((await showDelivery(app.services, row, "dead/one"))?.delivery).toMatchObject({
    state: "dead",
    attempts: 1,
  });
  expect(await showDelivery(app.services, row, "no such")).toBeNull();
});

test("what is kept about a person is handed out as one file, to their shop alone", async () => {
  await app.install(shop, programme());
  await buy(1, 7);
  await send("customers/data_request", {
    data_request: { id: 5 },
    customer: { id: 7 },
    orders_requested: [1],
  });
  await app.settle(shop);
  const row = await app.requireShop(shop);
  const { requests } = await showPrivacy(app.services, row);
  expect(requests).toMatchObject([{ id: "5", memberId: "7", requestedAt: NOON }]);
  expect(JSON.parse((await downloadDataRequest(app.services, row, "5")) ?? "")).toMatchObject({
    members: [{ available: "10" }],
  });
  shop = `pages-${++shops}.myshopify.com`;
  await app.install(shop, programme());
  expect(await downloadDataRequest(app.services, await app.requireShop(shop), "5")).toBeNull();
});
