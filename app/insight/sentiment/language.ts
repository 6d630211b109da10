import { LANGUAGE_WORDS } from "./language-words.ts";

/** Languages whose sentiment is known; `null` for all others. */
export type KnownLanguage = "en" | "zh";

export interface FoundLanguage {
  /** As BCP 47 has it, without a region: "en", "de", "ja"; "und" where nobody can tell. */
  language: string;
  known: KnownLanguage | null;
}

/** Scripts that one language, or one that is not learned, is written in. */
const SCRIPTS: readonly (readonly [language: string, pattern: RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
];
/** Of a text's beginning is told as well in which language it is. */
const ENOUGH = 2_000;
/** One Chinese character says as much as several letters. */
const LETTERS_A_CHARACTER = 3;

/** The language that is told, or else the one that a text seems to be written in. */
export function languageOf(text: string, told = ""): FoundLanguage {
  const named = toldLanguage(told);
  const language = named === "" ? guessLanguage(text.slice(0, ENOUGH)) : named;
  return { language, known: language === "en" || language === "zh" ? language : null };
}

function toldLanguage(told: string): string {
  const language = /^\s*([a-z]{2,8})(?=$|[\s_-])/i.exec(told)?.[1]?.toLowerCase() ?? "";
  return NAMES[language] ?? language;
}

const NAMES: Readonly<Record<string, string>> = {
  ...{ english: "en", eng: "en", chinese: "zh", mandarin: "zh", zho: "zh", chi: "zh", cmn: "zh", cn: "zh" },
  ...{ german: "de", french: "fr", spanish: "es", italian: "it", japanese: "ja", arabic: "ar" },
};

function guessLanguage(text: string): string {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  for (const [language, pattern] of SCRIPTS) {
    const count = text.match(pattern)?.length ?? 0;
    if (count === 0) continue;
    // Kana tell Japanese from Chinese even where they are few; a brand in another script tells nothing.
    const isJapanese = language === "ja" && count * 8 >= (text.match(/\p{Script=Han}/gu)?.length ?? 0);
    if (
      language === "ja"
        ? isJapanese && count * LETTERS_A_CHARACTER >= latin
        : count * LETTERS_A_CHARACTER >= latin
    )
      return language;
  }
  return latin === 0 ? "und" : guessLatin(text);
}

/** By the small words that every sentence has. Where none is found it is taken for English if it can be written in it. */
function guessLatin(text: string): string {
  const words = text.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of words)
    for (const language of LANGUAGE_WORDS.get(word.replace("’", "'")) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
  const english = counts.get("en") ?? 0;
  const [best = "en", most = 0] = [...counts].reduce<[string, number]>(
    (top, one) => (one[1] > top[1] ? [...one] : top),
    ["en", english],
  );
  const foreign = words.filter((word) => /[^a-z'’]/.test(word)).length;
  if (most > english) return best;
  if (foreign > english && foreign * 3 >= words.length) return "und";
  return best;
}
