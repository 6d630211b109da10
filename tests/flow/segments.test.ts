import { describe, expect, test } from "vitest";
import { listSegmentDays } from "../../app/db/segments/moves.ts";
import { findSegment } from "../../app/db/segments/segments.ts";
import { readTagProgress } from "../../app/db/segments/tags.ts";
import { NOBODY, type Definition } from "../../app/insight/segments/definition.ts";
import { DAY, HOUR } from "../../app/loyalty/time.ts";
import { todayIn } from "../../app/use-cases/analytics/today.ts";
import { eraseCustomer } from "../../app/use-cases/erase-customer.ts";
import { listMembers, readMemberListQuery } from "../../app/use-cases/list-members.ts";
import { changeSegment, type Deed } from "../../app/use-cases/segments/change-segment.ts";
import { followSegments, listSegmentedShops } from "../../app/use-cases/segments/follow-segments.ts";
import { countOf, membersOf } from "../../app/use-cases/segments/members-of.ts";
import { showSegment } from "../../app/use-cases/segments/show-segment.ts";
import { syncSegments } from "../../app/use-cases/segments/sync-segments.ts";
import { deliver } from "../support/deliver.ts";
import { customer, merge, refund } from "../support/payloads.ts";
import {
  app,
  buy,
  customers,
  ID,
  movesOf,
  often,
  OTHER,
  save,
  segment,
  services,
  shop,
  startSegmented,
  store,
  takeIn,
  BY,
} from "../support/segmented-shop.ts";

startSegmented();

const change = (deed: Deed) => changeSegment(services, shop, { id: ID, deed, by: BY });

describe("a segment", () => {
  test("is counted before it is saved, from what orders hold, refunds taken off", async () => {
    expect(await countOf(services, shop, often)).toBe(3);
    const spent = (from: string, bought: string[] | null): Definition => ({
      all: [
        {
          ...{ fact: "orders", measure: "spent", channels: ["web"], days: null, from, to: null },
          bought: bought === null ? null : { by: "product", among: bought },
        },
      ],
    });
    expect(await countOf(services, shop, spent("140.00", null))).toBe(1);
    expect(await countOf(services, shop, spent("140.01", null))).toBe(0);
    expect(await countOf(services, shop, spent("0.01", ["41"]))).toBe(5);
    expect(await countOf(services, shop, spent("0.01", ["99"]))).toBe(0);
    const returned = await buy(customers[5] ?? "", { daysAgo: 3, total: "8.00" });
    await deliver(app.door, {
      shop: shop.domain,
      topic: "refunds/create",
      payload: refund({ id: 1, order: returned, lines: [{ line: 1, quantity: 1, subtotal: "8.00" }] }),
    });
    await takeIn();
    const back: Definition = {
      all: [
        { fact: "orders", measure: "refunded", bought: null, channels: [], days: 30, from: "8", to: "8" },
      ],
    };
    expect(await membersOf(services, shop, { definition: back })).toEqual([customers[5]]);
  });

  test("is made once however often the form is sent, and never of what cannot be read", async () => {
    expect(await save()).toEqual({ outcome: "saved", id: ID, revision: 1 });
    expect(await save()).toEqual({ outcome: "saved", id: ID, revision: 1 });
    expect(await save({ id: OTHER, name: "  " })).toEqual({ outcome: "refused", faults: ["name"] });
    expect(await save({ id: OTHER, definition: "{" })).toEqual({
      outcome: "refused",
      faults: ["definition"],
    });
    expect((await segment()).handle).toBe("often-here");
    expect(await listSegmentedShops(services)).toEqual([shop.id]);
  });

  test("has its members without any having moved, and notes who comes and goes, and why", async () => {
    await followSegments(services, shop.id);
    expect((await segment()).followed).toMatchObject({ members: 3, revision: 1 });
    expect(await movesOf()).toEqual([]);
    app.clock.now += 2 * HOUR;
    await buy(customers[3] ?? "", { daysAgo: 0, total: "5.00" });
    await takeIn();
    await followSegments(services, shop.id);
    expect(await movesOf()).toMatchObject([
      { id: customers[3], entered: true, reason: { kind: "conditions" } },
    ]);
    app.clock.now += 50 * DAY;
    await followSegments(services, shop.id);
    const moves = await movesOf();
    expect(moves).toHaveLength(4);
    expect(moves[0]).toEqual({
      ...{ id: expect.any(String) as string, entered: false },
      reason: { kind: "conditions", because: [{ condition: often.all[1], holds: false }] },
    });
    const today = todayIn("UTC", app.clock.now);
    const days = await listSegmentDays(app.db.sql, shop.id, { segmentId: ID, from: today });
    expect(days).toEqual([{ day: today, members: 1, entered: 0, departed: 3 }]);
  });

  test("is not overwritten by a page that is older, and says that it was changed", async () => {
    const everybody = JSON.stringify({ all: [] });
    expect(await save({ definition: everybody, revision: 1 })).toMatchObject({ revision: 2 });
    expect(await save({ name: "Mine", revision: 1 })).toMatchObject({ outcome: "overtaken" });
    await followSegments(services, shop.id);
    expect((await movesOf())[0]).toMatchObject({ entered: true, reason: { kind: "redefined" } });
    expect((await segment()).followed?.members).toBe(6);
  });

  test("is a filter of the list of members", async () => {
    await save({ definition: JSON.stringify(often), revision: 2 });
    await followSegments(services, shop.id);
    const query = readMemberListQuery(new URLSearchParams({ segment: ID }));
    const { members } = await listMembers(services, shop, query);
    expect(members.map(({ id }) => id)).toEqual([customers[3]]);
  });
});

