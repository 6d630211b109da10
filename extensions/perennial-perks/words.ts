import type { PerkConfiguration } from "../../app/loyalty/summary.ts";

/** Sentences by locale ("en", "zh-CN"); English for every other. */
export type Words<Text> = { en: Text } & Record<string, Text>;

/** "ZH_CN" → "zh-cn"; of Chinese without a region it is the simplified. */
export function localeOf(language: string): string {
  const locale = language.toLowerCase().replace("_", "-");
  return locale === "zh" ? "zh-cn" : locale;
}

export function wordsFor<Text>(words: Words<Text>, locale: string): Text {
  return findLocale(words, locale) ?? words.en;
}

/** What people call a level, with a capital letter where the language has any. */
export function tierName({ tiers }: PerkConfiguration, id: string, locale: string): string {
  const names = tiers[id] ?? {};
  const name = findLocale(names, locale) ?? names[""] ?? id;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The text of the locale itself ("pt-br"), else of its language ("pt"). */
function findLocale<Text>(texts: Record<string, Text>, locale: string): Text | undefined {
  const keys = Object.keys(texts);
  const key =
    keys.find((candidate) => candidate.toLowerCase() === locale) ??
    keys.find((candidate) => candidate.toLowerCase() === locale.split("-")[0]);
  return key === undefined ? undefined : texts[key];
}

/** Puts values in the place of `{names}`. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}
