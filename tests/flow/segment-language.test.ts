/**
 * What a definition means is said twice: in SQL, and in plain words over plain facts. `SEGMENT_RUNS=500` asks more.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noteTotals } from "../../app/db/figures/order-facts.ts";
import { countPassing, judgeMembers, listPassing } from "../../app/db/segments/passing.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import { judge } from "../../app/insight/segments/decisive.ts";
import { readDefinition } from "../../app/insight/segments/read-definition.ts";
import { endOfDayAfterDays } from "../../app/loyalty/calendar.ts";
import { segmentTermsOf } from "../../app/use-cases/segments/segment-terms.ts";
import { definitions, members, plainlyHolds, type PlainMember } from "../helpers/random-segments.ts";
import { NOON, programme, startPerennialInTest, type TestPerennial } from "../support/perennial.ts";

const RUNS = Number(process.env.SEGMENT_RUNS ?? 60);
const SAMPLE = fc.sample(members(NOON), { numRuns: 60, seed: 4 });
const FIRST = 900_000_000_000;

let app: TestPerennial;
let shop: ShopRow;

beforeAll(async () => {
  app = await startPerennialInTest();
  app.store.facts.set("language.myshopify.com", { name: "L", currency: "GBP", timezone: "UTC" });
  shop = await app.install("language.myshopify.com", programme({}));
  await app.db.inShop(shop.id, async (tx) => {
    const rows = new Map<string, Record<string, unknown>[]>();
    SAMPLE.forEach((member, n) => addRows(rows, member, FIRST + n));
    for (const [table, of] of rows)
      await tx.query(
        `INSERT INTO "${table}" (${Object.keys(of[0] ?? {}).join(", ")})
         SELECT ${Object.keys(of[0] ?? {}).join(", ")} FROM jsonb_populate_recordset(NULL::"${table}", $1::text::jsonb)`,
        [JSON.stringify(of)],
      );
    await noteTotals(
      tx,
      SAMPLE.map((_, n) => String(FIRST + n)),
    );
  });
});
afterAll(() => app.close());

/** The member as the tables have them. */
function addRows(rows: Map<string, Record<string, unknown>[]>, member: PlainMember, id: number): void {
  const shop_id = shop.id;
  const date = (at: number) => new Date(at).toISOString();
  const put = (table: string, row: Record<string, unknown>) =>
    rows.set(table, [...(rows.get(table) ?? []), { shop_id, ...row }]);
  const absence = { left: { from: 1, to: null }, blocked: { from: 1, to: null, because: "blocked" } };
  put("member", {
    ...{
      id,
      pseudonym: `p${id}`,
      known_since: date(member.knownSince),
      ...member.points,
      level: member.tier,
    },
    ...{ seq: 0, head: "", sealed_seq: 0, summary_stale: false, summary_marks: 0 },
    record: {
      absences: member.absence === null ? [] : [absence[member.absence]],
      birthday: member.birthMonth === null ? null : { month: member.birthMonth, day: 1 },
    },
  });
  const member_id = id;
  put("figure_member", {
    ...{ member_id, seq: 0, stale: false, counted: true, tier: "", language: "", channel: "", buyer: "none" },
    ...{ engaged: false, joined: 0, deeds: "", orders: "", bought: 0, spent: 0, refunded: 0 },
  });
  const { locale, country, tags } = member;
  put("person", { member_id, locale, country, tags, words: "", grams: [] });
  member.feedback.forEach(({ at, mood, isKnown, topics }, n) =>
    put("feedback", {
      ...{ id: `${id}-${n}`, source: "form", source_key: `${id}-${n}`, member_id, received_at: date(at) },
      ...{ message: "", language: "en", is_known: isKnown, label: mood, score: 0, state: "open", note: "" },
      ...{
        topics: topics.map((topic) => ({ topic, label: mood })),
        answer_by: date(at),
        state_at: date(at),
        revision: 0,
      },
    }),
  );
  if (member.consent !== null)
    put("consent", { member_id, purpose: "messages", given: member.consent, at: date(NOON) });
  member.orders.forEach(({ at, value, refunded, channel, sold }, n) =>
    put("figure_order", {
      ...{ order_id: id * 10 + n, member_id, at: date(at), counts: true, value, refunded, channel },
      ...{ products: sold.product.map(Number), tags: sold.tag, types: sold.type, vendors: sold.vendor },
    }),
  );
  // One that does not count, and that no condition may see.
  put("figure_order", {
    ...{ order_id: id * 10 + 9, member_id, at: date(NOON), counts: false, value: 1e6, refunded: 1e6 },
    ...{ channel: "web", products: [1, 2, 3], tags: ["a"], types: ["a"], vendors: ["a"] },
  });
  member.rewards.forEach(({ at, id: rewardId, state }, n) =>
    put("redemption", { id: `${id}-${n}`, member_id, state, record: { heldAt: at, rewardId } }),
  );
  member.activities.forEach(({ at, kind }, n) =>
    put("activity", { key: `${id}-${n}`, member_id, record: { at, activity: kind } }),
  );
  member.endings.forEach((endsAt, n) =>
    put("lot", {
      ...{ id: `${id}-${n}`, member_id, available_at: date(1), remaining: 5, held: 0 },
      record: { version: 1, endsAt, notBefore: null },
    }),
  );
  addInsight(put, member, member_id);
}

