import { valenceOf } from "./english/valence.ts";
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
const ENOUGH = 600;
/** Characters that are written so in Japanese alone, for what has no kana. */
const JAPANESE_ALONE = /[発気対込払売変楽検実総戻様読価値単図応関帰県桜悪駅働]/;
/** A word that speaks of praise in English, beside a small word of a language; some are words of others too. */
const OF_VALENCE = 0.6;
/** One Chinese character says as much as several letters. */
const LETTERS_A_CHARACTER = 3;

/** The language that is told, or else the one that a text seems to be written in. */
export function languageOf(text: string, told = ""): FoundLanguage {
  const named = toldLanguage(told);
  const language = named === "" ? guessLanguage(beginningOf(text)) : named;
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
    if (language === "zh" && JAPANESE_ALONE.test(text)) return "ja";
    if (
      language === "ja"
        ? isJapanese && count * LETTERS_A_CHARACTER >= latin
        : count * LETTERS_A_CHARACTER >= latin
    )
      return language;
  }
  return latin === 0 ? "und" : guessLatin(text);
}

/** Up to the end of a word, for what is cut off may be another one. */
function beginningOf(text: string): string {
  return text.length <= ENOUGH ? text : text.slice(0, ENOUGH).replace(/\p{L}{1,30}$/u, "");
}

/**
 * By the small words that every sentence has, each counted once, however often it is said. Where none is found it is
 * taken for English if it can be written in it.
 */
function guessLatin(text: string): string {
  const words = new Set(
    (text.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? []).map((word) => word.replace("’", "'")),
  );
  const counts = new Map<string, number>();
  for (const word of words) {
    const languages = LANGUAGE_WORDS.get(word) ?? [];
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
    if (!languages.includes("en") && valenceOf(word) !== 0)
      counts.set("en", (counts.get("en") ?? 0) + OF_VALENCE);
  }
  const english = counts.get("en") ?? 0;
  const [best, most] = [...counts].reduce<[string, number]>(
    (top, one) => (one[1] > top[1] ? [...one] : top),
    ["en", english],
  );
  if (most > english) return best;
  const foreign = [...words].filter((word) => /[^a-z'’]/.test(word)).length;
  return foreign > english && foreign * 3 >= words.size ? "und" : "en";
}
