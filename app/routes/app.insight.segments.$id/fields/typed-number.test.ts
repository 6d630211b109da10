import { expect, test } from "vitest";
import { numberToType, readTypedNumber } from "./typed-number.ts";

test.each([
  ["1.060,50", "1060.50"],
  ["1,060.50", "1060.50"],
  ["1 060", "1060"],
  ["12,5", "12.5"],
  ["-5", "-5"],
  ["0,125", "0.125"],
  ["1.125.000", "1125000"],
])("%s is read as it is meant", (typed, read) => {
  expect(readTypedNumber(typed)).toBe(read);
});

test.each(["1.060", "1,060", "12a", "1.2.3", "--5", ""])("%s is asked about again", (typed) => {
  expect(readTypedNumber(typed)).toBeNull();
});

test("what was kept is read again as it was", () => {
  for (const kept of ["1.125", "60", "0.125", "1060.5"])
    expect(Number(readTypedNumber(numberToType(kept)))).toBe(Number(kept));
});
