import type { StandardApi } from "@shopify/ui-extensions/checkout";
import type { Place, Placed } from "../protocol.ts";
import { translator } from "./translate.ts";

export type I18n = StandardApi["i18n"];

type Options<Native> = { inExtensionLocale?: boolean } & Native;

/** Formats for the buyer's language, unless the extension asks for that of its own texts. */
export function i18nOf({ texts, language }: Placed, place: Place): I18n {
  const localeOf = ({ inExtensionLocale }: { inExtensionLocale?: boolean }) =>
    inExtensionLocale ? language : place.language;
  const number = (value: number | bigint, options: Options<Intl.NumberFormatOptions>) => {
    const { inExtensionLocale: _, ...native } = options;
    return new Intl.NumberFormat(localeOf(options), native).format(value);
  };
  return {
    translate: translator(texts, language),
    formatNumber: (value, options = {}) => number(value, options),
    formatCurrency: (value, options = {}) =>
      number(value, { style: "currency", currency: place.currency, ...options }),
    formatDate: (date, options = {}) => {
      const { inExtensionLocale: _, ...native } = options;
      return new Intl.DateTimeFormat(localeOf(options), { timeZone: place.timezone, ...native }).format(date);
    },
  };
}
