import { expect, test } from "vitest";
import type { Reading } from "../../use-cases/experiments/show-experiments.ts";
import { formatsFor } from "../../texts/formats.ts";
import { textsFor } from "../../texts/texts.ts";
import { effectText, fewText, headlineText, knownText } from "./known-words.ts";

const t = textsFor("en");
const f = formatsFor({ locale: "en", currency: "GBP", timezone: "UTC" });
const fewest = { members: 100, hits: 20 };

type Verdict = Reading["verdict"];

/** Of how many bought, and of what is left. */
function readingOf(verdict: Verdict, margin: Verdict = verdict): Reading {
  const arm = (id: string, counted: number, bought: number) => ({
    ...{ id, reached: counted, counted },
    means: { bought: bought / counted, orders: 0, revenue: 0, margin: 0 },
  });
  const arms = [arm("without", 65, 24), arm("with", 210, 18)];
  const effects = [effectOf("bought", verdict), effectOf("margin", margin)];
  return { arms, effects, verdict, fallen: [], ratioOff: false };
}

function effectOf(measure: "bought" | "margin", verdict: Verdict): Reading["effects"][number] {
  const told = { arm: "with", measure, verdict, members: 275 };
  return { ...told, base: 1, difference: 0, low: -1, high: 1, saved: 0 };
}

test("while members are still to be counted it is too early; afterwards it stays unknown", () => {
  const few = { reading: readingOf("few"), arms: 2, measure: "bought" } as const;
  expect(headlineText({ ...few, isOver: false }, t)).toContain("too early");
  expect(headlineText({ ...few, isOver: true }, t)).toContain("stays unknown");
  expect(knownText({ ...few, isOver: true }, t)).toContain("Stays unknown");
  expect(knownText({ reading: undefined, isOver: false }, t)).toBe("Too little to say");
});

test("what ended undecided is not told as if more would come", () => {
  const open = { reading: readingOf("open"), isOver: true, arms: 2, measure: "bought" } as const;
  expect(headlineText(open, t)).not.toContain("yet");
  expect(knownText(open, t)).toBe("Stayed open");
});

test("what ended with too few says how few there were on either side", () => {
  const text = fewText({ reading: readingOf("few"), isOver: true }, fewest, { t, f });
  expect(text).toContain("smallest side had 65 members");
  expect(text).toContain("fewest buyers 18");
});

test("what is known is told alike before and after the end", () => {
  const better = { reading: readingOf("better"), arms: 2, measure: "bought" } as const;
  expect(headlineText({ ...better, isOver: true }, t)).toBe(headlineText({ ...better, isOver: false }, t));
  expect(fewText({ ...better, isOver: true }, fewest, { t, f })).toBe("");
});

test("what made more members buy helps only where more is left as well", () => {
  const told = (margin: Verdict, terms: { isOver?: boolean; arms?: number } = {}) => {
    const known = { isOver: false, arms: 2, measure: "bought", ...terms } as const;
    const reading = readingOf("better", margin);
    return [headlineText({ ...known, reading }, t), knownText({ ...known, reading }, t)];
  };
  const [open, openShort] = told("open");
  expect(open).toBe(
    "More members bought, and chance alone does not explain it. Whether it pays is not known yet.",
  );
  expect(openShort).toBe("More; profit unknown");
  expect(told("few")[0]).toBe(open);
  expect(told("alike")[0]).toBe(open);
  expect(told("open", { isOver: true })[0]).toContain("Whether it pays stayed open.");
  expect(told("open", { arms: 3 })[0]).toContain("With at least one of them more members bought");
  expect(told("worse")).toEqual([expect.stringContaining("It does not pay"), "More; less profit"]);
  expect(told("better")).toEqual([expect.stringContaining("It helps."), "It helps"]);
});

test("of several things each helps only where what is left rose with it", () => {
  const reading = readingOf("better", "open");
  const [bought] = reading.effects;
  if (bought === undefined) throw new Error("nothing was read");
  const paid = { ...effectOf("margin", "better"), arm: "other" };
  const both = { ...reading, effects: [...reading.effects, { ...bought, arm: "other" }, paid] };
  expect(effectText(bought, both, t)).toBe("More; profit unknown");
  expect(effectText({ ...bought, arm: "other" }, both, t)).toBe("It helps");
  expect(effectText({ ...bought, verdict: "open" }, both, t)).toBe("May be either");
});
