import { expect, test } from "vitest";
import { linesOfPaths } from "./document-lines.ts";

const TEXT = `programme: Example
points:
  pendingDays: soon
earning:
  rules:
    # A comment takes a line too.
    - { id: purchase, on: order }
    - id: big
      on: order
      bonus: -1
texts:
  zh-CN: { points: { other: 分 } }
`;

test.each([
  ["programme", 1],
  ["points.pendingDays", 3],
  ["earning.rules[0]", 7],
  ["earning.rules[1].bonus", 10],
  ["texts.zh-CN.points.other", 12],
  ["earning.rules[1].minimum", 8],
  ["tiers.levels[0].at", 1],
  ["", 1],
])("says at which line %s stands, or what it is missing from", (path, line) => {
  expect(linesOfPaths(TEXT)(path)).toBe(line);
});

test("knows no line of a text that is no document", () => {
  expect(linesOfPaths("a: [1")("a")).toBeNull();
});
