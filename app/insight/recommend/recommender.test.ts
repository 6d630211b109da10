import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateOf } from "../days.ts";
import type { MemberPicks, Pick } from "./pick.ts";
import { pack, unpack } from "./pack.ts";
import { recommenderOf, type Customer, type ShelfProduct, type Shop } from "./recommender.ts";
import { FIRST_RULES, type RecommendRules } from "./rules.ts";
import { historiesOf, trainShop, type ShopPurchases } from "./shop-model.ts";
import { historyOf, NO_VISITS, type Visits } from "./visits.ts";

const TODAY = 20_000;

/** Orders as [member, day, products]; a member below 0 is a guest. */
type Told = [member: number, day: number, products: number[]];

function bought(told: readonly Told[], products: number): ShopPurchases {
  const rows = told.flatMap(([member, day, items], order) =>
    [...new Set(items)].map((product) => ({ order, member, day, product })),
  );
  return {
    order: Int32Array.from(rows, ({ order }) => order),
    member: Int32Array.from(rows, ({ member }) => member),
    product: Int32Array.from(rows, ({ product }) => product),
    day: Int32Array.from(rows, ({ day }) => day),
    ...{ orders: told.length, products, today: TODAY },
    members: told.reduce((most, [member]) => Math.max(most, member + 1), 0),
  };
}

const product = (id: number, more: Partial<ShelfProduct> = {}): ShelfProduct => ({
  ...{ id: `p${id}`, title: `Thing ${id}`, vendor: "Maker", productType: `kind ${id % 3}`, tags: [] },
  ...{ collections: [], status: "active", published: true, inStock: true, giftCard: false },
  ...{ price: 1_000n, margin: null, lowered: 1, createdOn: TODAY - 400, ...more },
});

interface Setting {
  products?: number;
  rules?: Partial<RecommendRules>;
  shelf?: (id: number) => ShelfProduct;
}

function shopOf(told: readonly Told[], { products = 8, rules = {}, shelf = product }: Setting = {}): Shop {
  const places = Array.from({ length: products }, (_, place) => place);
  const { model } = trainShop(bought(told, products));
  return {
    ...{ products: places.map(shelf), known: places.map((place) => `p${place}`), model, today: TODAY },
    rules: { ...FIRST_RULES, ...rules },
  };
}

const nobody: Customer = { history: NO_VISITS, notForMe: new Set(), offers: [], available: 0n };
/** Of each member. */
function historiesIn(told: readonly Told[], products = 8): Visits[] {
  const histories = historiesOf(bought(told, products));
  return Array.from({ length: histories.first.length - 1 }, (_, who) => historyOf(histories, who));
}
/** Somebody who bought tea so many days ago. */
const drinker = (...ago: number[]) =>
  historiesIn(ago.map((days): Told => [0, TODAY - days, [0]]))[0] ?? NO_VISITS;
const ids = (picks: readonly Pick[]) => picks.map(({ productId }) => productId);
const all = (picks: MemberPicks) => [...picks.due, ...picks.reachable, ...picks.again, ...picks.fresh];

/** Twenty buy 0 with 1, ten of them 2 as well; nobody ever bought 5 to 7. */
const TEA: Told[] = Array.from({ length: 20 }, (_, n) => [n, TODAY - 60 + n, n < 10 ? [0, 1, 2] : [0, 1]]);

describe("every pick says why, in counts that anybody who counts comes to", () => {
  const story = fc.array(
    fc.tuple(
      fc.integer({ min: -1, max: 11 }),
      fc.integer({ min: TODAY - 200, max: TODAY }),
      fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 5 }),
    ),
    { maxLength: 120, size: "max" },
  );

  test("whatever was bought", () => {
    fc.assert(
      fc.property(story, (told) => {
        const shop = shopOf(told, { products: 6 });
        const recommender = recommenderOf(shop);
        for (let place = 0; place < 6; place++)
          for (const pick of recommender.forProducts([`p${place}`])) expectTrue(pick, { told, member: null });
        historiesIn(told, 6).forEach((history, member) => {
          for (const pick of all(recommender.forCustomer({ ...nobody, history })))
            expectTrue(pick, { told, member });
        });
      }),
      { numRuns: 40 },
    );
  });

  function expectTrue(
    { productId, evidence }: Pick,
    { told, member }: { told: Told[]; member: number | null },
  ) {
    const place = Number(productId.slice(1));
    const buyersOf = (one: number, from = -Infinity) =>
      new Set(
        told.filter(([who, day, items]) => who >= 0 && day > from && items.includes(one)).map(([who]) => who),
      );
    const days = new Set(
      told.filter(([who, , items]) => who === member && items.includes(place)).map(([, day]) => day),
    );
    switch (evidence.kind) {
      case "bought-together": {
        const [mine, theirs] = [buyersOf(place), buyersOf(Number(evidence.with.slice(1)))];
        expect(evidence.buyers).toBe(theirs.size);
        expect(evidence.both).toBe([...theirs].filter((who) => mine.has(who)).length);
        return expect(evidence.both).toBeGreaterThanOrEqual(5);
      }
      case "same-order": {
        const held = told.filter(([, , items]) => items.includes(Number(evidence.with.slice(1))));
        expect(evidence.orders).toBe(held.length);
        return expect(evidence.both).toBe(held.filter(([, , items]) => items.includes(place)).length);
      }
      case "popular":
        return expect(evidence.buyers).toBe(buyersOf(place, TODAY - evidence.days).size);
      case "bought-again":
      case "due-again":
        expect(evidence.times).toBe(days.size);
        return expect(evidence.last).toBe(dateOf(Math.max(...days)));
      default:
        return expect(["similar", "new-here"]).toContain(evidence.kind);
    }
  }
});

