import { isRight, judgeTopics, readMoods, type TopicsByHand } from "../../tests/sentiment/by-hand.ts";
import { bootstrap, meanInterval } from "./interval.ts";
import type { Measured } from "./measured.ts";

const LANGUAGES = { en: "English", zh: "Chinese" } as const;

/** What the weights that are shipped say of texts written by hand, which nothing was learned of. */
export function* byHand(): Generator<Measured> {
  for (const [language, name] of Object.entries(LANGUAGES)) {
    const right = readMoods()
      .filter((text) => text.language === language)
      .map((text) => (isRight(text) ? 1 : 0));
    yield {
      ...{ part: "sentiment", measure: `${name} by hand: right of three labels` },
      ...{ base: null, known: null, goal: null },
      ours: meanOf(right),
      interval: meanInterval(right),
      protocol: `${right.length} short texts: denials, contrasts, facts, questions, ratings, emoji, irony; half were tuned by`,
    };
    const sentences = judgeTopics().filter((sentence) => sentence.language === language);
    yield topics(`${name} topics: precision`, sentences, ({ found }) => found);
    yield topics(`${name} topics: recall`, sentences, ({ are }) => are);
  }
}

function topics(
  measure: string,
  sentences: readonly TopicsByHand[],
  of: (sentence: TopicsByHand) => number,
): Measured {
  const share = (places: Iterable<number>) => {
    let [right, all] = [0, 0];
    for (const place of places) {
      const sentence = sentences[place];
      if (sentence === undefined) continue;
      right += sentence.right;
      all += of(sentence);
    }
    return right / all;
  };
  return {
    ...{ part: "sentiment", measure, base: null, known: null, goal: null },
    ours: share(sentences.keys()),
    interval: bootstrap(sentences.length, share),
    protocol: `${sentences.length} sentences by hand, half were tuned by`,
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
