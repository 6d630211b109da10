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

describe("a denial turns what it reaches, and nothing else", () => {
  test.each([
    ["There is nothing to dislike about it", "positive"],
    ["No rattle and no sticky lid", "positive"],
    ["It is not heavy and works well", "positive"],
    ["I have never been so disappointed", "negative"],
    ["I have never had a better pillow", "positive"],
    ["It could not be worse", "negative"],
    ["I don't think that the handle is comfortable", "negative"],
    ["I was hoping for a better finish", "negative"],
    ["It used to be reliable", "negative"],
    ["Nothing but praise from my family", "positive"],
    ["一点都不难吃", "positive"],
    ["从来没有让人失望", "positive"],
    ["没有发现瑕疵", "positive"],
    ["不能更喜欢了", "positive"],
    ["没有广告里说的那么好用", "negative"],
    ["不得不夸，太好看了", "positive"],
  ])("%s", (text, label) => {
    expect(sentimentOf(text).label).toBe(label);
  });
});

describe("a fact, a question and a request say neither, and hardly lean", () => {
  test.each([
    "I collected it from the shop yesterday.",
    "Does the set come with a spoon?",
    "Is it easy to fold?",
    "Please ring the bell twice.",
    "Which of them is the best for a beginner?",
    "zorp klimt wexel",
    "前天在店里取的",
    "送勺子吗？",
    "请按两次门铃",
    "哪种好用一些？",
  ])("%s", (text) => {
    const { label, score } = sentimentOf(text);
    expect(label).toBe("neutral");
    expect(Math.abs(score)).toBeLessThan(0.2);
  });
});

test.each([
  ["Although the lid sticks, I love this pot.", "positive"],
  ["I love the colour, but it broke at once.", "negative"],
  ["虽然贵了点，但是非常好用", "positive"],
  ["除了颜色好看，一无是处", "negative"],
])("what a sentence comes to counts for more than what it grants: %s", (text, label) => {
  expect(sentimentOf(text).label).toBe(label);
});

test.each([
  ["terrible ", "en", "negative"],
  ["垃圾", "zh", "negative"],
  ["wonderful ", "en", "positive"],
])("%j again and again is what it is once", (word, language, label) => {
  expect(sentimentOf(word.repeat(1_000))).toMatchObject({ language, label });
});

test.each([
  ["looooooove it", "positive"],
  ["baaaaad", "negative"],
  ["太太太太好用了", "positive"],
  ["质量 so good，很 nice", "positive"],
  ["這個沒什麼好嫌的，很喜歡", "positive"],
])("understands how people write: %s", (text, label) => {
  expect(sentimentOf(text).label).toBe(label);
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
  "Excelente producto",
  "Erittäin hyvä tuote",
  "発送が迅速",
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
  ["what grows by being normalized", "\ufdfa".repeat(10_000)],
  ["denials alone", "not 不没有 ".repeat(5_000)],
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
  ["zero stars", "negative"],
  ["★★★★★", "positive"],
  ["★☆☆☆☆", "negative"],
  ["10分", "positive"],
  ["给负分", "negative"],
  ["Taste: 5 stars, service: 0. Awful.", "negative"],
])("understands a rating that is written out: %s", (text, label) => {
  expect(sentimentOf(text)).toMatchObject({ label, isKnown: true });
});

test.each(["1/5/2024", "12/10", "1/2", "10:30"])("takes %s for no rating", (text) => {
  expect(sentimentOf(text)).toMatchObject({ label: "neutral", score: 0 });
});
