import { describe, expect, test } from "vitest";
import type { PerkSummary } from "../../app/loyalty/summary.ts";
import {
  configurationWith,
  costOf,
  customer,
  faultsOf,
  functionFiles,
  NOW,
  TERMS,
} from "../perennial-perks/testing.ts";
import { cartValidationsGenerateRun } from "./src/index.ts";
import type { TitledProduct, ValidationInput } from "./src/shapes.ts";

const FILES = functionFiles("perennial-validation", "cart_validations_generate_run");
const GUEST = null;
const MATCH = { productTags: ["vault"] };

const vault: PerkSummary = { ...TERMS, kind: "exclusive", customerTags: ["vault"], match: MATCH };
const drop: PerkSummary = {
  ...TERMS,
  id: "d",
  kind: "early-access",
  tiers: ["silver", "gold"],
  match: MATCH,
  publicAt: NOW + 60,
};

function product(title: string, tag: string | null): TitledProduct {
  return {
    id: "gid://shopify/Product/1",
    title,
    vendor: null,
    productType: null,
    hasTags: [{ tag: "vault", hasTag: tag === "vault" }],
    inCollections: [],
  };
}

interface Scene {
  perks?: PerkSummary[];
  who?: ReturnType<typeof customer> | null;
  isAuthenticated?: boolean;
  isAtTill?: boolean;
  step?: ValidationInput["buyerJourney"]["step"];
  hasNextCome?: boolean;
  language?: string;
  next?: number | null;
}

/** The sentences of a refusal, after Shopify's own helpers have found nothing wrong. */
async function refusals(scene: Scene): Promise<string[]> {
  const { perks = [vault], who = GUEST, isAuthenticated = who !== GUEST, isAtTill = false } = scene;
  const { step = "CHECKOUT_INTERACTION", hasNextCome = false, language = "EN", next = null } = scene;
  const titles = [product("Black Tulip", "vault"), product("Fern", null)];
  const input: ValidationInput = {
    buyerJourney: { step },
    cart: {
      buyerIdentity: { isAuthenticated, customer: who },
      lines: [
        ...titles.map((one) => ({ merchandise: { __typename: "ProductVariant" as const, product: one } })),
        { merchandise: { __typename: "CustomProduct" as const } },
      ],
      retailLocation: isAtTill ? { id: "gid://shopify/Location/1" } : null,
    },
    localization: { language: { isoCode: language } },
    shop: { localTime: { dateTimeAfter: hasNextCome } },
    validation: { metafield: { jsonValue: configurationWith(perks, { next }) } },
  };
  const output = cartValidationsGenerateRun(input);
  const target = "cart.validations.generate.run";
  expect(await faultsOf(FILES, { input, output, target })).toEqual([]);
  return output.operations.flatMap(({ validationAdd: { errors } }) => errors.map(({ message }) => message));
}

test("the query costs as much as Shopify allows", () => {
  expect(costOf(FILES)).toBe(30);
});

const ONLY_GOLD = "Black Tulip is only for members of these levels: Gold. Take it out of the cart to go on.";

describe("an exclusive product", () => {
  test.each<[string, Scene, string[]]>([
    ["whoever holds its level", { who: customer("gold") }, []],
    ["whoever carries its tag", { who: customer("silver", ["vault"]) }, []],
    [
      "somebody at the till whom staff have named",
      { who: customer("gold"), isAuthenticated: false, isAtTill: true },
      [],
    ],
  ])("is sold to %s", async (_who, scene, expected) => {
    expect(await refusals(scene)).toEqual(expected);
  });

  test("is refused to others at every step", async () => {
    for (const step of ["CART_INTERACTION", "CHECKOUT_INTERACTION", "CHECKOUT_COMPLETION", null] as const)
      expect(await refusals({ who: customer("silver"), step })).toEqual([ONLY_GOLD]);
  });

  test("may lie in a guest's cart, and asks them to sign in at the checkout", async () => {
    expect(await refusals({ who: GUEST, step: "CART_INTERACTION" })).toEqual([]);
    expect(await refusals({ who: GUEST })).toEqual([
      "Black Tulip is only for members of these levels: Gold. Sign in if that is you, or take it out of the cart to go on.",
    ]);
  });

  test("is not sold to whoever only types a member's address", async () => {
    expect(await refusals({ who: customer("gold"), isAuthenticated: false })).toHaveLength(1);
  });

  test("names no level where it is for a tag alone", async () => {
    const perks: PerkSummary[] = [{ ...vault, tiers: [] }];
    expect(await refusals({ perks, who: customer("gold") })).toEqual([
      "Black Tulip is only for certain members. Take it out of the cart to go on.",
    ]);
  });

  test("is everybody's before and after its window", async () => {
    const perks: PerkSummary[] = [{ ...vault, from: NOW + 60 }];
    expect(await refusals({ perks, next: NOW + 60 })).toEqual([]);
    expect(await refusals({ perks, next: NOW + 60, hasNextCome: true })).toHaveLength(1);
    expect(await refusals({ perks: [{ ...vault, to: NOW }] })).toEqual([]);
  });

  test("is refused in the buyer's language", async () => {
    expect(await refusals({ who: customer("silver"), language: "DE" })).toEqual([
      "Black Tulip gibt es nur für Mitglieder dieser Stufen: Gold. Nimm es aus dem Warenkorb, um fortzufahren.",
    ]);
  });
});

describe("early access", () => {
  test("is for those it names until everybody may buy", async () => {
    const scene = { perks: [drop], next: NOW + 60 };
    expect(await refusals({ ...scene, who: customer("silver") })).toEqual([]);
    expect(await refusals({ ...scene, who: customer("bronze") })).toEqual([
      "For now, Black Tulip is only for members of these levels: Silver, Gold. Take it out of the cart to go on.",
    ]);
    expect(await refusals({ ...scene, who: customer("bronze"), hasNextCome: true })).toEqual([]);
  });

  test("is for nobody before it begins", async () => {
    const perks: PerkSummary[] = [{ ...drop, kind: "early-access", publicAt: NOW + 90, from: NOW + 60 }];
    const scene = { perks, next: NOW + 60, who: customer("gold") };
    expect(await refusals(scene)).toEqual([
      "Black Tulip is not on sale yet. Take it out of the cart to go on.",
    ]);
    expect(await refusals({ ...scene, hasNextCome: true })).toEqual([]);
  });

  test("and an exclusive product have to be passed both", async () => {
    const perks = [drop, vault];
    expect(await refusals({ perks, who: customer("silver") })).toEqual([ONLY_GOLD]);
    expect(await refusals({ perks, who: customer("gold") })).toEqual([]);
  });
});

test("nobody is refused where nothing can be read, nor for perks that are no gates", async () => {
  const price: PerkSummary = { ...TERMS, kind: "member-price", percent: "10" };
  expect(await refusals({ perks: [price] })).toEqual([]);
  expect(await refusals({ perks: [] })).toEqual([]);
});
