import { expect, test } from "vitest";
import { isDoubtful } from "./doubt.ts";

test.each([
  [0, 0, false],
  [5, 5, false],
  [6, 12, false],
  [6, 11, true],
  [500, 500, true],
])("%d of %d gone: doubtful is %s", (gone, looked, doubtful) => {
  expect(isDoubtful(gone, looked)).toBe(doubtful);
});
