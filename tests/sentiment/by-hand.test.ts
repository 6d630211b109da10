import { expect, test } from "vitest";
import { isRight, judgeTopics, readMoods, sumOf } from "./by-hand.ts";

test.each(["en", "zh"])("most of what was written by hand in %s is read as a reader would", (language) => {
  const texts = readMoods().filter((text) => text.language === language);
  expect(texts.length).toBeGreaterThan(130);
  const wrong = texts.filter((text) => !isRight(text)).map(({ text }) => text);
  expect(wrong.length, wrong.join("\n")).toBeLessThan(0.08 * texts.length);
});

test("of languages that nothing is known of, nothing is said", () => {
  const others = readMoods().filter(({ language }) => language !== "en" && language !== "zh");
  expect(others.filter((text) => !isRight(text))).toEqual([]);
});

test.each(["en", "zh"])(
  "finds the topics of sentences by hand in %s, and few that are not there",
  (language) => {
    const sentences = judgeTopics().filter((sentence) => sentence.language === language);
    const right = sumOf(sentences, (sentence) => sentence.right);
    expect(right / sumOf(sentences, ({ found }) => found)).toBeGreaterThan(0.9);
    expect(right / sumOf(sentences, ({ are }) => are)).toBeGreaterThan(0.93);
  },
);
