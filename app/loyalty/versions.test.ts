import { expect, it } from "vitest";
import { aProgramme } from "./examples.ts";
import { versionAt } from "./versions.ts";

const programme = aProgramme();
const version = (number: number, effectiveFrom: number) => ({ number, effectiveFrom, programme });

it.each([
  [99, null],
  [100, 1],
  [199, 1],
  [200, 3],
  [1000, 3],
])("at %i the version in force is %s", (instant, number) => {
  const versions = [version(3, 200), version(1, 100), version(2, 200)];
  expect(versionAt(versions, instant)?.number ?? null).toBe(number);
});

it("follows the instant of effect, not the number", () => {
  expect(versionAt([version(1, 300), version(2, 100)], 400)?.number).toBe(1);
});
