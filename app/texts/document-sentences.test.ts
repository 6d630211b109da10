import { describe, expect, test } from "vitest";
import { programmeTree } from "../loyalty/examples.ts";
import {
  levelSentence,
  perkSentence,
  rewardSentence,
  ruleSentence,
  tellingOf,
} from "./document-sentences.ts";
import { formatsFor } from "./formats.ts";
import { excludedSentence, pointsSentences, tiersSentence } from "./section-sentences.ts";
import { rewardCost } from "./reward-cost.ts";
import { textsFor } from "./texts.ts";

const TERMS = { currency: "GBP", timezone: "Europe/London" };
const tellingIn = (locale: string, document: unknown = programmeTree()) =>
  tellingOf(document, { t: textsFor(locale), f: formatsFor({ locale, ...TERMS }), locale });
const english = tellingIn("en-GB");

describe("a rule", () => {
  test.each<[object, string]>([
    [
      { on: "order", rate: { points: 1, per: "1.00" } },
      "Customers earn **1 point** for every **£1.00** they spend",
    ],
    [
      {
        on: "order",
        multiply: "2",
        match: { productTags: ["summer", "sun"], vendors: ["Acme"] },
        from: "2026-05-31T23:00:00Z",
      },
      "Customers earn **2** times the points on products tagged summer or sun, by Acme, from **1 Jun 2026, 00:00**",
    ],
    [
      { on: "order", bonus: 50, minimum: "100.00" },
      "An order earns **50 points** on top, if it is worth **£100.00** or more",
    ],
    [
      { on: "activity:review", bonus: 10, limit: { times: 1, per: "day" } },
      "Customers get **10 points** for **review**, once a day at most",
    ],
    [
      { on: "signup", bonus: "9007199254740993" },
      "Customers get **9,007,199,254,740,993 points** for signing up",
    ],
    [{ on: "order" }, "Written in a way that no form shows"],
    [{ on: "order", rate: {} }, "Customers earn … for every … they spend"],
    [
      { on: "order", rate: { points: "many", per: "<b>" } },
      "Customers earn **many points** for every **<b>** they spend",
    ],
  ])("%j", (entry, sentence) => {
    expect(ruleSentence({ id: "x", ...entry }, english)).toBe(sentence);
  });
});

describe("a reward", () => {
  test.each<[object, string]>([
    [
      { kind: "amount", cost: 500, value: "5.00", minimum: "20.00" },
      "**£5.00** off the order for **500 points**, on orders of **£20.00** or more",
    ],
    [
      { kind: "amount", costPer: 90, value: "50.00" },
      "Money off: **90 points** for every £1.00, up to **£50.00**",
    ],
    [
      { kind: "percent", cost: 800, costPer: 80, value: "10" },
      "**10%** off the order for **800 points**, or **80 points** for every 1%",
    ],
    [
      { kind: "free-shipping", cost: 300, codeDays: 30, perMember: 2, stock: 5, tiers: ["gold", "silver"] },
      "Free shipping for **300 points**, to be used within **30 days**, for **gold or silver** only, **2** times for each member, **5** in stock",
    ],
    [{ kind: "balloon", cost: 1 }, "Written in a way that no form shows"],
  ])("%j", (entry, sentence) => {
    expect(rewardSentence({ id: "x", ...entry }, english)).toBe(sentence);
  });
});

test.each<[object, string | null]>([
  [{ kind: "amount", cost: 500, value: "5.00" }, "Every 100 points spent on it cost you £1.00."],
  [{ kind: "gift-card", costPer: 80 }, "Every 100 points spent on it cost you £1.25."],
  [{ kind: "amount", cost: 300, value: "1.00" }, "Every 100 points spent on it cost you £0.33…."],
  [{ kind: "percent", cost: 500, value: "10" }, null],
  [{ kind: "amount", cost: "", value: "5.00" }, null],
])("what a reward costs the merchant: %j", (entry, said) => {
  expect(rewardCost({ id: "x", ...entry }, english)).toBe(said);
});

test("a perk says for whom and on what", () => {
  const perk = { id: "x", kind: "member-price", tiers: ["gold"], customerTags: ["vip"], percent: "10" };
  expect(perkSentence(perk, english)).toBe(
    "**10%** off **everything**, for **members of gold or customers tagged vip**",
  );
});

test("levels are called by their names in the language, and by their ids where they have none", () => {
  const document = programmeTree({
    tiers: { basis: "spend", levels: [{ id: "gold", at: "0" }] },
    texts: { de: { tiers: { gold: "Goldstück" } } },
  });
  const reward = { id: "x", kind: "free-shipping", cost: 1, tiers: ["gold"] };
  expect(rewardSentence(reward, tellingIn("de-CH", document))).toContain("**Goldstück**");
  expect(rewardSentence(reward, tellingIn("en", document))).toContain("**gold**");
  expect(levelSentence(document, 0, english)).toBe(
    "**gold**: from **£0.00** on, a member earns **1** times the points",
  );
});

test("points, expiry and debts", () => {
  const points = {
    pendingDays: 14,
    expiry: { kind: "lots", months: 12 },
    notice: { days: [30, 7], required: true },
    debt: "owe",
  };
  expect(pointsSentences(programmeTree({ points }), english)).toEqual([
    "Points of an order become available **14 days** after it",
    "Points expire **12 months** after they became available",
    "Members are told **30 and 7 days** before, and points that nobody was told of do not expire",
    "Points that are taken back after they were spent are **owed**, and the next ones pay for them",
  ]);
  expect(pointsSentences(programmeTree(), english)).toEqual([
    "Points of an order are available **at once**",
    "Points **never expire**",
    expect.stringContaining("**owed**"),
  ]);
});

test("what earns nothing, gift cards where nothing else is said", () => {
  expect(excludedSentence(programmeTree(), english)).toBe("Nothing is earned on **gift cards**");
  const exclude = { giftCards: false, productTags: ["sale"], vendors: ["Acme"] };
  expect(excludedSentence(programmeTree({ earning: { exclude, rules: [] } }), english)).toBe(
    "Nothing is earned on **products tagged sale and products by Acme**",
  );
});

test("tiers", () => {
  const tiers = { basis: "spend", window: { kind: "rolling", months: 12 }, guaranteeDays: 90, levels: [] };
  expect(tiersSentence(programmeTree({ tiers }), english)).toBe(
    "Members rise by **what they spent**, within the last **12 months**, and keep a tier for **90 days** once it is no longer reached",
  );
  expect(tiersSentence(programmeTree(), english)).toBe("There are no tiers");
});

test.each(["en", "de", "zh-CN"])("no sentence of %s leaves a brace open or a field out", (locale) => {
  const { rules, rewards, perks, levels } = textsFor(locale).document;
  for (const sentence of Object.values(levels)) expect(sentence).toMatch(/\{at\w+\}.*\{multiplier\}/);
  const english = textsFor("en").document;
  const fieldsOf = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
  for (const [kind, { sentence }] of Object.entries(rules))
    expect(fieldsOf(sentence)).toEqual(fieldsOf(english.rules[kind as keyof typeof rules].sentence));
  for (const [kind, { sentence }] of Object.entries(rewards))
    expect(fieldsOf(sentence)).toEqual(fieldsOf(english.rewards[kind as keyof typeof rewards].sentence));
  for (const [kind, { sentence }] of Object.entries(perks))
    expect(fieldsOf(sentence)).toEqual(fieldsOf(english.perks[kind as keyof typeof perks].sentence));
});
