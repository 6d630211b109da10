import { expect, test } from "vitest";
import { gramsOf, patternsOf, searchWords } from "./search-words.ts";

test.each([
  ["Änne O'Brien", ["anne", "o", "brien"]],
  ["  anna.keller@Example.com ", ["anna", "keller", "example", "com"]],
  ["王小明", ["王小明"]],
  ["ﾔﾏﾀﾞ", ["ヤマダ"]],
  ["%_'); DROP", ["drop"]],
  ["🌿", ["🌿"]],
  ["   ", []],
  ["ΟΔΟΣ", ["οδοσ"]],
])("a search for %j asks for the words %j", (search, words) => {
  expect(searchWords(search)).toEqual(words);
});

test.each([
  ["keller", ["7 kel", "7 ell", "7 lle", "7 ler"]],
  ["an", ["7 ^an"]],
  ["o", ["7 ^o"]],
  ["王", ["7 王"]],
  ["小明", ["7 小明"]],
  ["王小明", ["7 王小明"]],
])("%j is looked up by %j", (word, grams) => {
  expect(gramsOf(7, [word])).toEqual(grams);
});

test("what is short stands at the beginning of a word, what is longer anywhere", () => {
  expect(patternsOf(["an", "ann", "明"])).toEqual(["% an%", "%ann%", "%明%"]);
});

test("no more than eight words are asked for", () => {
  expect(searchWords("a b c d e f g h i j")).toHaveLength(8);
});
