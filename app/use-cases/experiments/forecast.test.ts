import { expect, test } from "vitest";
import { NOBODY } from "../../insight/experiments/tally.ts";
import { isTooFew } from "./forecast.ts";

const past = (members: number, hits: number) => ({ ...NOBODY, members, hits });

test.each([
  [99, past(1_000, 900), true],
  [100, past(1_000, 200), false],
  [100, past(1_000, 199), true],
  [400, past(1_000, 50), false],
  // Nobody bought yet who could tell how many will.
  [100, past(0, 0), false],
  [99, past(0, 0), true],
])("a side of %i, by what members did before, can never be read: %#", (side, tally, is) => {
  expect(isTooFew(side, tally)).toBe(is);
});
