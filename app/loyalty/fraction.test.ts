import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  compare,
  decimalText,
  divide,
  equals,
  floor,
  fraction,
  fractionOfDecimal,
  fractionOfText,
  fractionText,
  largest,
  multiply,
  ONE,
  smallest,
  subtract,
  sum,
  ZERO,
} from "./fraction.ts";
import type { Fraction } from "./fraction.ts";

const anyFraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([n, d]) => fraction(n, d));

function magnitude(a: Fraction): Fraction {
  return largest(a, subtract(ZERO, a));
}

describe("a fraction", () => {
  it.each([
    ["12.50", 25n, 2n],
    ["-0.1", -1n, 10n],
    ["0", 0n, 1n],
    ["-0", 0n, 1n],
    ["9007199254740993.01", 900719925474099301n, 100n],
  ])("is read exactly from %s", (text, n, d) => {
    expect(fractionOfDecimal(text)).toEqual({ n, d });
  });

  it.each(["", "1.", ".5", "1e3", "1,000", " 1", "+1", "NaN"])("refuses %j", (text) => {
    expect(() => fractionOfDecimal(text)).toThrow(RangeError);
  });

  it("has no value over 0", () => {
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
    expect(() => divide(ONE, ZERO)).toThrow(RangeError);
  });

  it("stands in lowest terms with its sign above, so equal ones look alike", () => {
    expect(fraction(-4n, -6n)).toEqual({ n: 2n, d: 3n });
    expect(fraction(4n, -6n)).toEqual({ n: -2n, d: 3n });
    expect(fraction(0n, -6n)).toEqual({ n: 0n, d: 1n });
  });

  it.each([
    [7n, 2n, 3n],
    [-7n, 2n, -4n],
    [6n, 2n, 3n],
    [-6n, 2n, -3n],
    [-1n, 3n, -1n],
  ])("floors %i/%i to %i", (n, d, whole) => {
    expect(floor(fraction(n, d))).toBe(whole);
  });

  it("keeps the laws of arithmetic", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(add(subtract(a, b), b)).toEqual(a);
        if (b.n !== 0n) expect(multiply(divide(a, b), b)).toEqual(a);
        expect(sum([a, b, c])).toEqual(sum([c, a, b]));
      }),
    );
  });

  it("compares as the numbers do", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
        expect(compare(a, b) === 0).toBe(equals(a, b));
        expect(compare(smallest(a, b), largest(a, b))).toBeLessThanOrEqual(0);
        expect(add(smallest(a, b), largest(a, b))).toEqual(add(a, b));
      }),
    );
  });

  it("lies less than 1 above its floor", () => {
    fc.assert(
      fc.property(anyFraction, (a) => {
        const rest = subtract(a, fraction(floor(a)));
        expect(compare(rest, ZERO)).toBeGreaterThanOrEqual(0);
        expect(compare(rest, ONE)).toBeLessThan(0);
      }),
    );
  });

  it("comes back from storage as it went in", () => {
    fc.assert(
      fc.property(anyFraction, (a) => {
        expect(fractionOfText(fractionText(a))).toEqual(a);
      }),
    );
    expect(() => fractionOfText("0.5")).toThrow(RangeError);
  });
});

describe("its decimal", () => {
  it.each([
    [fraction(120n), 2, "120.00"],
    [fraction(120n), 0, "120"],
    [fraction(1n, 8n), 2, "0.125"],
    [fraction(-1n, 8n), 4, "-0.1250"],
    [fraction(0n), 2, "0.00"],
    [fraction(100n, 3n), 0, "33.33…"],
    [fraction(100n, 3n), 3, "33.333…"],
    [fraction(-100n, 3n), 0, "-33.33…"],
    [fraction(1n, 300n), 0, "0.0033…"],
    [fraction(2n, 3n), 0, "0.66…"],
  ])("of %o with at least %i places is %s", (a, places, text) => {
    expect(decimalText(a, places)).toBe(text);
  });

  it("is exact unless it says that it goes on", () => {
    fc.assert(
      fc.property(anyFraction, (a) => {
        const text = decimalText(a);
        const shown = fractionOfDecimal(text.replace("…", ""));
        if (text.endsWith("…")) expect(compare(magnitude(shown), magnitude(a))).toBeLessThan(0);
        else expect(shown).toEqual(a);
      }),
    );
  });
});
