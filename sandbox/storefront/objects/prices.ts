import { decimalsOf, toMinor } from "../../commerce/money.ts";

/** An amount as Liquid has prices: hundredths of the unit in every currency. */
export function toPrice(amount: string, currency: string): number {
  return minorToPrice(toMinor(amount, currency), currency);
}

export function minorToPrice(minor: number, currency: string): number {
  return Math.round((minor * 100) / 10 ** decimalsOf(currency));
}

const FORMATS: Record<string, string> = {
  GBP: "£{{amount}}",
  USD: "${{amount}}",
  EUR: "€{{amount_with_comma_separator}}",
  JPY: "¥{{amount_no_decimals}}",
};

/** The shop's "HTML without currency" setting, as Shopify presets it. */
export function moneyFormat(currency: string): string {
  if (FORMATS[currency]) return FORMATS[currency];
  return decimalsOf(currency) === 0 ? `{{amount_no_decimals}} ${currency}` : `{{amount}} ${currency}`;
}
