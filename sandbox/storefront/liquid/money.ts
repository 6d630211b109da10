import { pageOf } from "./page.ts";
import { toNumeric } from "./numbers.ts";

type Filter = { context: { globals: object } };

/** Separators of the placeholders that a shop's money format may hold. */
const PLACEHOLDERS: Record<string, { decimals: boolean; group: string; point: string }> = {
  amount: { decimals: true, group: ",", point: "." },
  amount_no_decimals: { decimals: false, group: ",", point: "." },
  amount_with_comma_separator: { decimals: true, group: ".", point: "," },
  amount_no_decimals_with_comma_separator: { decimals: false, group: ".", point: "," },
  amount_with_apostrophe_separator: { decimals: true, group: "'", point: "." },
  amount_with_space_separator: { decimals: true, group: " ", point: "," },
  amount_no_decimals_with_space_separator: { decimals: false, group: " ", point: "," },
};

/** Liquid's prices are hundredths of the unit in every currency, yen included. */
export function formatPrice(hundredths: unknown, moneyFormat: string): string {
  const cents = BigInt(Math.round(Number(toNumeric(hundredths))));
  return moneyFormat.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => {
    const placeholder = PLACEHOLDERS[name];
    if (!placeholder) throw new Error(`unknown placeholder in the money format: ${name}`);
    return amountText(cents, placeholder);
  });
}

function amountText(
  cents: bigint,
  { decimals, group, point }: { decimals: boolean; group: string; point: string },
): string {
  const size = cents < 0n ? -cents : cents;
  const units = decimals ? size / 100n : (size + 50n) / 100n;
  const grouped = units.toString().replace(/\B(?=(\d{3})+$)/g, group);
  const rest = decimals ? `${point}${(size % 100n).toString().padStart(2, "0")}` : "";
  return `${cents < 0n ? "-" : ""}${grouped}${rest}`;
}

function isMissing(price: unknown): boolean {
  return price === null || price === undefined || price === "";
}

export const moneyFilters = {
  money(this: Filter, price: unknown): string {
    return isMissing(price) ? "" : formatPrice(price, pageOf(this).moneyFormat);
  },
  money_without_currency(this: Filter, price: unknown): string {
    if (isMissing(price)) return "";
    const placeholder = /\{\{.*?\}\}/.exec(pageOf(this).moneyFormat)?.[0] ?? "{{amount}}";
    return formatPrice(price, placeholder);
  },
  money_without_trailing_zeros(this: Filter, price: unknown): string {
    if (isMissing(price)) return "";
    return formatPrice(price, pageOf(this).moneyFormat).replace(/[.,]00(?!\d)/, "");
  },
};
