import { formatsFor, type Formats, type FormatTerms } from "../formats.ts";
import { languageOf, pluralForm } from "../language.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ja } from "./ja.ts";
import type { Forms, WhyTexts } from "./why-texts.ts";
import { zhCn } from "./zh-cn.ts";
import { zhTw } from "./zh-tw.ts";

export const LANGUAGES: Readonly<Record<string, WhyTexts>> = {
  en,
  de,
  fr,
  es,
  ja,
  "zh-CN": zhCn,
  "zh-TW": zhTw,
  ar,
};

/** One language, with how numbers, money and dates are written in it. */
export interface WhyLanguage {
  /** BCP 47, for the page's `lang`. */
  locale: string;
  direction: "ltr" | "rtl";
  t: WhyTexts;
  f: Formats;
  /** A decimal string; one that ends in "…" is cut off and stays so. */
  decimal(text: string): string;
  /** "120 points": any whole number, as a decimal string. */
  points(count: string): string;
  days(count: string): string;
}

export function whyLanguage(wanted: string | null, terms: Omit<FormatTerms, "locale">): WhyLanguage {
  const { locale, language } = chooseLocale(wanted);
  const t = LANGUAGES[language] ?? en;
  const f = formatsFor({ locale, ...terms });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 });
  const rules = new Intl.PluralRules(locale);
  const counted = (forms: Forms, count: string) =>
    fill(forms[pluralForm(rules, BigInt(count))] ?? forms.other, { n: f.whole(count) });
  return {
    locale,
    direction: language === "ar" ? "rtl" : "ltr",
    t,
    f,
    decimal(text) {
      const isCutOff = text.endsWith("…");
      const exact = (isCutOff ? text.slice(0, -1) : text) as Intl.StringNumericLiteral;
      return `${decimal.format(exact)}${isCutOff ? "…" : ""}`;
    },
    points: (count) => counted(t.points, count),
    days: (count) => counted(t.days, count),
  };
}

/** "point", "points": in the forms of the locale's language, else of English. */
export function pointsForms(locale: string): Forms {
  return (LANGUAGES[languageOf(locale)] ?? en).points;
}

/** Puts what is named in braces in its place. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The nearest language there is: the very one, its script's, its own without a region; else English. */
function chooseLocale(wanted: string | null): { locale: string; language: string } {
  const [known] = Intl.DateTimeFormat.supportedLocalesOf(isLocale(wanted) ? [wanted] : []);
  if (known === undefined) return { locale: "en", language: "en" };
  const language = languageOf(known);
  return language in LANGUAGES ? { locale: known, language } : { locale: "en", language: "en" };
}

function isLocale(text: string | null): text is string {
  return text !== null && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text);
}
