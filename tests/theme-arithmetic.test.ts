import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateOrder, tierMultiplier } from "../app/loyalty/earning.ts";
import { aLine, anOrder, aProgramme, PURCHASE, termsOf } from "../app/loyalty/examples.ts";
import type { Programme } from "../app/loyalty/programme.ts";
import { summariseProgramme } from "../app/loyalty/summarise-programme.ts";
import { parseInstant } from "../app/loyalty/time.ts";
import { MEMBER, renderBlock, type ThemeProduct } from "./helpers/theme-page.ts";

const NOW = "2026-07-01T12:00:00Z";

interface Ware {
  price: number;
  tags: string[];
  vendor: string;
  type: string;
  collections: string[];
  giftCard: boolean;
}

const FERN: Ware = { price: 2400, tags: [], vendor: "Hill", type: "Plant", collections: [], giftCard: false };

/** What the core gives for one unit of each, bought now at this level. */
function earned(programme: Programme, wares: Ware[], level: string | null): number {
  const lines = wares.map((ware, index) =>
    aLine({
      id: String(index),
      productId: String(501 + index),
      variantId: "901",
      vendor: ware.vendor,
      price: BigInt(ware.price),
      giftCard: ware.giftCard,
    }),
  );
  const facts = wares.map(({ tags, type, collections }, index) => ({
    id: String(501 + index),
    tags,
    collections,
    productType: type,
  }));
  const terms = {
    ...termsOf(programme, facts),
    tierId: level,
    tierMultiplier: tierMultiplier(programme, level),
  };
  const { ratePoints, bonusPoints } = evaluateOrder(
    anOrder({ lines, processedAt: parseInstant(NOW) }),
    terms,
  );
  return Number(ratePoints + bonusPoints);
}

function onPage(
  { price, tags, vendor, type, collections, giftCard }: Ware,
  index = 0,
): Partial<ThemeProduct> {
  const handles = collections.map((handle) => ({ handle }));
  return { id: 501 + index, price, tags, vendor, type, collections: handles, giftCard };
}

/** The number the block prints; 0 where it says nothing. */
function printed(markup: string): number {
  return Number(/about ([\d,]+) point/.exec(markup)?.[1]?.replaceAll(",", "") ?? 0);
}

function pageOf(programme: Programme, level: string | null) {
  return {
    now: NOW,
    programme: summariseProgramme({ programme, version: 1 }),
    ...(level === null ? {} : { customer: { summary: { ...MEMBER, tier: { id: level, name: level } } } }),
  };
}

const LEVELS = [
  { id: "bronze", at: "0", multiplier: "1" },
  { id: "silver", at: "250.00", multiplier: "1.25" },
  { id: "gold", at: "1000.00", multiplier: "1.5" },
];
const TIERS = { basis: "spend", window: { kind: "lifetime" }, levels: LEVELS };

describe("this product earns about N points", () => {
  const programme = aProgramme({ tiers: TIERS });

  it.each([
    [99, null],
    [100, null],
    [199, null],
    [2400, null],
    [2450, "silver"],
    [2450, "gold"],
    [799, "silver"],
    [123456789, "gold"],
  ])("says for %i pence at %s what the core would give", (price, level) => {
    const ware = { ...FERN, price };
    const markup = renderBlock("product-points", { ...pageOf(programme, level), product: onPage(ware) });
    expect(printed(markup)).toBe(earned(programme, [ware], level));
  });
});

describe("for any programme and any cart", () => {
  const word = fc.constantFrom("a", "b", "c");
  const words = fc.uniqueArray(word, { maxLength: 2 });
  const decimal = fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 99 }))
    .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, "0")}`);
  const match = fc.record(
    {
      productTags: words,
      vendors: words,
      productTypes: words,
      collections: words,
      productIds: fc.constant(["501"]),
    },
    { requiredKeys: [] },
  );
  const window = fc.constantFrom(
    {},
    { from: NOW },
    { to: NOW },
    { from: "2026-06-01T00:00:00Z", to: "2026-09-01T00:00:00Z" },
  );
  const rate = fc.record({
    points: fc.integer({ min: 1, max: 9 }),
    per: fc.constantFrom("1.00", "0.30", "7.00", "10.00"),
  });
  const rule = fc.oneof(
    fc
      .tuple(rate, match, window)
      .map(([given, fits, open]) => ({ on: "order", rate: given, match: fits, ...open })),
    fc
      .tuple(decimal, match, window)
      .map(([times, fits, open]) => ({ on: "order", multiply: times, match: fits, ...open })),
    fc
      .tuple(fc.integer({ min: 1, max: 90 }), fc.constantFrom("0.00", "20.00", "60.00"), match, window)
      .map(([bonus, minimum, fits, open]) => ({ on: "order", bonus, minimum, match: fits, ...open })),
  );
  const ware: fc.Arbitrary<Ware> = fc.record({
    price: fc.integer({ min: 1, max: 99_999 }),
    tags: words,
    vendor: word,
    type: word,
    collections: words,
    giftCard: fc.boolean(),
  });
  const exclude = fc.record(
    { productTags: words, collections: words, giftCards: fc.boolean() },
    { requiredKeys: [] },
  );

  it("the cart block prints what the core would give for it", () => {
    fc.assert(
      fc.property(
        fc.array(rule, { maxLength: 5 }),
        fc.constantFrom("best", "stack"),
        exclude,
        fc.array(ware, { minLength: 1, maxLength: 4 }),
        fc.constantFrom("bronze", "silver", "gold"),
        (rules, combine, excluded, wares, level) => {
          const numbered = rules.map((given, index) => ({ id: `r${index}`, ...withoutEmptyMatch(given) }));
          const programme = aProgramme({
            tiers: TIERS,
            earning: { rules: [PURCHASE, ...numbered], combine, exclude: excluded },
          });
          const lines = wares.map((given, index) => ({ product: onPage(given, index), price: given.price }));
          const markup = renderBlock("cart-points", { ...pageOf(programme, level), cart: { lines } });
          expect(printed(markup)).toBe(earned(programme, wares, level));
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** A key without values, or a match without keys, is refused in a document. */
function withoutEmptyMatch(given: { match: object }): object {
  const keys = Object.entries(given.match).filter(
    ([, values]: [string, string[] | undefined]) => values !== undefined && values.length > 0,
  );
  const { match: _, ...rest } = given;
  return keys.length === 0 ? rest : { ...rest, match: Object.fromEntries(keys) };
}
