import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertExperimentMembers } from "../../app/db/experiment-members.ts";
import { emptyPicksBut, saveMemberPicks } from "../../app/db/picks.ts";
import { readPersonalData } from "../../app/db/personal-data.ts";
import { listShopsToForgetFor } from "../../app/db/retention.ts";
import { insertGroupMoves, listGroupMoves, saveStandings } from "../../app/db/segments/groups.ts";
import { listSegmentDays, listSegmentMoves } from "../../app/db/segments/moves.ts";
import { findSegment } from "../../app/db/segments/segments.ts";
import { noteTag, readTagProgress } from "../../app/db/segments/tags.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { NO_PICKS } from "../../app/insight/recommend/pick.ts";
import { NOBODY, type Definition } from "../../app/insight/segments/definition.ts";
import { DAY, HOUR } from "../../app/loyalty/time.ts";
import { followLedger } from "../../app/use-cases/analytics/follow-ledger.ts";
import { todayIn } from "../../app/use-cases/analytics/today.ts";
import { eraseCustomer } from "../../app/use-cases/erase-customer.ts";
import { listMembers, readMemberListQuery } from "../../app/use-cases/list-members.ts";
import { changeSegment, type Deed } from "../../app/use-cases/segments/change-segment.ts";
import { followSegments, listSegmentedShops } from "../../app/use-cases/segments/follow-segments.ts";
import { listSegments } from "../../app/use-cases/segments/list-segments.ts";
import { countOf, membersOf } from "../../app/use-cases/segments/members-of.ts";
import { saveSegment } from "../../app/use-cases/segments/save-segment.ts";
import { showSegment } from "../../app/use-cases/segments/show-segment.ts";
import { syncSegments } from "../../app/use-cases/segments/sync-segments.ts";
import { trainSegments } from "../../app/use-cases/segments/train-segments.ts";
import { forgetOld } from "../../app/use-cases/settings/forget-old.ts";
import { FIRST_SETTINGS } from "../../app/use-cases/settings/shop-settings.ts";
import type { Services } from "../../app/use-cases/services.ts";
import { deliver } from "../support/deliver.ts";
import { customer, merge, order, refund } from "../support/payloads.ts";
import { programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";
import { startSandboxedStore, type SandboxedStore } from "../support/sandboxed-store.ts";

const BY = { staff: "77", role: "owner" } as const;
const ID = "00000000-0000-4000-8000-000000000001";
const OTHER = "00000000-0000-4000-8000-000000000002";

let app: TestPerennial;
let store: SandboxedStore;
let services: Services;
let shop: ShopRow;
/** In the store as here: the first buys most often. */
let customers: string[];
let orders = 0;

beforeAll(async () => {
  [app, store] = await Promise.all([startPerennialInTest(), startSandboxedStore()]);
  app.store.facts.set(store.shop, { name: "S", currency: "GBP", timezone: "UTC" });
  services = { ...app.services, platform: store.platform };
  shop = await app.install(store.shop, programme({ effectiveFrom: "2020-01-01T00:00:00Z" }));
  customers = Array.from({ length: 6 }, () => store.newCustomer());
  for (const [place, id] of customers.entries())
    for (let n = 0; n < 7 - place; n++)
      await buy(id, { daysAgo: 20 + 40 * n + place, total: `${20 - place}.00` });
  await takeIn();
});
afterAll(() => Promise.all([app.close(), store.close()]));

async function buy(
  customer: string,
  { daysAgo, total }: { daysAgo: number; total: string },
): Promise<number> {
  const id = 5_000 + ++orders;
  const at = new Date(app.clock.now - daysAgo * DAY).toISOString();
  await deliver(app.door, {
    shop: shop.domain,
    topic: "orders/paid",
    payload: order({ id, customer, at, lines: [{ price: total, product: 40 + (orders % 3) }] }),
  });
  return id;
}

async function takeIn(): Promise<void> {
  await app.settle(shop.domain);
  await followLedger(services, shop.id);
}

const often: Definition = {
  all: [
    { fact: "orders", measure: "count", bought: null, channels: [], days: null, from: "5", to: null },
    { fact: "last-order", when: { kind: "within", days: 60 } },
  ],
};

const save = (form: Partial<Parameters<typeof saveSegment>[2]> = {}) =>
  saveSegment(services, shop, {
    ...{ id: ID, name: "Often here", definition: JSON.stringify(often), revision: 0, by: BY },
    ...form,
  });
const change = (deed: Deed, id = ID) => changeSegment(services, shop, { id, deed, by: BY });
const segment = async () => {
  const found = await findSegment(app.db.sql, shop.id, ID);
  if (found === null) throw new Error("there is no segment");
  return found;
};
const movesOf = async () =>
  (await listSegmentMoves(app.db.sql, shop.id, { segmentId: ID, limit: 50 })).map(
    ({ member, entered, reason }) => ({ id: member.id, entered, reason }),
  );

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

describe("groups", () => {
  test("have nobody moved at first, and then say from where, to where and why", async () => {
    await trainSegments(services, shop);
    expect(await listGroupMoves(app.db.sql, shop.id, 10)).toEqual([]);
    const view = await listSegments(services, shop);
    expect(view.groups.reduce((sum, { members }) => sum + members, 0)).toBe(6);
    expect(view.clusters).toEqual({ state: "not-enough", buyers: 6, needed: 200 });
    await buy(customers[5] ?? "", { daysAgo: 0, total: "300.00" });
    await takeIn();
    app.clock.now += DAY;
    await trainSegments(services, shop);
    const moves = await listGroupMoves(app.db.sql, shop.id, 10);
    expect(moves.find(({ member }) => member.id === customers[5])).toMatchObject({
      because: { kind: "bought" },
    });
  });

  test("stay as they are while the shop's past is taken in anew", async () => {
    const groups = async () =>
      (await listSegments(services, shop)).groups.map(({ group, members }) => ({ group, members }));
    await trainSegments(services, shop);
    const before = await groups();
    await app.db.sql.query(`UPDATE figure_state SET basis = 0 WHERE shop_id = $1`, [shop.id]);
    await app.db.sql.query(`UPDATE figure_order SET counts = false WHERE shop_id = $1`, [shop.id]);
    await trainSegments(services, shop);
    expect(await groups()).toEqual(before);
    await takeIn();
    await trainSegments(services, shop);
    expect(await groups()).toEqual(before);
  });

  test("stand with all else that was worked out of somebody in the file of their data", async () => {
    const [first = "", other = ""] = customers;
    await noteTag(app.db.sql, shop.id, { segmentId: ID, memberId: first, state: "tagged" });
    await saveMemberPicks(app.db.sql, shop.id, { picks: new Map([[first, NO_PICKS]]), now: app.clock.now });
    const move = { from: "loyal", to: "champions", because: { kind: "bought", purchases: 2 } } as const;
    await app.db.inShop(shop.id, (tx) => insertGroupMoves(tx, [{ memberId: first, ...move }], app.clock.now));
    const file = await app.db.inShop(shop.id, (tx) => readPersonalData(tx, [first]));
    expect(file).toMatchObject({
      segments: [{ segment: "Often here" }],
      segmentTags: [{ segment: "Often here", tag: "often-here", state: "tagged" }],
      groups: [
        { rfm: expect.any(String) as string, last_on: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) as string },
      ],
      groupMoves: [{ from: "loyal", to: "champions" }],
      recommendations: [{ products: NO_PICKS }],
    });
    expect(file.segmentMoves).toContainEqual(
      expect.objectContaining({ segment: "Often here", entered: true, because: { kind: "redefined" } }),
    );
    expect(JSON.stringify(file)).not.toContain(other);
  });

  test("and segments forget who moved two years ago", async () => {
    const count = async () => {
      const [row] = await app.db.sql.query<{ all: number; old: number }>(
        `SELECT count(*)::int AS all, (count(*) FILTER (WHERE at < $2))::int AS old FROM (
           SELECT at FROM segment_move WHERE shop_id = $1 UNION ALL SELECT at FROM group_move WHERE shop_id = $1) AS moves`,
        [shop.id, new Date(app.clock.now - 730 * DAY)],
      );
      return row ?? { all: 0, old: 0 };
    };
    const [first = "", other = ""] = customers;
    for (const table of ["segment_move", "group_move"])
      await app.db.sql.query(
        `UPDATE ${table} SET at = $2 WHERE shop_id = $1 AND id = (SELECT min(id) FROM ${table} WHERE shop_id = $1
           AND member_id NOT IN ($3, $4))`,
        [shop.id, new Date(app.clock.now - 731 * DAY), first, other],
      );
    const { all } = await count();
    expect(await count()).toEqual({ all, old: 2 });
    expect(await listShopsToForgetFor(app.db.sql, app.clock.now, FIRST_SETTINGS.keep)).toContain(shop.id);
    await forgetOld(services, shop.id);
    expect(await count()).toEqual({ all: all - 2, old: 0 });
    expect(await listShopsToForgetFor(app.db.sql, app.clock.now, FIRST_SETTINGS.keep)).not.toContain(shop.id);
  });

  test("and segments forget whoever is erased", async () => {
    const [first = ""] = customers;
    await app.db.inShop(shop.id, (tx) =>
      eraseCustomer(tx, { shop, customerId: first, orderIds: [], now: app.clock.now }),
    );
    for (const table of ["segment_member", "segment_move", "segment_tag", "member_group", "group_move"])
      expect(
        await app.db.sql.query(`SELECT 1 FROM ${table} WHERE shop_id = $1 AND member_id = $2`, [
          shop.id,
          first,
        ]),
      ).toEqual([]);
  });

  test("and no training or tagging that began before the erasure writes the id back", async () => {
    const [erased = "", , , , , bought = ""] = customers;
    const standing = {
      group: "loyal",
      recency: 3,
      frequency: 3,
      money: 3,
      purchases: 1,
      spent: 1,
      lastOn: 1,
    } as const;
    const now = app.clock.now;
    await app.db.inShop(shop.id, async (tx) => {
      await saveStandings(
        tx,
        [erased, bought].map((memberId) => ({ memberId, ...standing })),
        now,
      );
      const gone = { from: "loyal", to: null, because: { kind: "gone" } } as const;
      await insertGroupMoves(
        tx,
        [erased, bought].map((memberId) => ({ memberId, ...gone })),
        now,
      );
      for (const memberId of [erased, bought])
        await noteTag(tx, shop.id, { segmentId: ID, memberId, state: "tagged" });
      const members = [erased, bought].map((memberId) => ({ memberId, arm: "a", waits: false }));
      await insertExperimentMembers(tx, { experimentId: "none", at: now, members });
      const picks = new Map([erased, bought].map((memberId) => [memberId, NO_PICKS]));
      await saveMemberPicks(tx, shop.id, { picks, now });
    });
    for (const table of ["member_group", "group_move", "segment_tag", "experiment_member", "member_picks"])
      expect(
        await app.db.sql.query(
          `SELECT DISTINCT member_id FROM ${table} WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`,
          [shop.id, [erased, bought]],
        ),
        table,
      ).toEqual([{ member_id: BigInt(bought) }]);
  });

  test("nor does what is recommended stay with nobody", async () => {
    await app.db.sql.query(
      `INSERT INTO member_picks (shop_id, member_id, picks, changed_at) VALUES ($1, 99, '{}', now())`,
      [shop.id],
    );
    const [, , , , , bought = ""] = customers;
    await emptyPicksBut(app.db.sql, "member_picks", { shopId: shop.id, ids: [bought], now: app.clock.now });
    const left = await app.db.sql.query(`SELECT member_id FROM member_picks WHERE shop_id = $1`, [shop.id]);
    expect(left).toEqual([{ member_id: BigInt(bought) }]);
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

  test("a page of a new segment offers what orders hold", async () => {
    const view = await showSegment(services, shop, { id: null, locale: "en" });
    expect(view).toMatchObject({ revision: 0, choices: { channels: ["web"], vendors: ["Nursery"] } });
  });
});
