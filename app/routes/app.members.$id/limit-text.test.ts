import { expect, test } from "vitest";
import { isBeyond } from "./limit-text.ts";

test("more than somebody may move is known before it is reviewed, given and taken alike", () => {
  const limit = { each: "500", left: "600" };
  expect([500n, -500n, 501n, -501n].map((points) => isBeyond(points, limit))).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(isBeyond(300n, { each: "500", left: "200" })).toBe(true);
  expect(isBeyond(10n ** 14n, { each: null, left: null })).toBe(false);
});
