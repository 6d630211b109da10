import { currencyDecimals } from "./currencies.ts";
import { decimalText, fraction } from "./fraction.ts";
import type { Fraction } from "./fraction.ts";

export { currencyDecimals, isCurrency } from "./currencies.ts";

/** Whole minor units (pence, cents, fils; whole yen) of one currency, which the context names. */
export type Money = bigint;

/**
 * Reads a decimal amount such as "12.50". Throws a RangeError on anything else, on a unit smaller than the currency
 * has ("0.5" yen; "10.00" yen is 10, for stores write it so), and below 0 unless `mayBeNegative`.
 */
export function parseMoney(text: string, currency: string, options: { mayBeNegative?: boolean } = {}): Money {
  const decimals = currencyDecimals(currency);
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) throw new RangeError(`not an amount of money: ${text}`);
  const written = parts[3] ?? "";
  if (/[1-9]/.test(written.slice(decimals)))
    throw new RangeError(`${currency} has ${decimals} decimals: ${text}`);
  const amount = BigInt(`${parts[2] ?? ""}${written.slice(0, decimals).padEnd(decimals, "0")}`);
  if (parts[1] !== "-" || amount === 0n) return amount;
  if (!options.mayBeNegative) throw new RangeError(`an amount below 0: ${text}`);
  return -amount;
}

/** "1234.50": a plain decimal with all decimals of the currency. */
export function formatMoney(amount: Money, currency: string): string {
  return formatExactMoney(fraction(amount), currency);
}

/** An amount of 0 or more in whole coins, what is less than one dropped: "37.19…" is "37.19". */
export function cutToCoins(amount: string, currency: string): string {
  const decimals = currencyDecimals(currency);
  const [whole = "0", parts = ""] = amount.replace("…", "").split(".");
  return decimals === 0 ? whole : `${whole}.${parts.slice(0, decimals).padEnd(decimals, "0")}`;
}

/** Exact parts of minor units: "33.33…" where no decimal would be exact. */
export function formatExactMoney(minorUnits: Fraction, currency: string): string {
  const decimals = currencyDecimals(currency);
  return decimalText(fraction(minorUnits.n, minorUnits.d * 10n ** BigInt(decimals)), decimals);
}
