import { seededRandom } from "../../app/insight/numeric/seeded-random.ts";
import type { LearnedWeights } from "../../app/insight/sentiment/linear-model.ts";
import {
  CHINESE_BITS,
  ENGLISH_BITS,
  learnChinese,
  learnEnglish,
  preparePlain,
  sumsOf,
  type EnglishTexts,
  type Prepared,
} from "./recipes.ts";

/** A text, and what a model says of it that has not learned of it nor of its group. */
export interface HeldBack {
  text: Prepared;
  sum: number;
}

/** So many parts; each is asked of what the others teach. `seed` says which texts are in which. */
export interface Split {
  parts: number;
  seed: number;
}
const FIVE: Split = { parts: 5, seed: 7 };

/** Five times four fifths teach, and what is left is asked; sentences of one review stay together. */
export function heldBackEnglish(
  products: readonly Prepared[],
  films: readonly Prepared[],
  split = FIVE,
): { products: HeldBack[]; films: HeldBack[]; plain: HeldBack[] } {
  const texts: EnglishTexts = { products, films, plain: preparePlain("en") };
  const found = { products: [] as HeldBack[], films: [] as HeldBack[], plain: [] as HeldBack[] };
  const kinds = ["products", "films", "plain"] as const;
  const placed = new Map(kinds.map((kind) => [kind, partsOf(texts[kind], split)]));
  for (let part = 0; part < split.parts; part++) {
    const of = (kind: (typeof kinds)[number], isAsked: boolean) =>
      texts[kind].filter((_, place) => (placed.get(kind)?.[place] === part) === isAsked);
    const learned = learnEnglish({
      products: of("products", false),
      films: of("films", false),
      plain: of("plain", false),
    });
    for (const kind of kinds) found[kind].push(...asked(of(kind, true), learned, ENGLISH_BITS));
  }
  return found;
}

/** The same for Chinese, without regard to the kind of ware; what is plain, of strength 0, is among them. */
export function heldBackChinese(reviews: readonly Prepared[], split = FIVE): HeldBack[] {
  const texts = [...reviews, ...preparePlain("zh")];
  const parts = partsOf(
    texts.map((text, place) => ({ ...text, group: String(place) })),
    split,
  );
  return Array.from({ length: split.parts }, (_, part) => part).flatMap((part) => {
    const learned = learnChinese(texts.filter((_, place) => parts[place] !== part));
    return asked(
      texts.filter((_, place) => parts[place] === part),
      learned,
      CHINESE_BITS,
    );
  });
}

/** One kind of ware after the other is asked of a model that learned of all others. */
export function unseenChinese(reviews: readonly Prepared[]): Map<string, HeldBack[]> {
  const plain = preparePlain("zh");
  const kinds = [...new Set(reviews.map(({ group }) => group))];
  return new Map(
    kinds.map((kind) => {
      const learned = learnChinese([...reviews.filter(({ group }) => group !== kind), ...plain]);
      const held = reviews.filter(({ group }) => group === kind);
      return [kind, asked(held, learned, CHINESE_BITS)] as const;
    }),
  );
}

function asked(texts: readonly Prepared[], learned: LearnedWeights, bits: number): HeldBack[] {
  const sums = sumsOf(learned, bits, texts);
  return texts.map((text, place) => ({ text, sum: sums[place] ?? 0 }));
}

/** Of each text its part, chosen by chance, the same one for all of a group. */
function partsOf(texts: readonly Prepared[], { parts, seed }: Split): number[] {
  const random = seededRandom(seed);
  const placed = new Map<string, number>();
  for (const { group } of texts) if (!placed.has(group)) placed.set(group, Math.floor(random() * parts));
  return texts.map(({ group }) => placed.get(group) ?? 0);
}

/** The share whose sign is right, of those that people did not call neither. */
export function accuracyOf(held: readonly HeldBack[], weakest = 0.5): number {
  const clear = held.filter(({ text }) => text.strength >= weakest);
  return clear.filter(({ text, sum }) => sum > 0 === text.isPositive).length / clear.length;
}