function addInsight(
  put: (table: string, row: Record<string, unknown>) => void,
  { group, cluster, prediction }: PlainMember,
  member_id: number,
): void {
  const score = { recency: 3, frequency: 3, money: 3 };
  if (group !== null || cluster !== null)
    put("member_group", {
      ...{ member_id, rfm: group ?? "", ...score, orders: 1, spent: 1, last_on: 1 },
      ...{ since: new Date(NOON).toISOString(), cluster },
    });
  if (prediction === null) return;
  const { alive, orders, value, leaving, nextOrderIn } = prediction;
  const means = { p_alive: alive, expected_orders: orders, expected_value: value, churn_risk: leaving };
  const ends = Object.entries(means).flatMap(([name, mean]) => [
    [name, mean],
    [`${name}_low`, mean],
    [`${name}_high`, mean],
  ]);
  const next = nextOrderIn === null ? null : new Date(NOON + nextOrderIn * 86_400_000).toISOString();
  put("member_prediction", {
    ...{ member_id, model_version: 1, made_at: new Date(NOON).toISOString(), ...Object.fromEntries(ends) },
    ...{ next_order_on: next, next_order_early: next, next_order_late: next, rfm_group: "new", ...score },
    ...{ purchases: 1, last_order_on: "2026-06-01", reasons: [] },
  });
}

test("means the same to the database as in plain words", async () => {
  const endOf = (days: number) => endOfDayAfterDays(shop.timezone, NOON, days);
  await fc.assert(
    fc.asyncProperty(definitions, async (definition) => {
      const terms = await segmentTermsOf(app.services, shop, [definition]);
      const passing = SAMPLE.flatMap((member, n) =>
        plainlyHolds(definition, member, NOON, endOf) ? [String(FIRST + n)] : [],
      );
      expect(await listPassing(app.db.sql, shop.id, { definition, terms })).toEqual(passing);
      expect(await countPassing(app.db.sql, shop.id, { definition, terms })).toBe(passing.length);
    }),
    { numRuns: RUNS },
  );
}, 60_000);

test("says of each condition whether it holds, and the whole follows from these", async () => {
  const memberIds = SAMPLE.map((_, n) => String(FIRST + n));
  await fc.assert(
    fc.asyncProperty(definitions, async (definition) => {
      const terms = await segmentTermsOf(app.services, shop, [definition]);
      const truths = await judgeMembers(app.db.sql, shop.id, { definition, terms, memberIds });
      const passing = memberIds.filter((id) => judge(definition, truths.get(id) ?? []).holds);
      expect(await listPassing(app.db.sql, shop.id, { definition, terms })).toEqual(passing);
    }),
    { numRuns: Math.ceil(RUNS / 4) },
  );
}, 60_000);

test("nobody writes SQL in a name", async () => {
  const nasty = `x'); DROP TABLE member; --`;
  const definition = { all: [{ fact: "tier" as const, among: [nasty] }] };
  const terms = await segmentTermsOf(app.services, shop, [definition]);
  expect(await countPassing(app.db.sql, shop.id, { definition, terms })).toBe(0);
  expect(await countPassing(app.db.sql, shop.id, { definition: { all: [] }, terms })).toBe(SAMPLE.length);
});

test("reads what it has written, and nothing that is deep, long or turned round", () => {
  fc.assert(
    fc.property(definitions, (definition) => {
      const text: unknown = JSON.parse(JSON.stringify(definition));
      const read = readDefinition(text);
      if (read !== null) expect(read).toEqual(definition);
    }),
  );
  const deep = Array.from({ length: 3_000 }).reduce<object>((inner) => ({ all: [inner] }), { all: [] });
  expect(readDefinition(deep)).toBeNull();
  expect(readDefinition({ all: [{ fact: "points", of: "available", from: "9", to: "1" }] })).toBeNull();
  expect(
    readDefinition({ all: [{ fact: "points", of: "available", from: "1; DROP", to: null }] }),
  ).toBeNull();
  expect(readDefinition({ all: [{ fact: "unused-reward" }], any: [] })).toBeNull();
  expect(readDefinition(null)).toBeNull();
});