test("nobody leaves a segment while the shop's past is taken in anew", async () => {
  const before = await segment();
  await app.db.sql.query(`UPDATE figure_state SET basis = 0 WHERE shop_id = $1`, [shop.id]);
  await app.db.sql.query(`UPDATE figure_member SET bought = 0, last_at = NULL WHERE shop_id = $1`, [shop.id]);
  app.clock.now += 2 * HOUR;
  expect(await listSegmentedShops(services)).toEqual([]);
  await followSegments(services, shop.id);
  expect(await segment()).toEqual(before);
  await takeIn();
  await followSegments(services, shop.id);
  expect((await segment()).followed?.members).toBe(before.followed?.members);
});

describe("in the store", () => {
  const tagsOf = (id = "") =>
    store.api.running.sandbox.store.collection(store.shop, "customer").require(id).tags;

  test("customers carry the tag while they are in it, a segment of the store goes by it, and undoing leaves nothing", async () => {
    await change("sync-start");
    await syncSegments(services, shop.id);
    expect(tagsOf(customers[3])).toEqual(["perennial:often-here"]);
    expect(tagsOf(customers[0])).toEqual([]);
    const made = store.api.running.sandbox.store.collection(store.shop, "segment").list();
    expect(made).toMatchObject([{ query: "customer_tags CONTAINS 'perennial:often-here'" }]);
    await save({ definition: JSON.stringify({ all: [] }), revision: 3 });
    await followSegments(services, shop.id);
    await change("sync-stop");
    await syncSegments(services, shop.id);
    expect(tagsOf(customers[0])).toEqual([]);
    await change("sync-start");
    store.mishaps({ answer: "lost" });
    await syncSegments(services, shop.id);
    await syncSegments(services, shop.id);
    expect(customers.map((id) => tagsOf(id).length)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(await readTagProgress(app.db.sql, shop.id, ID)).toEqual({ tagged: 6, refused: 0, left: 0 });
    await change("delete");
    await syncSegments(services, shop.id);
    expect(customers.flatMap((id) => tagsOf(id))).toEqual([]);
    expect(store.api.running.sandbox.store.collection(store.shop, "segment").list()).toEqual([]);
    expect(await app.db.sql.query(`SELECT FROM segment_member WHERE shop_id = $1`, [shop.id])).toEqual([]);
    const moves = await movesOf();
    await change("restore");
    expect(await segment()).toMatchObject({ sync: "off", followed: null });
    await followSegments(services, shop.id);
    expect((await segment()).followed?.members).toBe(6);
    expect(await movesOf()).toEqual(moves);
  }, 20_000);
});

test("a segment restored from a file that somebody wrote finds nobody, and runs nothing", async () => {
  await save({ id: OTHER, name: "Restored" });
  const written = { all: [{ fact: "points", of: "id IS NOT NULL) OR (SELECT true", from: "1", to: null }] };
  await app.db.sql.query(`UPDATE segment SET definition = $3::text::jsonb WHERE shop_id = $1 AND id = $2`, [
    ...[shop.id, OTHER, JSON.stringify(written)],
  ]);
  expect(await showSegment(services, shop, { id: OTHER, locale: "en" })).toMatchObject({
    definition: NOBODY,
  });
  await followSegments(services, shop.id);
  expect((await findSegment(app.db.sql, shop.id, OTHER))?.followed).toMatchObject({ members: 0 });
  expect(await save({ id: OTHER, definition: JSON.stringify(NOBODY), revision: 1 })).toEqual({
    ...{ outcome: "refused", faults: ["definition"] },
  });
});

describe("segments", () => {
  test("go by country and by the store's tags, which a merge joins and an erasure takes away", async () => {
    const [kept, gone] = ["900001", "900002"];
    const tell = (topic: string, payload: object) => deliver(app.door, { shop: shop.domain, topic, payload });
    const tag = (topic: string, id: string, tags: string[], triggeredAt?: string) => {
      const payload = { customerId: `gid://shopify/Customer/${id}`, tags };
      const news = { shop: shop.domain, topic: `customer.tags_${topic}`, payload };
      return deliver(app.door, triggeredAt === undefined ? news : { ...news, triggeredAt });
    };
    const among = (definition: Definition) => countOf(services, shop, definition);
    const inCountry = () => among({ all: [{ fact: "country", among: ["DE"] }] });
    const tagged = (name: string) => among({ all: [{ fact: "customer-tag", among: [name] }] });
    // Shopify may tell of the tags first.
    await tag("added", gone, ["trade", "perennial:often"]);
    await tell("customers/create", { ...customer(kept), default_address: { country_code: "DE" } });
    await tell("customers/create", customer(gone));
    await tag("added", kept, ["press", "late"]);
    await tag("removed", kept, ["late"]);
    // Or of what came first last.
    await tag("removed", kept, ["moved"], "2026-07-01T09:00:02Z");
    await tag("added", kept, ["moved"], "2026-07-01T09:00:01Z");
    await app.settle(shop.domain);
    expect(await Promise.all([inCountry(), tagged("trade"), tagged("press"), tagged("late")])).toEqual([
      1, 1, 1, 0,
    ]);
    expect(await tagged("moved")).toBe(0);
    expect(await tagged("perennial:often")).toBe(0);
    await tell("customers/merge", merge(kept, gone));
    await app.settle(shop.domain);
    const both = {
      all: ["trade", "press"].map((name) => ({ fact: "customer-tag" as const, among: [name] })),
    };
    expect(await among(both)).toBe(1);
    const view = await showSegment(services, shop, { id: null, locale: "en" });
    expect(view?.choices).toMatchObject({ countries: ["DE"], customerTags: ["press", "trade"] });
    await app.db.inShop(shop.id, (tx) =>
      eraseCustomer(tx, { shop, customerId: kept, orderIds: [], now: app.clock.now }),
    );
    await tag("added", kept, ["trade"]);
    await app.settle(shop.domain);
    const left = `SELECT member_id FROM person WHERE shop_id = $1 AND (country IS NOT NULL OR tags IS NOT NULL)`;
    expect(await app.db.sql.query(left, [shop.id])).toEqual([]);
  });
});

test("a page of a new segment offers what orders hold", async () => {
  const view = await showSegment(services, shop, { id: null, locale: "en" });
  expect(view).toMatchObject({ revision: 0, choices: { channels: ["web"], vendors: ["Nursery"] } });
});
