import { seededRandom } from "../../app/insight/numeric/seeded-random.ts";
import { CHINESE_BITS, ENGLISH_BITS, learnChinese, learnEnglish, sumsOf, type Prepared } from "./recipes.ts";

/** A text, and what a model says of it that has not learned of it nor of its group. */
export interface HeldBack {
  text: Prepared;
  sum: number;
}

const PARTS = 5;
const SEED = 7;

/** Five times four fifths teach, and what is left is asked; sentences of one review stay together. */
export function heldBackEnglish(
  products: readonly Prepared[],
  films: readonly Prepared[],
): { products: HeldBack[]; films: HeldBack[] } {
  const found = { products: [] as HeldBack[], films: [] as HeldBack[] };
  const [ofProducts, ofFilms] = [products, films].map(partsOf) as [number[], number[]];
  for (let part = 0; part < PARTS; part++) {
    const learned = learnEnglish(
      products.filter((_, place) => ofProducts[place] !== part),
      films.filter((_, place) => ofFilms[place] !== part),
    );
    const ask = (texts: readonly Prepared[]) => asked(texts, sumsOf(learned, ENGLISH_BITS, texts));
    found.products.push(...ask(products.filter((_, place) => ofProducts[place] === part)));
    found.films.push(...ask(films.filter((_, place) => ofFilms[place] === part)));
  }
  return found;
}

/** The same for Chinese, without regard to the kind of ware. */
export function heldBackChinese(reviews: readonly Prepared[]): HeldBack[] {
  const single = reviews.map((review, place) => ({ ...review, group: String(place) }));
  const parts = partsOf(single);
  return range(PARTS).flatMap((part) => holdBack(reviews, (place) => parts[place] === part));
}

/** One kind of ware after the other is asked of a model that learned of all others. */
export function unseenChinese(reviews: readonly Prepared[]): Map<string, HeldBack[]> {
  const kinds = [...new Set(reviews.map(({ group }) => group))];
  return new Map(
    kinds.map((kind) => [kind, holdBack(reviews, (place) => reviews[place]?.group === kind)] as const),
  );
}

function holdBack(reviews: readonly Prepared[], isHeld: (place: number) => boolean): HeldBack[] {
  const learned = learnChinese(reviews.filter((_, place) => !isHeld(place)));
  const held = reviews.filter((_, place) => isHeld(place));
  return asked(held, sumsOf(learned, CHINESE_BITS, held));
}

function asked(texts: readonly Prepared[], sums: readonly number[]): HeldBack[] {
  return texts.map((text, place) => ({ text, sum: sums[place] ?? 0 }));
}

/** Of each text its part, chosen by chance, the same one for all of a group. */
function partsOf(texts: readonly Prepared[]): number[] {
  const random = seededRandom(SEED);
  const parts = new Map<string, number>();
  for (const { group } of texts) if (!parts.has(group)) parts.set(group, Math.floor(random() * PARTS));
  return texts.map(({ group }) => parts.get(group) ?? 0);
}

function range(size: number): number[] {
  return Array.from({ length: size }, (_, place) => place);
}

/** The share whose sign is right, of those that people did not call neither. */
export function accuracyOf(held: readonly HeldBack[], weakest = 0.5): number {
  const clear = held.filter(({ text }) => text.strength >= weakest);
  return clear.filter(({ text, sum }) => sum > 0 === text.isPositive).length / clear.length;
}
