import { expect, test } from "vitest";
import type { Reading } from "../../use-cases/experiments/show-experiments.ts";
import { formatsFor } from "../../texts/formats.ts";
import { textsFor } from "../../texts/texts.ts";
import { fewText, headlineText, knownText } from "./known-words.ts";

const t = textsFor("en");
const f = formatsFor({ locale: "en", currency: "GBP", timezone: "UTC" });
const fewest = { members: 100, hits: 20 };

function readingOf(verdict: Reading["verdict"]): Reading {
  const arm = (id: string, counted: number, bought: number) => ({
    ...{ id, reached: counted, counted },
    means: { bought: bought / counted, orders: 0, revenue: 0, margin: 0 },
  });
  const arms = [arm("without", 65, 24), arm("with", 210, 18)];
  return { arms, effects: [], verdict, fallen: [], ratioOff: false };
}

test("while members are still to be counted it is too early; afterwards it stays unknown", () => {
  const few = { reading: readingOf("few"), arms: 2 };
  expect(headlineText({ ...few, isOver: false }, t)).toContain("too early");
  expect(headlineText({ ...few, isOver: true }, t)).toContain("stays unknown");
  expect(knownText({ ...few, isOver: true }, t)).toContain("Stays unknown");
  expect(knownText({ reading: undefined, isOver: false }, t)).toBe("Too little to say");
});

test("what ended undecided is not told as if more would come", () => {
  const open = { reading: readingOf("open"), isOver: true, arms: 2 };
  expect(headlineText(open, t)).not.toContain("yet");
  expect(knownText(open, t)).toBe("Stayed open");
});

test("what ended with too few says how few there were on either side", () => {
  const text = fewText({ reading: readingOf("few"), isOver: true }, fewest, { t, f });
  expect(text).toContain("smallest side had 65 members");
  expect(text).toContain("fewest buyers 18");
});

test("what is known is told alike before and after the end", () => {
  const better = { reading: readingOf("better"), arms: 2 };
  expect(headlineText({ ...better, isOver: true }, t)).toBe(headlineText({ ...better, isOver: false }, t));
  expect(fewText({ ...better, isOver: true }, fewest, { t, f })).toBe("");
});
