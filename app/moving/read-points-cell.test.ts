import { describe, expect, test } from "vitest";
import { readPointsCell } from "./read-points-cell.ts";

const read = (text: string, decimalMark: "." | "," = ".") => readPointsCell(text, { decimalMark });

describe("points of another app", () => {
  test.each<[string, "." | ",", bigint, string | null]>([
    ["120", ".", 120n, null],
    ["0", ".", 0n, null],
    ["007", ".", 7n, null],
    ["1,234", ".", 1234n, null],
    ["1,234,567.00", ".", 1_234_567n, null],
    ["1.234.567,50", ",", 1_234_567n, "50"],
    ["1.234", ",", 1234n, null],
    ["1.234", ".", 1n, "234"],
    ["12 345", ".", 12_345n, null],
    ["12\u00a0345", ".", 12_345n, null],
    ["1'200", ".", 1200n, null],
    ["3.56", ".", 3n, "56"],
    ["3.00", ".", 3n, null],
    ["250 pts", ".", 250n, null],
    ["250 Points", ".", 250n, null],
    ["+5", ".", 5n, null],
    ["9007199254740993", ".", 9_007_199_254_740_993n, null],
    ["-12", ".", -12n, null],
    ["\u221212", ".", -12n, null],
  ])("%j with %j before decimals is %s", (text, mark, points, dropped) => {
    expect(read(text, mark)).toEqual({ ok: true, value: { points, dropped } });
  });

  test("what is owed is rounded down as well: nobody owes less than they did", () => {
    expect(read("-3.5")).toEqual({ ok: true, value: { points: -4n, dropped: "5" } });
  });

  test.each(["", "abc", "1,5", "12,34,56", "1.2.3", "--5", "1e", "0x10", "five", "=5", "NaN", "Infinity"])(
    "%j is no number of points",
    (text) => expect(read(text)).toMatchObject({ ok: false, problem: "is not a number of points" }),
  );

  test("a number that a spreadsheet shortened is not guessed at", () => {
    expect(read("1.2E+05")).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/spreadsheet/) as string,
    });
  });

  test("a number that no balance can hold is refused", () => {
    expect(read("9".repeat(18))).toMatchObject({ ok: true });
    expect(read("9".repeat(19))).toMatchObject({ ok: false });
  });
});
