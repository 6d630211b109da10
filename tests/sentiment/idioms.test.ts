import { expect, test } from "vitest";
import { sentimentOf } from "../../app/insight/sentiment/analyse.ts";
import { topicsOf } from "../../app/insight/sentiment/topics/topics.ts";
import { readIdioms } from "./by-hand.ts";

test.each(readIdioms())("what is said one way and meant another: $text", ({ text, label, language }) => {
  expect(sentimentOf(text)).toMatchObject({ label, language });
});

test("an idiom is praise within a long review too, and the same words in another order are none", () => {
  const score = (text: string) => sentimentOf(text).score;
  const before = "It came on Monday. I use it each morning for tea. ";
  expect(score(`${before}I can't recommend this enough.`)).toBeGreaterThan(0.2);
  expect(score(`${before}I can't recommend this, it is not good enough.`)).toBeLessThan(-0.2);
});

test("who got another thing than was ordered speaks of the description", () => {
  const found = topicsOf("I ordered the blue one and got the red one. I want my money back.");
  expect(found.map(({ topic, label }) => [topic, label])).toEqual([
    ["returns", "negative"],
    ["description", "negative"],
  ]);
});

test("who wants to return what is smaller than pictured complains, whatever was praised before", () => {
  const text = "Beautiful pot, but much smaller than the picture made me think.\nI would like to return it.";
  expect(sentimentOf(text).label).toBe("negative");
});

test.each([
  "can not recommend ",
  "no other pillow of ",
  "wish i had bought one ",
  "问题解决没有想象中",
  "一般般有的人喜欢",
])("%j without end is read in no time", (words) => {
  const begun = performance.now();
  sentimentOf(words.repeat(5_000));
  expect(performance.now() - begun).toBeLessThan(200);
});