describe("what is never shown", () => {
  const gone: Partial<ShelfProduct>[] = [
    { inStock: false },
    { published: false },
    { giftCard: true },
    { status: "draft" },
    { status: "unlisted" },
  ];
  test.each(gone)("%o", (state) => {
    const shop = shopOf(TEA, {
      shelf: (id) => product(id, id === 1 ? state : {}),
      rules: { pinned: ["p1"] },
    });
    expect(ids(recommenderOf(shop).forProducts(["p0"]))).not.toContain("p1");
    expect(ids(all(recommenderOf(shop).forCustomer(nobody)))).not.toContain("p1");
  });

  test("the product whose page it is, and what the store no longer has", () => {
    const shop = shopOf(TEA);
    expect(ids(recommenderOf(shop).forProducts(["p0"]))).not.toContain("p0");
    expect(ids(recommenderOf({ ...shop, products: [product(0)] }).forProducts(["p0"]))).toEqual([]);
  });

  test("what a member does not want", () => {
    const recommender = recommenderOf(shopOf(TEA));
    const history = drinker(60);
    expect(ids(all(recommender.forCustomer({ ...nobody, history })))).toContain("p1");
    const refused = recommender.forCustomer({ ...nobody, history, notForMe: new Set(["p1"]) });
    expect(ids(all(refused))).not.toContain("p1");
  });

  test("anything, once the merchant switches it off", () => {
    const recommender = recommenderOf(shopOf(TEA, { rules: { on: false, pinned: ["p3"] } }));
    expect(recommender.forProducts(["p0"])).toEqual([]);
    expect(all(recommender.forCustomer(nobody))).toEqual([]);
  });
});

describe("the merchant's word", () => {
  test.each([
    { by: "product", value: "p1" },
    { by: "type", value: "KIND 1" },
    { by: "tag", value: "sale" },
    { by: "collection", value: "tea" },
    { by: "vendor", value: "maker of 1" },
  ] as const)("leaves out by %o", (subject) => {
    const shelf = (id: number) =>
      product(id, id === 1 ? { tags: ["Sale"], collections: ["tea"], vendor: "Maker of 1" } : {});
    const shop = shopOf(TEA, { shelf, rules: { excluded: [subject] } });
    expect(ids(recommenderOf(shop).forProducts(["p0"]))).not.toContain("p1");
  });

  test("pins first, in its order, each with its evidence where it has any", () => {
    const shop = shopOf(TEA, { rules: { pinned: ["p7", "p2"] } });
    const [first, second] = recommenderOf(shop).forProducts(["p0"]);
    expect(first).toEqual({ productId: "p7", evidence: { kind: "pinned" } });
    expect(second).toMatchObject({ productId: "p2", evidence: { kind: "bought-together", both: 10 } });
  });

  test("shows more gladly what it weighs more, and what leaves more", () => {
    const first = (rules: Partial<RecommendRules>, margins: Partial<Record<number, number>> = {}) => {
      const shelf = (id: number) => product(id, { margin: margins[id] ?? 0.4 });
      return recommenderOf(shopOf(TEA, { shelf, rules })).forProducts(["p0"])[0]?.productId;
    };
    expect(first({})).toBe("p1");
    expect(first({ boosted: [{ by: "product", value: "p2", factor: 10 }] })).toBe("p2");
    expect(first({ margin: 1 }, { 2: 1, 1: 0 })).toBe("p2");
    expect(first({ margin: 0 }, { 2: 1, 1: 0 })).toBe("p1");
  });

  test("of a type at most so many stand together, while there is anything else", () => {
    const shelf = (id: number) => product(id, { productType: id < 3 ? "pot" : "seed" });
    const told = TEA.map(([member, day, items], n): Told => [member, day, n < 6 ? [...items, 3] : items]);
    const kinds = (mostOfAType: number | null) =>
      ids(recommenderOf(shopOf(told, { shelf, rules: { mostOfAType } })).forProducts(["p0"], 3)).map(
        (id) => shelf(Number(id.slice(1))).productType,
      );
    expect(kinds(null)).toEqual(["pot", "pot", "seed"]);
    expect(kinds(1)).toEqual(["pot", "seed", "pot"]);
  });
});

