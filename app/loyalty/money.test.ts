import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fraction } from "./fraction.ts";
import { currencyDecimals, formatExactMoney, formatMoney, isCurrency, parseMoney } from "./money.ts";

describe("money", () => {
  it.each([
    ["12.50", "GBP", 1250n],
    ["12.5", "GBP", 1250n],
    ["12", "GBP", 1200n],
    ["0.00", "GBP", 0n],
    ["5999", "JPY", 5999n],
    ["12.399", "KWD", 12399n],
    ["1.0001", "CLF", 10001n],
    ["90071992547409.93", "GBP", 9007199254740993n],
    ["123456789012345678901234567890.12", "USD", 12345678901234567890123456789012n],
  ])("%s %s is %i minor units", (text, currency, amount) => {
    expect(parseMoney(text, currency)).toBe(amount);
  });

  it("may carry zeros that the currency has no place for, as stores write them", () => {
    expect(parseMoney("5999.00", "JPY")).toBe(5999n);
    expect(parseMoney("1.2300", "GBP")).toBe(123n);
  });

  it.each([
    ["0.5", "JPY"],
    ["1.005", "GBP"],
    ["1.009", "GBP"],
    ["1.001", "GBP"],
    ["1.0001", "KWD"],
    ["1e3", "GBP"],
    ["", "GBP"],
    ["1,00", "GBP"],
    [" 1.00", "GBP"],
    ["1.00 GBP", "GBP"],
    ["1.00", "gbp"],
    ["1.00", "ZZZ"],
  ])("refuses %j %s", (text, currency) => {
    expect(() => parseMoney(text, currency)).toThrow(RangeError);
  });

  it("is below 0 only where that is asked for", () => {
    expect(() => parseMoney("-0.01", "GBP")).toThrow(RangeError);
    expect(parseMoney("-0.01", "GBP", { mayBeNegative: true })).toBe(-1n);
    expect(parseMoney("-0.00", "GBP")).toBe(0n);
  });

  it.each([
    [1250n, "GBP", "12.50"],
    [-5n, "GBP", "-0.05"],
    [5999n, "JPY", "5999"],
    [12399n, "KWD", "12.399"],
    [0n, "USD", "0.00"],
  ])("%i minor units of %s are written %s", (amount, currency, text) => {
    expect(formatMoney(amount, currency)).toBe(text);
  });

  it("says where parts of a minor unit are left out", () => {
    expect(formatExactMoney(fraction(16000n, 3n), "GBP")).toBe("53.33…");
    expect(formatExactMoney(fraction(2501n, 2n), "GBP")).toBe("12.505");
  });

  it("is written and read without loss, whatever its size", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.constantFrom("GBP", "JPY", "KWD", "CLF"), (amount, currency) => {
        expect(parseMoney(formatMoney(amount, currency), currency, { mayBeNegative: true })).toBe(amount);
      }),
    );
  });
});

describe("a currency", () => {
  it.each([
    ["JPY KRW ISK UGX CLP VND XOF XAF XPF BIF DJF GNF KMF PYG RWF VUV UYI", 0],
    ["GBP EUR USD HUF TWD IDR COP PKR MGA MRU CVE XCG", 2],
    ["KWD BHD OMR JOD TND IQD LYD", 3],
    ["CLF UYW", 4],
  ])("of %s has %i decimals, as ISO 4217 says and display libraries do not", (codes, decimals) => {
    for (const code of codes.split(" ")) expect(currencyDecimals(code), code).toBe(decimals);
  });

  it("is known or not", () => {
    expect(isCurrency("GBP")).toBe(true);
    expect(["gbp", "GPB", "", "XXX", "toString"].filter(isCurrency)).toEqual([]);
  });
});
