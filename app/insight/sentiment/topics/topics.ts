import { readableOf, sentimentOf, type Label } from "../analyse.ts";
import { languageOf } from "../language.ts";
import { segmentsOf } from "./segments.ts";
import { TERMS, TOPICS, type Topic } from "./terms.ts";

export { TOPICS, type Topic };

/** A topic that a text speaks of. */
export interface TopicFound {
  topic: Topic;
  /** null where the language's sentiment is not known. */
  label: Label | null;
  score: number | null;
  /** Where it says it most clearly, not longer than a few lines. */
  sentence: string;
}

const LONGEST_SENTENCE = 300;
/** Who writes more repeats themselves. */
const MOST_SEGMENTS = 20;

/**
 * The topics of a text, each with what is said of it: "Great shirt, but it came late" is good of quality and bad of
 * delivery. In the order of TOPICS; empty where no term is found or the language has none.
 */
export function topicsOf(text: string, told?: string): TopicFound[] {
  const read = readableOf(text);
  const { language } = languageOf(read, told);
  const patterns = patternsOf(language);
  if (patterns === null) return [];
  const found = new Map<Topic, TopicFound>();
  const find = (clause: string) =>
    TOPICS.filter((topic) => patterns.get(topic)?.test(clause.replaceAll("’", "'")) === true);
  for (const { words, topics, sentence } of segmentsOf(read, find).slice(0, MOST_SEGMENTS)) {
    const { isKnown, label, score } = sentimentOf(words, language);
    for (const topic of topics) {
      const before = found.get(topic);
      if (before !== undefined && (!isKnown || Math.abs(score) <= Math.abs(before.score ?? 0))) continue;
      const shown = sentence.length > LONGEST_SENTENCE ? `${sentence.slice(0, LONGEST_SENTENCE)}…` : sentence;
      found.set(topic, {
        topic,
        ...(isKnown ? { label, score } : { label: null, score: null }),
        sentence: shown,
      });
    }
  }
  return TOPICS.flatMap((topic) => found.get(topic) ?? []);
}

const WITHOUT_BLANKS = new Set(["zh", "ja"]);
const patternsByLanguage = new Map<string, Map<Topic, RegExp>>();

function patternsOf(language: string): Map<Topic, RegExp> | null {
  const terms = TERMS[language];
  if (terms === undefined) return null;
  const known = patternsByLanguage.get(language);
  if (known !== undefined) return known;
  const made = new Map(
    Object.entries(terms).map(([topic, words]) => [
      topic as Topic,
      patternOf(words, WITHOUT_BLANKS.has(language)),
    ]),
  );
  patternsByLanguage.set(language, made);
  return made;
}

function patternOf(words: string, isWithoutBlanks: boolean): RegExp {
  const terms = words
    .split(/\s+/)
    .map((term) => term.replaceAll("_", String.raw`\s+`).replace(/\*$/, String.raw`\p{L}*`));
  const any = terms.join("|");
  return isWithoutBlanks ? new RegExp(any, "u") : new RegExp(String.raw`(?<!\p{L})(?:${any})(?!\p{L})`, "iu");
}
