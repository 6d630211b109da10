import { expect, test } from "vitest";
import { spansOf } from "./past-spans.ts";

const DAY = 86_400_000;
const now = Date.parse("2026-11-21T20:00:00Z");
const spans = spansOf(now - 550.3 * DAY, now);

test("the past is told without a gap, from its first day until now", () => {
  expect(spans[0]?.begin).toBe(now - 550.3 * DAY);
  for (const [place, { begin, end }] of spans.entries()) {
    expect(end).toBeGreaterThan(begin);
    if (place > 0) expect(begin).toBe(spans[place - 1]?.end);
  }
  expect(spans.at(-1)?.end).toBeGreaterThan(now);
});

test("the merchant does each thing once, and nothing is given or shown before", () => {
  const deeds = spans.flatMap((span) => span.deeds);
  expect(new Set(deeds).size).toBe(deeds.length);
  const beginOf = (deed: (typeof deeds)[number]) =>
    spans.findIndex((span) => (span.deeds as string[]).includes(deed));
  expect(spans.findIndex(({ isGiven }) => isGiven)).toBe(beginOf("tryPoints"));
  expect(spans.findIndex(({ isShown }) => isShown)).toBe(beginOf("learnModels"));
  expect(beginOf("decideOnPoints")).toBeGreaterThan(beginOf("tryPoints"));
});
