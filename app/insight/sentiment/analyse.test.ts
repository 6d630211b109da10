import { describe, expect, test } from "vitest";
import { sentimentOf } from "./analyse.ts";

describe("of English and Chinese", () => {
  test.each([
    ["I love it, works perfectly and arrived early.", "positive"],
    ["Broke after two days. Waste of money, do not buy.", "negative"],
    ["Not bad at all, I would buy it again!", "positive"],
    ["I could not be happier with this kettle", "positive"],
    ["It never works and support is useless", "negative"],
    ["Looks nice, but it fell apart within a week.", "negative"],
    ["The strap doesn't fit and the colour is wrong", "negative"],
    ["dissapointed", "negative"],
    ["质量很好，物流也快，非常满意", "positive"],
    ["太差了，用了两天就坏了，再也不会买", "negative"],
    ["外观不错，但是质量太差，失望", "negative"],
    ["一点都不好用", "negative"],
    ["這個包包質感很棒，非常喜歡", "positive"],
  ])("%s", (text, label) => {
    expect(sentimentOf(text)).toMatchObject({ label, isKnown: true });
  });
});

test("the language that is told wins over the one that it seems to be", () => {
  expect(sentimentOf("Terrible, broken", "en-GB").label).toBe("negative");
  expect(sentimentOf("Terrible, broken", "fr")).toMatchObject({ language: "fr", isKnown: false, score: 0 });
  expect(sentimentOf("很好", "zh-TW").label).toBe("positive");
});

test.each([
  "Sehr gute Qualität, gerne wieder",
  "Très déçu de la livraison",
  "とても良い商品です",
  "ممتاز جدا",
  "Не понравилось",
])("says nothing of what it has not learned: %s", (text) => {
  expect(sentimentOf(text)).toMatchObject({ isKnown: false, label: "neutral", score: 0 });
});

test("emoji speak where words are missing, and join in where they are known", () => {
  expect(sentimentOf("😍😍")).toMatchObject({ label: "positive", isKnown: true });
  expect(sentimentOf("👎")).toMatchObject({ label: "negative" });
  expect(sentimentOf("It came on Monday 😡").score).toBeLessThan(sentimentOf("It came on Monday").score);
  expect(sentimentOf("Es kam am Montag, und ich bin 😡").score).toBe(0);
});

test.each([
  ["nothing", ""],
  ["blanks", " \n\t"],
  ["marks", "...!!!"],
  ["digits", "12345"],
  ["half of a pair", "\ud83d"],
  ["a very long one", "great ".repeat(200_000)],
  ["what builds on itself", "a".repeat(100_000)],
  ["brackets", "(".repeat(50_000)],
])("is a number for %s", (_, text) => {
  const begun = performance.now();
  const { score, label } = sentimentOf(text);
  expect(score).toBeGreaterThanOrEqual(-1);
  expect(score).toBeLessThanOrEqual(1);
  expect(["positive", "neutral", "negative"]).toContain(label);
  expect(performance.now() - begun).toBeLessThan(2_000);
});

test("what comes to nothing is neutral, and its sign says which way it leans", () => {
  expect(sentimentOf("")).toMatchObject({ label: "neutral", score: 0 });
  const { score, label } = sentimentOf("It came with a cable.");
  expect({ label, leans: Math.sign(score) !== 0 }).toEqual({ label: "neutral", leans: true });
});

test.each([
  ["10/10", "positive"],
  ["1/10", "negative"],
  ["I give it 1 star", "negative"],
  ["5星", "positive"],
])("understands a rating that is written out: %s", (text, label) => {
  expect(sentimentOf(text)).toMatchObject({ label, isKnown: true });
});

test.each(["1/5/2024", "12/10", "1/2"])("takes %s for no rating", (text) => {
  expect(sentimentOf(text)).toMatchObject({ label: "neutral", score: 0 });
});
