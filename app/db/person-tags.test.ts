import { expect, test } from "vitest";
import { tellTags, type KnownTags } from "./person-tags.ts";

const NOBODY: KnownTags = { tags: [], toldAt: {} };
const given = (...tags: string[]) => ({ given: tags, taken: [] });
const taken = (...tags: string[]) => ({ given: [], taken: tags });

test("a tag that was taken after it was given stays away, in whichever order the news come", () => {
  const inOrder = tellTags(tellTags(NOBODY, given("press"), 1_000), taken("press"), 2_000);
  const reversed = tellTags(tellTags(NOBODY, taken("press"), 2_000), given("press"), 1_000);
  expect([inOrder.tags, reversed.tags]).toEqual([[], []]);
});

test("a tag that was given again is there, though word of its taking comes last", () => {
  const again = tellTags(tellTags(NOBODY, given("press"), 3_000), taken("press"), 2_000);
  expect(again.tags).toEqual(["press"]);
});

test("each tag goes by its own news", () => {
  const before = tellTags(NOBODY, taken("press"), 2_000);
  expect(tellTags(before, given("press", "trade", "constructor"), 1_000).tags).toEqual([
    "constructor",
    "trade",
  ]);
});

test("at the same instant the one that came last counts, and twice is as once", () => {
  const both = tellTags(tellTags(NOBODY, given("press"), 1_000), taken("press"), 1_000);
  expect(both.tags).toEqual([]);
  expect(tellTags(both, taken("press"), 1_000)).toEqual(both);
});

test("what no late news can be about any more is forgotten", () => {
  const later = tellTags(tellTags(NOBODY, taken("press"), 0), given("trade"), 8 * 86_400_000);
  expect(Object.keys(later.toldAt)).toEqual(["trade"]);
});

test("news from before all that is remembered do not write old tags over later ones", () => {
  const forgetful = tellTags(tellTags(NOBODY, taken("press"), 1_000), given("trade"), 8 * 86_400_000);
  expect(tellTags(forgetful, given("press"), 0).tags).toEqual(["trade"]);
});
