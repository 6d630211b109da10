import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findProgress } from "../../app/db/reward-issues.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { DAY } from "../../app/loyalty/time.ts";
import { adjustPoints } from "../../app/use-cases/adjust-points.ts";
import { handleEvent } from "../../app/use-cases/handle-event.ts";
import { actOnMembers, type ActedOnMembers } from "../../app/use-cases/members/act-on-members.ts";
import { changeBulk, type BulkChange } from "../../app/use-cases/members/change-bulk.ts";
import { runBulk } from "../../app/use-cases/members/run-bulk.ts";
import { showBulk } from "../../app/use-cases/members/show-bulk.ts";
import { changeView, listViews } from "../../app/use-cases/members/member-views.ts";
import { showTimeline } from "../../app/use-cases/person/show-timeline.ts";
import { readTimelineQuery } from "../../app/use-cases/person/timeline-place.ts";
import { mayDo } from "../../app/use-cases/staff/permissions.ts";
import { deliver } from "../support/deliver.ts";
import { customer, order } from "../support/payloads.ts";
import { searchEverywhere } from "../support/search.ts";
import { NOON, programme, startPerennialInTest, verified, type TestPerennial } from "../support/perennial.ts";

const OWNER = { staff: "42", role: "owner" } as const;
const MEMBERS = 12;

let app: TestPerennial;
let shop: ShopRow;
let shops = 0;
let ids: string[] = [];

beforeAll(async () => {
  app = await startPerennialInTest();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = NOON;
  const rewards = [{ id: "thanks", kind: "amount", cost: 500, value: "5.00", codeDays: 30 }];
  shop = await app.install(`bulk-${++shops}.myshopify.com`, programme({ rewards }));
  ids = Array.from({ length: MEMBERS }, (_, n) => String(shops * 1_000 + n));
  for (const [n, id] of ids.entries()) {
    await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer(id) });
    const bought = order({ id: shops * 1_000 + n, customer: id, total: `${n * 10}.00` });
    await deliver(app.door, { shop: shop.domain, topic: "orders/paid", payload: bought });
  }
  await app.settle(shop.domain);
});

async function ask(fields: Record<string, string>): Promise<ActedOnMembers> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ kind: "adjust", key: "form-0001", reason: "test", ...fields }))
    form.set(name, value);
  return actOnMembers(app.services, shop, { form, by: OWNER });
}

const begin = (fields: Record<string, string>) =>
  ask({ intent: "bulk-begin", confirmed: String(MEMBERS), address: "", ...fields });
const work = (runId = "form-0001") => runBulk(app.services, { shopId: shop.id, runId });
const change = (asked: BulkChange, id = "form-0001") =>
  changeBulk(app.services, shop, { id, change: asked, by: OWNER });
const shown = async (id = "form-0001") => showBulk(app.services, shop, { id, after: 0, locale: "en" });

async function balances(): Promise<bigint[]> {
  const rows = await app.db.sql.query<{ available: bigint }>(
    `SELECT available FROM member WHERE shop_id = $1 ORDER BY id`,
    [shop.id],
  );
  return rows.map(({ available }) => available);
}

const before = () => ids.map((_, n) => BigInt(n * 10));

