/** A part of a sentence that speaks of the same topics. */
export interface Segment {
  words: string;
  topics: readonly string[];
  sentence: string;
}

const SENTENCE = /[^.!?。！？\n؟]+(?:[.!?。！？؟]+|\n|$)/gu;
/** Where one says another thing: after a comma or a semicolon, and before a "but" in the languages that have terms. */
const CLAUSE =
  /[,;，；、،؛]\s*|\s(?=(?:but|however|although|though|aber|jedoch|allerdings|mais|cependant|pero|aunque)\s)|(?=但是|但|不过|可是|就是|然而)|\s(?=لكن)/iu;

/** What stands before it is set against it, and is not of its topic. */
const TURN =
  /^(?:(?:but|however|although|though|aber|jedoch|allerdings|mais|cependant|pero|aunque|لكن)\s|但|不过|可是|就是|然而)/iu;

/**
 * The parts of a text that speak of something. What says nothing of a topic belongs to what was spoken of before it in
 * its sentence, or to the first that is: "Three weeks, terrible delivery" is one part.
 */
export function segmentsOf<Topic extends string>(
  text: string,
  topicsOf: (clause: string) => Topic[],
): (Segment & { topics: Topic[] })[] {
  return Array.from(text.matchAll(SENTENCE), ([sentence]) => sentence.trim()).flatMap((sentence) => {
    const parts: { words: string; topics: Topic[]; sentence: string }[] = [];
    let waiting = "";
    for (const clause of sentence.split(CLAUSE)) {
      if (TURN.test(clause)) waiting = "";
      const topics = topicsOf(clause);
      const last = parts.at(-1);
      if (topics.length > 0) {
        parts.push({ words: joined(waiting, clause), topics, sentence });
        waiting = "";
      } else if (last === undefined) waiting = joined(waiting, clause);
      else last.words = joined(last.words, clause);
    }
    return parts;
  });
}

function joined(before: string, after: string): string {
  return before === "" ? after : `${before}, ${after}`;
}
