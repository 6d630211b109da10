import { describe, expect, test } from "vitest";
import type { PerkConfiguration, PerkSummary } from "../../app/loyalty/summary.ts";
import {
  configurationWith,
  costOf,
  customer,
  faultsOf,
  functionFiles,
  NOW,
  TERMS,
} from "../perennial-perks/testing.ts";
import { cartLinesDiscountsGenerateRun } from "./src/index.ts";
import type { CartLine, DiscountInput, DiscountProduct } from "./src/shapes.ts";

const FILES = functionFiles("perennial-discount", "cart_lines_discounts_generate_run");

function line(id: number, amount: string, product: Partial<DiscountProduct> = {}): CartLine {
  return {
    id: `gid://shopify/CartLine/${id}`,
    cost: { subtotalAmount: { amount } },
    merchandise: {
      __typename: "ProductVariant",
      product: {
        id: `gid://shopify/Product/${id}`,
        isGiftCard: false,
        vendor: "Green & Co",
        productType: "Plant",
        hasTags: [{ tag: "summer", hasTag: false }],
        inCollections: [{ collectionId: "gid://shopify/Collection/9", isMember: false }],
        ...product,
      },
    },
  };
}

const TAGGED: Partial<DiscountProduct> = { hasTags: [{ tag: "summer", hasTag: true }] };

interface Scene {
  perks: PerkSummary[];
  lines: CartLine[];
  who?: ReturnType<typeof customer> | null;
  configuration?: Partial<PerkConfiguration>;
  input?: Partial<DiscountInput>;
}

function inputOf({ perks, lines, who = customer("gold"), configuration, input }: Scene): DiscountInput {
  return {
    cart: { buyerIdentity: who === null ? null : { customer: who }, lines },
    discount: { metafield: { jsonValue: configurationWith(perks, configuration) } },
    localization: { language: { isoCode: "EN" } },
    presentmentCurrencyRate: "1.0",
    shop: { localTime: { dateTimeAfter: false } },
    ...input,
  };
}

/** What is taken off, as "line: per cent, message", after Shopify's own helpers have found nothing wrong. */
async function taken(scene: Scene): Promise<string[]> {
  const input = inputOf(scene);
  const output = cartLinesDiscountsGenerateRun(input);
  const target = "cart.lines.discounts.generate.run";
  expect(await faultsOf(FILES, { input, output, target })).toEqual([]);
  return output.operations.flatMap(({ productDiscountsAdd: { candidates } }) =>
    candidates.flatMap(({ message, targets, value }) =>
      targets.map(({ cartLine: { id, quantity } }) => {
        const units = quantity === undefined ? "" : ` x ${quantity}`;
        return `${id.split("/").at(-1)}${units}: ${value.percentage.value}, ${message}`;
      }),
    ),
  );
}

const price: PerkSummary = { ...TERMS, kind: "member-price", percent: "10" };
const gift: PerkSummary = {
  ...TERMS,
  id: "g",
  kind: "gift",
  product: "gid://shopify/Product/7",
  minimum: "50.00",
  minimumCents: 5000,
};

test("the query costs as much as Shopify allows, and is short enough", () => {
  expect(costOf(FILES)).toBe(30);
});

test("an answer that Shopify would not take is told of", async () => {
  const input = inputOf({ perks: [], lines: [] });
  const output = { operations: [{ productDiscountsAdd: { selectionStrategy: "SOME", candidates: [] } }] };
  const target = "cart.lines.discounts.generate.run";
  expect(await faultsOf(FILES, { input, output, target })).not.toEqual([]);
});

