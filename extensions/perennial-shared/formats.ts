import type { Amount, IsoInstant, ProgrammeSummary, Whole } from "../../app/loyalty/summary.ts";
import { ownPointsName } from "./own-names.ts";

type InTexts = { inExtensionLocale?: boolean };

/** `shopify.i18n` of every surface, as far as it is used here. */
export interface I18n {
  translate: (key: string, options?: Record<string, string | number>) => string;
  formatNumber: (number: number | bigint, options?: InTexts & Intl.NumberFormatOptions) => string;
  formatCurrency: (number: number | bigint, options?: InTexts & Intl.NumberFormatOptions) => string;
  formatDate: (date: Date, options?: InTexts & Intl.DateTimeFormatOptions) => string;
}

export interface Formats {
  /** "1,240 points", or what the merchant calls them. Needs the text `points` with its plurals. */
  points: (points: Whole) => string;
  number: (number: Whole) => string;
  /** With its sign: "+30", "−10". */
  change: (number: Whole) => string;
  money: (amount: Amount) => string;
  /** A decimal string: "1.25". */
  decimal: (value: string) => string;
  /** "21 November 2026", as short as the language has it. */
  date: (at: IsoInstant) => string;
}

/** Points are whole numbers, as decimal strings where they are beyond what a number holds exactly. */
export function isNone(points: Whole): boolean {
  return Number(points) === 0;
}

/** Numbers and dates are written in the language of the sentences around them, which may not be the buyer's own. */
const AS_TEXTS = { inExtensionLocale: true } as const;

export function formatsFor(
  i18n: I18n,
  {
    programme,
    language,
    currency,
  }: { programme: ProgrammeSummary | null; language: string; currency?: string },
): Formats {
  const number = (value: Whole) => i18n.formatNumber(exactly(value), AS_TEXTS);
  return {
    number,
    points: (points) => {
      const name = ownPointsName(programme, language, points);
      if (name !== null) return `${number(points)} ${name}`;
      return i18n.translate("points", { count: Number(points), points: number(points) });
    },
    change: (value) =>
      i18n.formatNumber(exactly(value), { ...AS_TEXTS, signDisplay: "exceptZero" }).replace("-", "\u2212"),
    money: (amount) => {
      const code = programme?.currency ?? currency;
      return i18n.formatCurrency(Number(amount), {
        ...AS_TEXTS,
        // Shoppers know one currency, that of their shop: "5,00 £" and not "5,00 GBP".
        currencyDisplay: "narrowSymbol",
        ...(code ? { currency: code } : {}),
      });
    },
    decimal: (value) => i18n.formatNumber(Number(value), { ...AS_TEXTS, maximumFractionDigits: 6 }),
    date: (at) =>
      i18n.formatDate(new Date(at), { ...AS_TEXTS, year: "numeric", month: "short", day: "numeric" }),
  };
}

/** A decimal string may be more than a number holds exactly; with a fraction it is no points, and still no reason to fail. */
function exactly(value: Whole): number | bigint {
  return typeof value === "number" || !/^-?\d+$/.test(value) ? Number(value) : BigInt(value);
}