describe("points for many", () => {
  test("are told of before they are given: to how many, and what it may cost", async () => {
    const preview = await ask({ intent: "bulk-preview", points: "50", address: "", confirmed: "0" });
    expect(preview).toEqual({
      outcome: "bulk-preview",
      preview: { members: MEMBERS, blocked: 0, short: 0, points: "600", cost: "6.00", currency: "GBP" },
    });
    const taken = await ask({ intent: "bulk-preview", points: "-50", address: "", confirmed: "0" });
    expect(taken).toMatchObject({ preview: { short: 5, points: "-350", cost: null } });
  });

  test("are given to each once, though the form is sent twice and the job runs twice at once", async () => {
    const sent = await Promise.all([begin({ points: "50" }), begin({ points: "50" })]);
    expect(sent).toEqual(Array(2).fill({ outcome: "bulk-begun", id: "form-0001" }));
    await Promise.all([work(), work()]);
    expect(await balances()).toEqual(before().map((points) => points + 50n));
    expect(await shown()).toMatchObject({ state: "done", counts: { done: MEMBERS, refused: 0, waiting: 0 } });
    expect(await verified(app, shop.domain)).toMatchObject({ ok: true });
  });

  test("go on where they broke off: nobody twice, nobody left out", async () => {
    await begin({ points: "50" });
    const { inShop } = app.db;
    let turns = 0;
    // The process dies with the first turn half done, and with its entries written but not kept.
    const dying = {
      ...app.services,
      db: {
        ...app.db,
        inShop: ((shopId, doing) =>
          inShop(shopId, async (tx) => {
            const done = await doing(tx);
            if (++turns === 1) throw new Error("killed");
            return done;
          })) as typeof inShop,
      },
    };
    await expect(runBulk(dying, { shopId: shop.id, runId: "form-0001" })).rejects.toThrow("killed");
    expect(await balances()).toEqual(before());
    await work();
    expect(await balances()).toEqual(before().map((points) => points + 50n));
  });

  test("are not taken from whom they would bring below zero, nor given to who is blocked: both are listed", async () => {
    const [, , , , , , , , blocked = ""] = ids;
    await handleEvent(app.services, shop, {
      ...{ event: { kind: "block", customerId: blocked }, actor: "42", eventId: "b" },
    });
    await begin({ points: "-50" });
    await work();
    const view = await shown();
    expect(view?.counts).toMatchObject({ done: MEMBERS - 6, refused: 6 });
    expect(view?.refused.map(({ memberId, reason }) => [memberId, reason])).toEqual(
      ids.flatMap((id, n) => (n < 5 ? [[id, "short"]] : id === blocked ? [[id, "blocked"]] : [])),
    );
    expect((await balances()).every((points) => points >= 0n)).toBe(true);
  });

  test("are taken back once from each who still has them, within the time for it", async () => {
    await begin({ points: "50" });
    await work();
    const [first = ""] = ids;
    await adjustPoints(app.services, shop, {
      ...{ memberId: first, points: -10n, reason: "spent", key: "spent-01", actor: "42", role: "owner" },
    });
    expect(await Promise.all([change("undo"), change("undo")])).toContainEqual({ outcome: "bulk-too-late" });
    await Promise.all([work(), work()]);
    expect(await balances()).toEqual(before().map((points, n) => (n === 0 ? 40n : points)));
    const view = await shown();
    expect(view).toMatchObject({ state: "undone", counts: { undone: MEMBERS - 1, kept: 1 } });
    const memberId = ids.at(-1) ?? "";
    const query = readTimelineQuery(memberId, new URLSearchParams());
    const { entries } = await showTimeline(app.services, shop, { ...query, knownSince: NOON });
    const undoings = entries.flatMap((one) => (one.of === "ledger" ? (one.reversal?.takesBack ?? []) : []));
    expect(undoings).toHaveLength(1);
    expect(view?.refused).toMatchObject([{ memberId: first, reason: "spent" }]);
    expect(await change("undo")).toEqual({ outcome: "bulk-too-late" });
    expect(await verified(app, shop.domain)).toMatchObject({ ok: true });
  });

  test("can be stopped, gone on with, and are not taken back after a week", async () => {
    await begin({ points: "50" });
    expect(await change("stop")).toMatchObject({ change: "stop" });
    await work();
    expect(await balances()).toEqual(before());
    expect(await change("go-on")).toMatchObject({ change: "go-on" });
    await work();
    expect(await shown()).toMatchObject({ state: "done", counts: { done: MEMBERS } });
    app.clock.now += 7 * DAY + 1;
    expect(await change("undo")).toEqual({ outcome: "bulk-too-late" });
  });

  test("are not given to others than were confirmed", async () => {
    expect(await begin({ points: "50", address: "balance=100.." })).toEqual({
      outcome: "bulk-changed",
      members: 2,
    });
    expect(await shown()).toBeNull();
    expect(await begin({ points: "50", address: "balance=100..", confirmed: "2" })).toMatchObject({
      outcome: "bulk-begun",
    });
  });

  test.each([
    [{ points: "0" }, ["points"]],
    [{ points: "many", reason: "" }, ["points", "reason"]],
    [{ points: "5", reason: "x".repeat(10_000) }, ["reason"]],
    [{ kind: "grant", reward: "unheard-of" }, ["reward"]],
    [{ points: "5", key: "short" }, ["key"]],
  ])("what is filled in wrong is told by field: %j", async (fields, faults) => {
    expect(await begin(fields)).toEqual({ outcome: "bulk-refused", faults });
  });
});

