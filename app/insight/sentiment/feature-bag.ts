const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** The beginning of the hashes of a kind of features, so that a word and a part of a word of the same letters differ. */
export function kindHash(kind: string): number {
  return hashOn(OFFSET, kind);
}

/** FNV-1a over the code units of a text, going on from a hash. */
export function hashOn(hash: number, text: string): number {
  let on = hash;
  for (let n = 0; n < text.length; n++) on = hashUnit(on, text.charCodeAt(n));
  return on;
}

export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

/** What a text is to a linear model: features by the key of their name's hash, each with how much it counts. */
export class FeatureBag {
  readonly #values = new Map<number, number>();

  /** A feature that comes again counts once. */
  note(hash: number, value: number): void {
    const key = keyOf(hash);
    if (value > (this.#values.get(key) ?? 0)) this.#values.set(key, value);
  }

  /** A measure: whatever its sign; 0 is as good as none. */
  measure(hash: number, value: number): void {
    if (value !== 0) this.#values.set(keyOf(hash), value);
  }

  /** Makes the square root of the sum of squares of all that is in it `length`, however long the text. */
  scaleTo(length: number): void {
    let squares = 0;
    for (const value of this.#values.values()) squares += value * value;
    if (squares === 0) return;
    const by = length / Math.sqrt(squares);
    for (const [key, value] of this.#values) this.#values.set(key, value * by);
  }

  entries(): Iterable<[key: number, value: number]> {
    return this.#values.entries();
  }
}

/** FNV-1a leaves the low bits of like texts alike; a table takes its places from them (the finish of MurmurHash3). */
export function keyOf(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  // Signed, so that it is a small integer to the engine, and no number on the heap.
  return h ^ (h >>> 16);
}
