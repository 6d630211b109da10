import { describe, expect, it } from "vitest";
import { formatsFor as appFormats } from "../app/texts/formats.ts";
import { formatsFor as extensionFormats, type I18n } from "../extensions/perennial-shared/formats.ts";
import { history, member, said } from "./helpers/theme-sentences.ts";
import { LOCALES, type Locale } from "./texts/read-texts.ts";

/** The theme's script, as the browser loads it. */
const SCRIPT = "../extensions/perennial-theme/assets/perennial-desk.js";
interface Desk {
  dataset: { locale: string; group: string };
  zone: string;
}
const { grouped, day } = (await import(SCRIPT)) as {
  grouped: (desk: Desk, number: number) => string;
  day: (desk: Desk, instant: string) => string;
};

const AT = "2026-11-10T23:30:00Z";
const TERMS = { currency: "GBP", timezone: "Europe/London" };
const ROWS: [locale: Locale, small: string, thousand: string, large: string, date: string, money: string][] =
  [
    ["en", "950", "1,050", "12,050", "Nov 10, 2026", "£1,250.50"],
    ["de", "950", "1.050", "12.050", "10. Nov. 2026", "1.250,50 £"],
    ["fr", "950", "1 050", "12 050", "10 nov. 2026", "1 250,50 £"],
    ["es", "950", "1050", "12.050", "10 nov 2026", "1250,50 £"],
    ["ja", "950", "1,050", "12,050", "2026年11月10日", "£1,250.50"],
    ["zh-CN", "950", "1,050", "12,050", "2026年11月10日", "£1,250.50"],
    ["zh-TW", "950", "1,050", "12,050", "2026年11月10日", "£1,250.50"],
    ["ar", "950", "1,050", "12,050", "10 نوفمبر 2026", "1,250.50 UK£"],
  ];

/** Every space is the same to a reader, and marks of direction are none. */
function plain(text: string): string {
  return text.replaceAll(/[\u061c\u200e\u200f\u2066-\u2069]/g, "").replaceAll(/\s/g, " ");
}

function shopify(locale: string): I18n {
  return {
    translate: (key) => key,
    formatNumber: (number, { inExtensionLocale: _, ...options } = {}) =>
      new Intl.NumberFormat(locale, options).format(number),
    formatCurrency: (number, { inExtensionLocale: _, ...options } = {}) =>
      new Intl.NumberFormat(locale, { style: "currency", ...options }).format(number),
    formatDate: (date, { inExtensionLocale: _, ...options } = {}) =>
      new Intl.DateTimeFormat(locale, { timeZone: TERMS.timezone, ...options }).format(date),
  };
}

describe.each(ROWS)("what a shopper reads in %s", (locale, small, thousand, large, date, money) => {
  const app = appFormats({ locale, ...TERMS, reader: "shopper" });
  const extension = extensionFormats(shopify(locale), { programme: null, language: locale, currency: "GBP" });
  const group = locale === "de" || locale === "es" ? "." : locale === "fr" ? "\u202f" : ",";
  const desk = { dataset: { locale, group }, zone: TERMS.timezone };

  it("groups numbers alike, drawn by the shop, by its script, by the app and beyond the theme", () => {
    for (const [number, text] of [
      [950, small],
      [1050, thousand],
      [12050, large],
    ] as const) {
      expect(plain(said("points-badge", { locale, ...member({ balance: number }) }))).toContain(text);
      expect(plain(grouped(desk, number))).toBe(text);
      expect(plain(app.whole(String(number)))).toBe(text);
      expect(plain(extension.number(number))).toBe(text);
    }
  });

  it("writes the day alike, in the shop's zone", () => {
    expect(plain(said("points-history", { locale, ...history({ at: AT }) }))).toContain(date);
    expect(plain(day(desk, AT))).toBe(date);
    expect(plain(app.date(Date.parse(AT)))).toBe(date);
    expect(plain(extension.date(AT))).toBe(date);
  });

  it("writes money with the sign of the shop's one currency, beyond the theme, which has its own prices", () => {
    expect(plain(app.money("1250.50"))).toBe(money);
    expect(plain(extension.money("1250.50"))).toBe(money);
  });

  it("writes a loss with a minus", () => {
    const loss = plain(extension.change(-50));
    expect(loss).toBe("−50");
    expect(plain(app.signed("-50"))).toBe(loss);
    expect(plain(said("points-history", { locale, ...history({ points: -50 }) }))).toContain(loss);
  });
});

it("covers every language of the project", () => {
  expect(ROWS.map(([locale]) => locale)).toEqual([...LOCALES]);
});
