/** How people are searched for: the same as the functions of the database do with what is kept of them. */

const MOST_WORDS = 8;
const ACCENTS = /[\u0300-\u036f]/g;
/** As `perennial_folded` of the migration has it. */
const BETWEEN_WORDS = /[\p{Cc}\u0020-\u002f\u003a-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+/u;
/** Scripts that write without spaces, or whose single characters mean something. */
const WITHOUT_ALPHABET = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

/** The words of a search, without case and accents. */
export function searchWords(search: string): string[] {
  return search
    .normalize("NFKD")
    .replaceAll(ACCENTS, "")
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ς", "σ")
    .split(BETWEEN_WORDS)
    .filter((word) => word !== "" && word.isWellFormed())
    .slice(0, MOST_WORDS);
}

/** What must stand in the index for all of these words; each carries the shop. */
export function gramsOf(shopId: number, words: readonly string[]): string[] {
  return [...new Set(words.flatMap(gramsIn))].map((gram) => `${shopId} ${gram}`);
}

function gramsIn(word: string): string[] {
  const characters = [...word];
  if (characters.length > 2)
    return characters.slice(2).map((_, place) => characters.slice(place, place + 3).join(""));
  return [isSaidByCharacters(word) ? word : `^${word}`];
}

/**
 * Patterns for the kept words, which hold where the index may be wrong or is not asked: one or two letters stand at the
 * beginning of a word, all else anywhere.
 */
export function patternsOf(words: readonly string[]): string[] {
  return words.map((word) => {
    const isBeginning = [...word].length < 3 && !isSaidByCharacters(word);
    return isBeginning ? `% ${word}%` : `%${word}%`;
  });
}

function isSaidByCharacters(word: string): boolean {
  return WITHOUT_ALPHABET.test(word);
}
