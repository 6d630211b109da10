import { Refusal } from "../http/answer.ts";
import type { MoneySet } from "../state/order-payload.ts";
import type { Amount, Currencies, Pair } from "../state/types.ts";

/** ISO 4217 minor units where they are not 2. */
const DECIMALS: Record<string, number> = Object.fromEntries([
  ...words("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", 0),
  ...words("BHD IQD JOD KWD LYD OMR TND", 3),
  ...words("CLF UYW", 4),
]);

function words(list: string, decimals: number): [string, number][] {
  return list.split(" ").map((currency) => [currency, decimals]);
}

export function decimalsOf(currency: string): number {
  return DECIMALS[currency] ?? 2;
}

/** "12.5" GBP → 1250. More decimals than the currency has are refused, never rounded. */
export function toMinor(amount: Amount, currency: string): number {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount);
  if (!match) throw new Refusal(`"${amount}" is not an amount of money; write it as "12.50".`);
  const [, sign, whole = "0", fraction = ""] = match;
  const decimals = decimalsOf(currency);
  if (fraction.length > decimals && /[1-9]/.test(fraction.slice(decimals)))
    throw new Refusal(`"${amount}" has more decimals than ${currency} has (${decimals}).`);
  const minor = Number(whole + fraction.padEnd(decimals, "0").slice(0, decimals));
  if (!Number.isSafeInteger(minor))
    throw new Refusal(`"${amount}" is more money than the sandbox can count.`);
  return sign === "-" && minor !== 0 ? -minor : minor;
}

/** 1250 GBP → "12.50". */
export function toAmount(minor: number, currency: string): Amount {
  const decimals = decimalsOf(currency);
  if (decimals === 0) return String(minor);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
  return `${minor < 0 ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

export const NOTHING: Pair = { shop: 0, presentment: 0 };

export function isNothing({ shop, presentment }: Pair): boolean {
  return shop === 0 && presentment === 0;
}

export function add(...pairs: Pair[]): Pair {
  let shop = 0;
  let presentment = 0;
  for (const pair of pairs) {
    shop += pair.shop;
    presentment += pair.presentment;
  }
  return { shop, presentment };
}

export function subtract(a: Pair, b: Pair): Pair {
  return { shop: a.shop - b.shop, presentment: a.presentment - b.presentment };
}

export function times(pair: Pair, factor: number): Pair {
  return { shop: pair.shop * factor, presentment: pair.presentment * factor };
}

export function negative(pair: Pair): Pair {
  // 0 - 0 rather than -0, which would be written as "-0".
  return subtract(NOTHING, pair);
}

/** The same arithmetic in both currencies. */
export function both(work: (side: keyof Pair) => number): Pair {
  return { shop: work("shop"), presentment: work("presentment") };
}

/** `part`/`whole` of an amount, rounded half up, in both currencies. */
export function share(pair: Pair, part: number, whole: number): Pair {
  return both((side) => divide(BigInt(pair[side]) * BigInt(part), BigInt(whole)));
}

/** Rounded half away from zero. */
export function divide(numerator: bigint, denominator: bigint): number {
  if (denominator === 0n) return 0;
  const positive = numerator < 0n ? -numerator : numerator;
  const rounded = (positive * 2n + denominator) / (denominator * 2n);
  return Number(numerator < 0n ? -rounded : rounded);
}

/** A decimal string as an exact fraction: "0.2" → 2/10. */
export function fraction(decimal: string): { numerator: bigint; denominator: bigint } {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!match) throw new Refusal(`"${decimal}" is not a decimal number above 0.`);
  const [, whole = "0", decimals = ""] = match;
  return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
}

/** Shop money with what the shopper saw of it. */
export function convert(shopMinor: number, currencies: Currencies): Pair {
  if (currencies.shop === currencies.presentment) return { shop: shopMinor, presentment: shopMinor };
  const { numerator, denominator } = fraction(currencies.rate);
  const up = 10n ** BigInt(decimalsOf(currencies.presentment));
  const down = 10n ** BigInt(decimalsOf(currencies.shop));
  return { shop: shopMinor, presentment: divide(BigInt(shopMinor) * numerator * up, denominator * down) };
}

export function readPair(amount: Amount, currencies: Currencies): Pair {
  return convert(toMinor(amount, currencies.shop), currencies);
}

export function moneySet(pair: Pair, currencies: Currencies): MoneySet {
  return {
    shop_money: { amount: toAmount(pair.shop, currencies.shop), currency_code: currencies.shop },
    presentment_money: {
      amount: toAmount(pair.presentment, currencies.presentment),
      currency_code: currencies.presentment,
    },
  };
}

export function pairOf({ shop_money, presentment_money }: MoneySet): Pair {
  return {
    shop: toMinor(shop_money.amount, shop_money.currency_code),
    presentment: toMinor(presentment_money.amount, presentment_money.currency_code),
  };
}
