import { expect, test } from "vitest";
import { topicsOf } from "./topics.ts";

const found = (text: string, told?: string) =>
  Object.fromEntries(topicsOf(text, told).map(({ topic, label }) => [topic, label]));

test.each([
  ["Great quality, but the delivery was terribly slow.", { delivery: "negative", quality: "positive" }],
  ["Excellent fabric. Customer service never answered, awful!", { quality: "positive", service: "negative" }],
  [
    "质量很好，但是物流太慢了，客服态度恶劣",
    { delivery: "negative", quality: "positive", service: "negative" },
  ],
  ["Way too expensive for what it is, waste of money", { price: "negative" }],
])("one text is good of one topic and bad of another: %s", (text, topics) => {
  expect(found(text)).toEqual(topics);
});

test.each([
  ["Lieferung zu spät, aber die Qualität stimmt", ["delivery", "quality"]],
  ["La livraison était rapide mais la taille ne va pas", ["delivery", "size"]],
  ["サイズが小さいので返品したい", ["size", "returns"]],
  ["El precio es alto y la caja llegó rota", ["delivery", "packaging", "quality", "price"]],
  ["التوصيل تأخر", ["delivery"]],
])("finds topics where it knows no mood: %s", (text, topics) => {
  expect(found(text)).toEqual(Object.fromEntries(topics.map((topic) => [topic, null])));
});

test("names the sentence that it stands in, and not the one beside it", () => {
  const [delivery] = topicsOf("I love the colour of the sky. The parcel was late! All good else.");
  expect(delivery).toMatchObject({ topic: "delivery", sentence: "The parcel was late!" });
});

test("a word within a word is none", () => {
  expect(found("The worship of relationships")).toEqual({});
});

test.each([
  "",
  "   ",
  "😀",
  "?".repeat(20_000),
  "delivery, ".repeat(20_000),
  "ein Wort auf Schwyzerdütsch",
  "zzz",
])("survives %j", (text) => {
  expect(topicsOf(text).length).toBeLessThanOrEqual(1);
});
