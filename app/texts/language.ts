/** Locales come from whoever asks, so only so many of them are remembered. */
const MOST_REMEMBERED = 1_000;
const languages = new Map<string, string>();

/** The language of a locale: "fr" of "fr-CA". Chinese is two in writing, "zh-CN" and "zh-TW". */
export function languageOf(locale: string): string {
  const known = languages.get(locale);
  if (known !== undefined) return known;
  const { language, script } = new Intl.Locale(locale).maximize();
  const found = language === "zh" ? (script === "Hant" ? "zh-TW" : "zh-CN") : language;
  if (languages.size >= MOST_REMEMBERED) languages.clear();
  languages.set(locale, found);
  return found;
}

/** The form that a language has for a whole number, however large. */
export function pluralForm(rules: Intl.PluralRules, count: bigint): Intl.LDMLPluralRule {
  const number = count < 0n ? -count : count;
  // No language looks at more than the last digits of a large number, and at whether it is a whole million.
  return rules.select(Number(number < 1_000_000_000n ? number : (number % 1_000_000n) + 1_000_000n));
}
