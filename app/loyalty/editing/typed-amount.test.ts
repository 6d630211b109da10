import { describe, expect, test } from "vitest";
import { plainDecimal, readTypedMoney } from "./typed-amount.ts";

describe("an amount that somebody typed", () => {
  test.each([
    ["60", 6_000n],
    ["60,00", 6_000n],
    ["4,9", 490n],
    ["60.00", 6_000n],
    [" 1060,50 ", 106_050n],
    ["1.060,50", 106_050n],
    ["1,060.50", 106_050n],
    ["1 060,50", 106_050n],
    ["1\u202f060,50", 106_050n],
    ["1'060.50", 106_050n],
    ["1.060.500", 106_050_000n],
    ["12.345.678,9", 1_234_567_890n],
  ])("%s is read as it is meant", (typed, minor) => {
    expect(readTypedMoney(typed, "EUR")).toBe(minor);
  });

  test.each([
    "",
    "x",
    "-1",
    "1.060",
    "1,060",
    "1.06,50",
    "1.060.50",
    "1,060,50",
    "1.060,505",
    "1.060,500,5",
    "1,,5",
    "1e3",
  ])("%s is refused rather than guessed", (typed) => {
    expect(readTypedMoney(typed, "EUR")).toBeNull();
  });

  test("follows what decimals the currency has", () => {
    expect(readTypedMoney("1,060", "KWD")).toBe(1_060n);
    expect(readTypedMoney("1.060", "KWD")).toBe(1_060n);
    expect(readTypedMoney("1.060.000", "JPY")).toBe(1_060_000n);
    expect(readTypedMoney("60,50", "JPY")).toBeNull();
  });

  test("is kept as typed in a document where nobody can say what it means", () => {
    expect(["1,060", "1.060", "1,25", "1.060,50"].map(plainDecimal)).toEqual([
      ...["1,060", "1.060", "1.25", "1060.50"],
    ]);
  });
});
