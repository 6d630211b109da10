import { currencyDecimals, parseMoney, type Money } from "../money.ts";

/** "1.060,50", "1,060.50", "1 060,50", "1'060.50": what parts thousands stands before every three digits. */
const GROUPED = /^\d{1,3}(?:([.,'’ \u00a0\u202f])\d{3})(?:\1\d{3})*(?:([.,])\d+)?$/;
/** One mark before three digits alone: a thousand to some, one and a little to others. */
const EITHER = /^\d{1,3}[.,]\d{3}$/;
const COMMA = /^\d+,(\d{1,2}|\d{4,9})$/;

/**
 * A decimal as much of the world types it, as it is kept: "1,25" is "1.25", "1.060,50" is "1060.50". What may mean two
 * things, and what is no number, stays as it was typed.
 */
export function plainDecimal(typed: string): string {
  if (COMMA.test(typed)) return typed.replace(",", ".");
  const [, thousands, decimal] = GROUPED.exec(typed) ?? [];
  if (thousands === undefined || EITHER.test(typed) || decimal === thousands) return typed;
  return typed.replaceAll(thousands, "").replace(",", ".");
}

/**
 * An amount of money that somebody typed into a form, in minor units; null for what is none. "1.060" and "1,060" are
 * refused where the currency has no three decimals, for nobody can say which of two amounts is meant.
 */
export function readTypedMoney(typed: string, currency: string): Money | null {
  const text = typed.trim();
  if (EITHER.test(text) && currencyDecimals(currency) !== 3) return null;
  try {
    return parseMoney(plainDecimal(EITHER.test(text) ? text.replace(",", ".") : text), currency);
  } catch {
    return null;
  }
}
