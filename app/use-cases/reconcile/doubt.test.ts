import { expect, test } from "vitest";
import { isDoubtful } from "./doubt.ts";

test.each([
  [0, 0, false],
  [20, 20, false],
  [21, 42, false],
  [21, 41, true],
  [500, 500, true],
])("%d of %d gone: doubtful is %s", (gone, looked, doubtful) => {
  expect(isDoubtful(gone, looked)).toBe(doubtful);
});
