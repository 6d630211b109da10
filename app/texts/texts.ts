import { languageOf } from "./language.ts";
import { LANGUAGES, type Texts } from "./languages.ts";

export type { Texts } from "./languages.ts";

/** The texts in the language of the staff member, else in English; a browser has no more than one language. */
export function textsFor(locale: string): Texts {
  const texts = LANGUAGES[languageOf(locale)] ?? LANGUAGES.en ?? Object.values(LANGUAGES)[0];
  if (texts === undefined) throw new Error(`no texts for ${locale}`);
  return texts;
}

/** A locale for numbers and dates that agrees with the language of the texts. */
export function localeFor(wanted: string | null): string {
  const [supported] = Intl.DateTimeFormat.supportedLocalesOf([wanted ?? "en"].filter(isLocale));
  return supported !== undefined && languageOf(supported) in LANGUAGES ? supported : "en";
}

function isLocale(text: string): boolean {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text);
}
