import type { Shared } from "./pick.ts";
import { bestOf } from "./best.ts";
import { Sums } from "./sums.ts";

/** What is known of a product without anybody having bought it. */
export interface Described {
  title: string;
  vendor: string | null;
  productType: string | null;
  collections: readonly string[];
  /** In whatever unit, the same for all; null where it is not known. */
  price: number | null;
}

export interface Like {
  /** Place of the other product. */
  product: number;
  /** From 0 to 1. */
  score: number;
  shares: Shared[];
}

export interface Likeness {
  /** What is most like the product at this place, the best first. */
  like(product: number, most: number): Like[];
  /** How like two are, from 0 to 1. */
  between(one: number, other: number): number;
}

const WEIGHTS = { words: 1, type: 2, vendor: 0.7, collection: 0.8 } as const;
type Feature = keyof typeof WEIGHTS;
/** What more products than these have in common says nothing of any. */
const TOO_COMMON = 2_000;
/** Prices that differ by less than this part are alike. */
const ALIKE = 0.25;

/**
 * Products by what stands on them: words of the title, type, vendor, collections, each the more telling the fewer have
 * it (cosine of tf-idf), and less alike the further prices are apart. For what nobody has bought yet.
 */
export function likenessOf(products: readonly Described[]): Likeness {
  const vectors = products.map(featuresOf);
  const holders = new Map<string, number[]>();
  vectors.forEach((features, product) => {
    for (const feature of features.keys()) {
      const list = holders.get(feature);
      if (list === undefined) holders.set(feature, [product]);
      else list.push(product);
    }
  });
  const telling = (feature: string) =>
    Math.log((products.length + 1) / ((holders.get(feature)?.length ?? 0) + 0.5));
  const weighted = vectors.map((features) => {
    const list = [...features].map(([name, weight]) => ({ name, weight: weight * telling(name) }));
    const length = Math.sqrt(list.reduce((sum, { weight }) => sum + weight ** 2, 0)) || 1;
    return list.map(({ name, weight }) => ({ name, weight: weight / length }));
  });
  const weightOf = weighted.map((list) => new Map(list.map(({ name, weight }) => [name, weight])));
  const between = (one: number, other: number) => {
    const theirs = weightOf[other];
    const cosine = (weighted[one] ?? []).reduce(
      (sum, { name, weight }) => sum + weight * (theirs?.get(name) ?? 0),
      0,
    );
    return cosine * (0.5 + 0.5 * nearnessOfPrices(products[one], products[other]));
  };
  const found = new Sums(products.length);
  return {
    between,
    like(product, most) {
      for (const { name } of weighted[product] ?? []) {
        const having = holders.get(name) ?? [];
        if (having.length <= TOO_COMMON)
          for (const other of having) if (other !== product) found.touch(other);
      }
      const others: number[] = [];
      found.each((other) => others.push(other));
      found.clear();
      const scores = others.map((other) => between(product, other));
      return bestOf(scores, most).map((place) => {
        const other = others[place] ?? 0;
        return {
          product: other,
          score: scores[place] ?? 0,
          shares: sharedBy(
            { product: products[product], features: vectors[product] },
            { product: products[other], features: vectors[other] },
          ),
        };
      });
    },
  };
}

function featuresOf({ title, vendor, productType, collections }: Described): Map<string, number> {
  const features = new Map<string, number>();
  const add = (kind: Feature, value: string | null) => {
    const word = value?.trim().toLowerCase() ?? "";
    if (word !== "") features.set(`${kind}:${word}`, WEIGHTS[kind]);
  };
  for (const word of wordsOf(title)) add("words", word);
  add("type", productType);
  add("vendor", vendor);
  for (const collection of collections) add("collection", collection);
  return features;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Scripts that put no space between words: two signs that stand together are as good as a word. */
const UNSPACED = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

function wordsOf(title: string): string[] {
  return (title.toLowerCase().match(WORD) ?? []).flatMap((word) => {
    if (!UNSPACED.test(word)) return word.length >= 3 ? [word] : [];
    const signs = [...word];
    return signs.length < 2 ? signs : signs.slice(1).map((sign, place) => `${signs[place] ?? ""}${sign}`);
  });
}

function nearnessOfPrices(one: Described | undefined, other: Described | undefined): number {
  const [a, b] = [one?.price ?? 0, other?.price ?? 0];
  return a > 0 && b > 0 ? Math.exp(-Math.abs(Math.log(a / b))) : 0.5;
}

interface Looked {
  product: Described | undefined;
  features: Map<string, number> | undefined;
}

function sharedBy(one: Looked, other: Looked): Shared[] {
  const kinds = new Set<string>();
  for (const feature of one.features?.keys() ?? [])
    if (other.features?.has(feature)) kinds.add(feature.slice(0, feature.indexOf(":")));
  const [a, b] = [one.product?.price ?? 0, other.product?.price ?? 0];
  if (a > 0 && b > 0 && Math.abs(a - b) <= ALIKE * Math.max(a, b)) kinds.add("price");
  return (["type", "vendor", "words", "collection", "price"] as const).filter((kind) => kinds.has(kind));
}