test("nothing that is kept of it names somebody who was erased", async () => {
  const who = { id: 990_000_000_000 + shops, firstName: "Annabella", email: "annabella@quintessa.example" };
  await deliver(app.door, { shop: shop.domain, topic: "customers/create", payload: customer(who) });
  await app.settle(shop.domain);
  await begin({ points: "50", address: "query=annabella", confirmed: "1" });
  await work();
  for (const search of [who.email, String(who.id), "Ännabell"])
    await changeView(app.services, shop, {
      by: OWNER,
      change: { change: "save", id: crypto.randomUUID(), name: "One", address: `quiet=30&query=${search}` },
    });
  await deliver(app.door, {
    ...{ shop: shop.domain, topic: "customers/redact" },
    payload: { customer: { id: who.id, email: who.email }, orders_to_redact: [] },
  });
  await app.settle(shop.domain);
  expect(await searchEverywhere(app.db, [String(who.id), "nnabell"])).toEqual([]);
  expect((await listViews(app.services, shop, "42")).map(({ address }) => address)).toEqual(
    Array(3).fill("quiet=30"),
  );
});

describe("a reward for many", () => {
  test("is given to each once, and its codes end when it is taken back", async () => {
    const [blocked = ""] = ids;
    await handleEvent(app.services, shop, {
      ...{ event: { kind: "block", customerId: blocked }, actor: "42", eventId: "b" },
    });
    await begin({ kind: "grant", reward: "thanks" });
    await Promise.all([work(), work()]);
    expect(await shown()).toMatchObject({ state: "done", counts: { done: MEMBERS - 1, refused: 1 } });
    expect(await findProgress(app.services.db.sql, shop.id, "form-0001")).toMatchObject({
      members: MEMBERS - 1,
      cancelled: false,
    });
    expect(await change("undo")).toMatchObject({ change: "undo" });
    expect(await findProgress(app.services.db.sql, shop.id, "form-0001")).toMatchObject({ cancelled: true });
    expect(await shown()).toMatchObject({ state: "undone", counts: { undone: MEMBERS - 1 } });
  });
});

test("who may act on many is an owner or a manager", () => {
  expect(
    (["owner", "manager", "support", "read-only"] as const).map((role) => mayDo(role, "members.bulk")),
  ).toEqual([true, true, false, false]);
});

describe("views of the list", () => {
  const view = "view-0001";
  const save = (changes: object = {}) =>
    changeView(app.services, shop, {
      by: OWNER,
      change: {
        change: "save",
        id: view,
        name: "Gold, quiet",
        address: "tier=gold&quiet=90&query=anna&junk=1",
        ...changes,
      },
    });

  test("are seen by whose they are, and by everybody once they are shared", async () => {
    expect(await save()).toMatchObject({ outcome: "view-saved" });
    expect(await listViews(app.services, shop, "42")).toEqual([
      { id: view, name: "Gold, quiet", address: "tier=gold&quiet=90&query=anna", shared: false, own: true },
    ]);
    expect(await listViews(app.services, shop, "7")).toEqual([]);
    await changeView(app.services, shop, { by: OWNER, change: { change: "share", id: view, shared: true } });
    expect(await listViews(app.services, shop, "7")).toMatchObject([{ id: view, own: false, shared: true }]);
  });

  test("are changed by nobody else, have names, and go for good", async () => {
    await save();
    const other = { staff: "7", role: "manager" } as const;
    for (const asked of [
      { change: "rename", id: view, name: "Mine" },
      { change: "delete", id: view },
    ] as const)
      expect(await changeView(app.services, shop, { by: other, change: asked })).toMatchObject({
        because: "not-yours",
      });
    for (const name of ["", "   ", "x".repeat(41)])
      expect(
        await changeView(app.services, shop, { by: OWNER, change: { change: "rename", id: view, name } }),
      ).toMatchObject({ because: "name" });
    await changeView(app.services, shop, { by: OWNER, change: { change: "delete", id: view } });
    expect(await listViews(app.services, shop, "42")).toEqual([]);
  });
});