describe("somebody of whom nothing is known gets something at once", () => {
  test("beside a product that nobody bought stands what is like it", () => {
    const [first] = recommenderOf(shopOf(TEA)).forProducts(["p7"]);
    expect(first).toMatchObject({ evidence: { kind: "similar", with: "p7" } });
    expect(first?.productId).toMatch(/^p[14]$/);
  });

  test("in a shop without a single order, too", () => {
    const recommender = recommenderOf(shopOf([]));
    expect(recommender.forProducts(["p0"]).length).toBeGreaterThan(0);
    expect(recommender.forCustomer(nobody).fresh).toEqual([]);
    const fresh = recommenderOf(shopOf([], { shelf: (id) => product(id, { createdOn: TODAY - id }) }));
    expect(fresh.forCustomer(nobody).fresh[0]?.evidence).toEqual({ kind: "new-here", since: dateOf(TODAY) });
  });

  test("a newcomer is shown what sells", () => {
    const [first] = recommenderOf(shopOf(TEA)).forCustomer(nobody).fresh;
    expect(first).toEqual({ productId: "p0", evidence: { kind: "popular", buyers: 20, days: 90 } });
  });
});

test("what is bought in a rhythm is due when its time has come, and not before", () => {
  const recommender = recommenderOf(shopOf(TEA));
  const { due } = recommender.forCustomer({ ...nobody, history: drinker(60, 40, 20) });
  expect(due[0]?.evidence).toEqual({
    ...{ kind: "due-again", times: 3, everyDays: 20 },
    ...{ last: dateOf(TODAY - 20), due: dateOf(TODAY) },
  });
  expect(recommender.forCustomer({ ...nobody, history: drinker(45, 25, 5) }).due).toEqual([]);
});

test("nobody is told that they buy in a rhythm which is that of others", () => {
  const monthly = Array.from({ length: 20 }, (_, n) =>
    [90, 60, 30].map((ago): Told => [n, TODAY - ago, [0]]),
  ).flat();
  const recommender = recommenderOf(shopOf(monthly));
  const dueAfter = (...ago: number[]) =>
    ids(recommender.forCustomer({ ...nobody, history: drinker(...ago) }).due);
  expect(dueAfter(30)).toEqual([]);
  expect(dueAfter(60, 30)).toEqual([]);
  expect(dueAfter(90, 60, 30)).toEqual(["p0"]);
});

test("points pay for what they reach, by the reward that takes the fewest", () => {
  const history = drinker(60);
  const offers: Customer["offers"] = [
    { kind: "product", rewardId: "gift", productId: "p4", points: 80n },
    { kind: "amount", rewardId: "ten", points: 70n, value: 1_000n, minimum: 0n },
    { kind: "amount", rewardId: "five", points: 40n, value: 500n, minimum: 0n },
  ];
  const recommender = recommenderOf(shopOf(TEA));
  const reached = (available: bigint) =>
    recommender.forCustomer({ ...nobody, history, offers, available }).reachable;
  expect(reached(69n)).toEqual([]);
  const [first] = reached(100n);
  expect(first).toEqual({
    productId: "p4",
    evidence: { kind: "reachable", rewardId: "ten", points: "70", available: "100" },
  });
  expect(ids(reached(100n))).toContain("p1");
});

test("a model that was kept recommends the same", () => {
  const shop = shopOf(TEA);
  const kept = unpack<Shop["model"]>(pack(shop.model));
  expect(kept).toEqual(shop.model);
  expect(recommenderOf({ ...shop, model: kept }).forProducts(["p0"])).toEqual(
    recommenderOf(shop).forProducts(["p0"]),
  );
});

test.each<[string, Told[]]>([
  ["one order of one product", [[0, TODAY, [0]]]],
  ["the same order many times", Array.from({ length: 50 }, () => [0, TODAY, [0, 1]])],
  ["guests alone", Array.from({ length: 50 }, () => [-1, TODAY - 1, [0, 1]])],
  [
    "a gap of ten years",
    [
      [0, TODAY - 3_650, [0, 1]],
      [0, TODAY, [1, 2]],
    ],
  ],
  ["a clock that was wrong", [...TEA, [3, TODAY + 9_000, [0, 3]], [4, -5_000, [1]]]],
])("%s: an answer that makes sense", (_, told) => {
  const recommender = recommenderOf(shopOf(told));
  for (const history of historiesIn(told))
    for (const { evidence } of all(recommender.forCustomer({ ...nobody, history })))
      if ("last" in evidence) expect(evidence.last <= dateOf(TODAY)).toBe(true);
  expect(recommender.forProducts(["p0"]).length).toBeGreaterThan(0);
});
