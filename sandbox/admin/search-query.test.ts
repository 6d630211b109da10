import { expect, test } from "vitest";
import { matcher } from "./search-query.ts";

const pot = { title: "Clay pot", id: "7", vendor: "Garland", tag: ["new", "garden gift"], status: "active" };

test.each([
  ["", true],
  ["clay", true],
  ["pot clay", true],
  ["clay basket", false],
  ["vendor:garland", true],
  ["vendor:Other", false],
  ["tag:new clay", true],
  ['tag:"garden gift"', true],
  ["tag:gard*", true],
  ["-tag:new", false],
  ["-status:draft po*", true],
  ["unknown:field", false],
])("%o finds the clay pot: %s", (query, found) => {
  expect(matcher(query)(pot)).toBe(found);
});