describe("a member price", () => {
  test("is for whoever holds the level or carries the tag, and for nobody else", async () => {
    const perks: PerkSummary[] = [{ ...price, customerTags: ["vault"] }];
    const lines = [line(1, "20.0")];
    expect(await taken({ perks, lines })).toEqual(["1: 10, Gold price"]);
    expect(await taken({ perks, lines, who: customer("silver") })).toEqual([]);
    expect(await taken({ perks, lines, who: customer("silver", ["vault"]) })).toEqual([
      "1: 10, Member price",
    ]);
    expect(await taken({ perks, lines, who: customer(null) })).toEqual([]);
    expect(await taken({ perks, lines, who: null })).toEqual([]);
  });

  test("is not for whoever has left the programme, or whose summary cannot be read", async () => {
    const who = customer("gold");
    const out = { ...who, metafield: { jsonValue: { v: 2, out: true, tier: { id: "gold" } } } };
    for (const one of [out, { ...who, metafield: null }, { ...who, metafield: { jsonValue: {} } }])
      expect(await taken({ perks: [price], lines: [line(1, "20.0")], who: one })).toEqual([]);
  });

  test.each<[string, PerkSummary["match"], Partial<DiscountProduct>]>([
    ["tag", { productTags: ["summer"] }, TAGGED],
    ["id", { productIds: ["2"] }, {}],
    ["vendor", { vendors: ["Kew"] }, { vendor: "Kew" }],
    ["type", { productTypes: ["Bulb"] }, { productType: "Bulb" }],
    [
      "collection",
      { collections: ["gid://shopify/Collection/9"] },
      { inCollections: [{ collectionId: "gid://shopify/Collection/9", isMember: true }] },
    ],
  ])("is on what its %s names, all keys together", async (_key, match, product) => {
    const lines = [line(1, "20.0"), line(2, "20.0", product)];
    expect(await taken({ perks: [{ ...price, match }], lines })).toEqual(["2: 10, Gold price"]);
    const both = { ...match, vendors: ["Nobody"] };
    expect(await taken({ perks: [{ ...price, match: both }], lines })).toEqual([]);
  });

  test("is never on gift cards, nor on what has no product", async () => {
    const custom: CartLine = { ...line(2, "5.0"), merchandise: { __typename: "CustomProduct" } };
    expect(await taken({ perks: [price], lines: [line(1, "20.0", { isGiftCard: true }), custom] })).toEqual(
      [],
    );
  });

  test("is the largest of several, of equal ones the first", async () => {
    const perks: PerkSummary[] = [
      price,
      { ...price, id: "q", percent: "12.50", match: { productTags: ["summer"] } },
      { ...price, id: "r", percent: "12.5", match: { productTags: ["summer"] }, tiers: ["silver"] },
      { ...price, id: "s", percent: "9.99" },
    ];
    const lines = [line(1, "20.0"), line(2, "20.0", TAGGED)];
    expect(await taken({ perks, lines })).toEqual(["1: 10, Gold price", "2: 12.50, Gold price"]);
  });

  test.each([
    ["before it begins", { from: NOW + 60 }, { next: NOW + 60 }, false, []],
    ["as it begins", { from: NOW + 60 }, { next: NOW + 60 }, true, ["1: 10, Gold price"]],
    ["as long as it goes on", { to: NOW + 60 }, { next: NOW + 60 }, false, ["1: 10, Gold price"]],
    ["when it is over", { to: NOW + 60 }, { next: NOW + 60 }, true, []],
    ["with nothing to come", {}, { next: null }, true, ["1: 10, Gold price"]],
  ])("is there %s as its window says", async (_when, window, configuration, dateTimeAfter, expected) => {
    const perks = [{ ...price, ...window }];
    const input = { shop: { localTime: { dateTimeAfter } } };
    expect(await taken({ perks, lines: [line(1, "20.0")], configuration, input })).toEqual(expected);
  });

  test("says so in the buyer's language, with the level's own name", async () => {
    const perks = [price];
    const said = (isoCode: string) =>
      taken({ perks, lines: [line(1, "20.0")], input: { localization: { language: { isoCode } } } });
    expect(await said("DE")).toEqual(["1: 10, Gold-Preis"]);
    expect(await said("FR")).toEqual(["1: 10, Prix Gold"]);
    expect(await said("JA")).toHaveLength(1);
  });

  test.each([
    ["none is there", null],
    ["another version is", { jsonValue: { v: 2 } }],
    ["something else is", { jsonValue: "soon" }],
  ])("is not taken off where %s to read", async (_what, metafield) => {
    expect(await taken({ perks: [], lines: [line(1, "20.0")], input: { discount: { metafield } } })).toEqual(
      [],
    );
  });

  test("of two hundred lines fits into what a function may answer", () => {
    const lines = Array.from({ length: 200 }, (_, n) => line(n, "20.0")).map((one) => ({
      ...one,
      id: `gid://shopify/CartLine/${"0".repeat(8)}-0000-0000-0000-${one.id.padStart(12).slice(-12)}`,
    }));
    const output = cartLinesDiscountsGenerateRun(inputOf({ perks: [price], lines }));
    expect(JSON.stringify(output).length).toBeLessThan(20_000);
  });
});

describe("a gift", () => {
  const present = line(7, "6.0");

  test("is one for nothing, where everything else is worth the minimum", async () => {
    expect(await taken({ perks: [gift], lines: [line(1, "50.0"), present] })).toEqual([
      "7 x 1: 100, Gold gift",
    ]);
    expect(await taken({ perks: [gift], lines: [line(1, "49.99"), present] })).toEqual([]);
    expect(await taken({ perks: [gift], lines: [line(1, "50.0")] })).toEqual([]);
  });

  test("does not count itself, other gifts or gift cards", async () => {
    const other: PerkSummary = { ...gift, id: "h", product: "gid://shopify/Product/8" };
    const lines = [line(7, "60.0"), line(8, "60.0"), line(9, "60.0", { isGiftCard: true }), line(1, "49.0")];
    expect(await taken({ perks: [gift, other], lines })).toEqual([]);
    expect(await taken({ perks: [gift, other], lines: [...lines, line(2, "1.0")] })).toEqual([
      "7 x 1: 100, Gold gift",
      "8 x 1: 100, Gold gift",
    ]);
  });

  test("goes with a purchase, whatever its minimum", async () => {
    const free: PerkSummary = { ...gift, minimum: null, minimumCents: 0 };
    expect(await taken({ perks: [free], lines: [present] })).toEqual([]);
    expect(await taken({ perks: [free], lines: [present, line(1, "0.01")] })).toHaveLength(1);
  });

  test("asks for the minimum in the buyer's currency, to the last decimal", async () => {
    const input = { presentmentCurrencyRate: "1.1234567" };
    const at = (amount: string) => taken({ perks: [gift], lines: [line(1, amount), present], input });
    expect(await at("56.17")).toEqual([]);
    expect(await at("56.18")).toHaveLength(1);
  });

  test("has no member price besides", async () => {
    expect(await taken({ perks: [price, gift], lines: [line(1, "50.0"), present] })).toEqual([
      "7 x 1: 100, Gold gift",
      "1: 10, Gold price",
    ]);
  });
});
