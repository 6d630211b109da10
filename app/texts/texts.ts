import { de } from "./de.ts";
import { en } from "./en.ts";
import { languageOf } from "./language.ts";
import { zh } from "./zh.ts";

/** Every text of the admin pages, by page. Another language is another file of the same shape. */
export type Texts = typeof en;

/** By language as written: whoever reads Chinese in traditional characters gets English, not the simplified ones. */
const LANGUAGES: Record<string, Texts> = { en, de, "zh-CN": zh };

/** The texts in the language of the staff member, else in English. */
export function textsFor(locale: string): Texts {
  return LANGUAGES[languageOf(locale)] ?? en;
}

/** A locale for numbers and dates that agrees with the language of the texts. */
export function localeFor(wanted: string | null): string {
  const [supported] = Intl.DateTimeFormat.supportedLocalesOf([wanted ?? "en"].filter(isLocale));
  return supported !== undefined && languageOf(supported) in LANGUAGES ? supported : "en";
}

function isLocale(text: string): boolean {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text);
}
