import { describe, expect, test } from "vitest";
import { perkTitle, rewardTitle, ruleTitle, tierTitle, type TitledEntries } from "./entry-titles.ts";
import { differenceSentence } from "./difference-words.ts";
import { formatsFor } from "./formats.ts";
import { textsFor } from "./texts.ts";

const NAMED: TitledEntries = {
  rewards: {
    "big-one": { name: "A big one", kind: "amount", value: "20.00" },
    "five-off": { name: null, kind: "amount", value: "5.00" },
    tenth: { name: null, kind: "percent", value: "10" },
    ship: { name: null, kind: "free-shipping", value: null },
    trees: { name: null, kind: "donation", value: "Trees for Kent" },
  },
  tiers: { gold: "Or" },
  rules: { "big-basket": "Large orders" },
  perks: {
    linen: { kind: "member-price", about: "10" },
    basil: { kind: "gift", about: "basil-seeds" },
    tulip: { kind: "gift", about: "tulip-bulbs" },
    peony: { kind: "exclusive", about: null },
  },
  products: { "basil-seeds": "Basil, 200 seeds" },
};
const wordsOf = (locale: string) => ({
  t: textsFor(locale),
  f: formatsFor({ locale, currency: "GBP", timezone: "UTC" }),
});
const titleOf = (id: string, locale = "en") => rewardTitle(id, NAMED, wordsOf(locale));

describe("a reward", () => {
  test("goes by the merchant's own name", () => {
    expect(titleOf("big-one")).toBe("A big one");
  });

  test("without one goes by what it is, never by its id", () => {
    expect(["five-off", "tenth", "ship"].map((id) => titleOf(id))).toEqual([
      "Money off: £5.00",
      "Per cent off: 10%",
      "Free shipping",
    ]);
    expect(titleOf("five-off", "de")).toBe("Rabatt als Betrag: 5,00\u00a0£");
  });

  test("that nobody knows any more keeps its id, whatever word that is", () => {
    expect([titleOf("gone"), titleOf("constructor")]).toEqual(["gone", "constructor"]);
  });
});

test("a donation without a name says what it is for", () => {
  expect(titleOf("trees")).toBe("Donation: Trees for Kent");
});

test("a perk goes by what it does, its product as the store calls it, and keeps its id where nobody knows it", () => {
  const called = (id: string) => perkTitle(id, NAMED, wordsOf("en"));
  expect(["linen", "basil", "tulip", "peony", "gone", "toString"].map(called)).toEqual([
    ...["Member price: 10%", "Gift with orders: Basil, 200 seeds", "Gift with orders: tulip-bulbs"],
    ...["Products for members only", "gone", "toString"],
  ]);
});

test("what a programme says otherwise of perks and products is told by names, never by handles", () => {
  const added = {
    path: "perks[basil]",
    kind: "added",
    before: null,
    after: "kind gift, tiers gold, product basil-seeds, minimum 40.00 GBP",
  } as const;
  const { t, f } = wordsOf("en");
  expect(differenceSentence(added, t, f, NAMED)).toBe(
    "The perk **Gift with orders: Basil, 200 seeds** is **new**: kind a gift with orders, for tiers Or, product Basil, 200 seeds, from an order of £40.00.",
  );
  const changed = { path: "perks[basil].tiers", kind: "changed", before: "silver", after: "gold" } as const;
  expect(differenceSentence(changed, t, f, NAMED)).toBe(
    "The perk **Gift with orders: Basil, 200 seeds**, for tiers: silver becomes **Or**.",
  );
});

test("a tier and a rule go by their names, else by their ids", () => {
  expect([tierTitle("gold", NAMED), tierTitle("toString", NAMED)]).toEqual(["Or", "toString"]);
  expect([ruleTitle("big-basket", NAMED), ruleTitle("toString", NAMED)]).toEqual([
    "Large orders",
    "toString",
  ]);
});
