import type { Visit } from "../../storefront/visit.ts";

export function money({ locale, shop }: Visit, amount: string): string {
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: shop.currency,
    currencyDisplay: "narrowSymbol",
  }).format(Number(amount));
}

export function date({ locale, shop }: Visit, instant: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: shop.timezone }).format(
    new Date(instant),
  );
}
