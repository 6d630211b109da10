import { describe, expect, test } from "vitest";
import { rewardTitle, ruleTitle, tierTitle, type TitledEntries } from "./entry-titles.ts";
import { formatsFor } from "./formats.ts";
import { textsFor } from "./texts.ts";

const NAMED: TitledEntries = {
  rewards: {
    "big-one": { name: "A big one", kind: "amount", value: "20.00" },
    "five-off": { name: null, kind: "amount", value: "5.00" },
    tenth: { name: null, kind: "percent", value: "10" },
    ship: { name: null, kind: "free-shipping", value: null },
  },
  tiers: { gold: "Or" },
  rules: { "big-basket": "Large orders" },
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

test("a tier and a rule go by their names, else by their ids", () => {
  expect([tierTitle("gold", NAMED), tierTitle("toString", NAMED)]).toEqual(["Or", "toString"]);
  expect([ruleTitle("big-basket", NAMED), ruleTitle("toString", NAMED)]).toEqual([
    "Large orders",
    "toString",
  ]);
});
