import { formatMoney, parseMoney } from "./money.ts";
import type { Money } from "./money.ts";
import { amountsIn } from "./templates/template.ts";

/** About so many euros in the currency, as a round amount. */
export function aboutEuros(amount: number, currency: string): Money {
  return parseMoney(amountsIn(currency)(amount), currency);
}

/** With a thin space between thousands, which every language reads: "1 000 000". */
export function groupedCount(count: bigint): string {
  return grouped(count.toString());
}

/** The same of an amount: "1 000 000.00". */
export function groupedMoney(amount: Money, currency: string): string {
  return formatMoney(amount, currency).replace(/^\d+/, grouped);
}

function grouped(digits: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, "\u202f");
}
