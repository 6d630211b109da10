import { SHARED, type Shared } from "./pick.ts";
import { turned, type Sets } from "./sets.ts";
import { Sums } from "./sums.ts";
import { itemsAt } from "./visits.ts";

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
  /** What is most like the product at this place, the best first; what was asked is remembered. */
  like(product: number): readonly Like[];
}

const KINDS = ["words", "type", "vendor", "collection"] as const;
type Kind = (typeof KINDS)[number];
const WEIGHTS: Record<Kind, number> = { words: 1, type: 2, vendor: 0.7, collection: 0.8 };
/** What more products than these have in common says nothing of any. */
const TOO_COMMON = 2_000;
/** Many ask about the same few products. */
const REMEMBERED = 10_000;
/** Prices that differ by less than this part are alike. */
const ALIKE = 0.25;

/**
 * Products by what stands on them: words of the title, type, vendor, collections, each the more telling the fewer have
 * it (cosine of tf-idf), and less alike the further prices are apart. For what nobody has bought yet.
 */
export function likenessOf(products: readonly Described[], most: number): Likeness {
  const { sets, holders, kindOf, square, length } = describe(products);
  const found = new Sums(products.length);
  const kinds = new Uint8Array(products.length);
  const share = (other: number, feature: number) => {
    found.add(other, square[feature] ?? 0);
    kinds[other] = (kinds[other] ?? 0) | (1 << (kindOf[feature] ?? 0));
  };
  const isCommon = (feature: number) =>
    (holders.start[feature + 1] ?? 0) - (holders.start[feature] ?? 0) > TOO_COMMON;
  const prices = Float64Array.from(products, ({ price }) => price ?? NaN);
  const find = (product: number): Like[] => {
    const own = itemsAt(sets, product);
    for (const feature of own)
      if (!isCommon(feature))
        for (const other of itemsAt(holders, feature)) if (other !== product) share(other, feature);
    // What nearly all have says nothing by itself: it only brings those nearer that have something else in common.
    const common = own.filter(isCommon);
    if (common.length > 0)
      found.each((other) => {
        for (const feature of itemsAt(sets, other)) if (common.includes(feature)) share(other, feature);
      });
    const price = prices[product] ?? NaN;
    const size = length[product] ?? 1;
    const scoreOf = (other: number) => {
      const cosine = found.of(other) / (size * (length[other] ?? 1));
      return cosine * (0.5 + 0.5 * nearnessOf(price, prices[other] ?? NaN));
    };
    const alike = found.best(most, scoreOf).map((other): Like => {
      const shares = sharedBy(kinds[other] ?? 0, price, prices[other] ?? NaN);
      return { product: other, score: scoreOf(other), shares };
    });
    found.each((other) => (kinds[other] = 0));
    found.clear();
    return alike;
  };
  const remembered = new Map<number, readonly Like[]>();
  return {
    like(product) {
      const known = remembered.get(product) ?? find(product);
      if (remembered.size < REMEMBERED) remembered.set(product, known);
      return known;
    },
  };
}

interface Description {
  /** Of each product its features, and of each feature the products that have it. */
  sets: Sets;
  holders: Sets;
  /** Of a feature, by its place among the kinds. */
  kindOf: Uint8Array;
  /** How much it says that two share a feature: the square of its weight. */
  square: Float64Array;
  /** Of each product, the root of the squares of its features. */
  length: Float64Array;
}

function describe(products: readonly Described[]): Description {
  const features = new Map<string, number>();
  const kinds: number[] = [];
  const [start, items] = [new Int32Array(products.length + 1), [] as number[]];
  products.forEach((product, place) => {
    for (const [name, kind] of featuresOf(product)) {
      const feature = features.get(name) ?? features.size;
      if (feature === features.size) {
        features.set(name, feature);
        kinds.push(kind);
      }
      items.push(feature);
    }
    start[place + 1] = items.length;
  });
  const sets = { start, items: Int32Array.from(items) };
  const holders = turned(sets, features.size);
  const square = Float64Array.from(kinds, (kind, feature) => {
    const many = (holders.start[feature + 1] ?? 0) - (holders.start[feature] ?? 0);
    return (WEIGHTS[KINDS[kind] ?? "words"] * Math.log((products.length + 1) / (many + 0.5))) ** 2;
  });
  const length = Float64Array.from(
    products,
    (_, product) =>
      Math.sqrt(itemsAt(sets, product).reduce((sum, feature) => sum + (square[feature] ?? 0), 0)) || 1,
  );
  return { sets, holders, kindOf: Uint8Array.from(kinds), square, length };
}

/** Each once, with its kind by its place. */
function featuresOf({ title, vendor, productType, collections }: Described): Map<string, number> {
  const features = new Map<string, number>();
  const add = (kind: Kind, value: string | null) => {
    const word = value?.trim().toLowerCase() ?? "";
    if (word !== "") features.set(`${kind}:${word}`, KINDS.indexOf(kind));
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

/** 1 for the same price, a half for one that is twice the other, and a half where one is not known (NaN). */
function nearnessOf(one: number, other: number): number {
  if (!(one > 0 && other > 0)) return 0.5;
  return one < other ? one / other : other / one;
}

function sharedBy(kinds: number, one: number, other: number): Shared[] {
  const isNear = one > 0 && other > 0 && Math.abs(one - other) <= ALIKE * Math.max(one, other);
  return SHARED.filter((shared) =>
    shared === "price" ? isNear : (kinds & (1 << KINDS.indexOf(shared))) !== 0,
  );
}
