import { bestOf } from "./best.ts";

/** Sums of items of which most are 0: what was added to is remembered, so that emptying costs no more than filling. */
export class Sums {
  readonly #values: Float64Array;
  readonly #isTouched: Uint8Array;
  readonly #touched: Int32Array;
  readonly #scores: Float64Array;
  #many = 0;

  constructor(items: number) {
    this.#values = new Float64Array(items);
    this.#isTouched = new Uint8Array(items);
    this.#touched = new Int32Array(items);
    this.#scores = new Float64Array(items);
  }

  add(item: number, value: number): void {
    this.touch(item);
    this.#values[item] = (this.#values[item] ?? 0) + value;
  }

  /** Makes it one of those that `best` looks at, though nothing is added. */
  touch(item: number): void {
    if (this.#isTouched[item] === 1) return;
    this.#isTouched[item] = 1;
    this.#touched[this.#many++] = item;
  }

  has(item: number): boolean {
    return this.#isTouched[item] === 1;
  }

  raise(item: number, value: number): void {
    this.touch(item);
    if (value > (this.#values[item] ?? 0)) this.#values[item] = value;
  }

  of(item: number): number {
    return this.#values[item] ?? 0;
  }

  each(visit: (item: number) => void): void {
    for (let place = 0; place < this.#many; place++) visit(this.#touched[place] ?? 0);
  }

  /** Of the items that were touched the `most` for which the value is highest, the best first; none of -Infinity. */
  best(most: number, valueOf: (item: number) => number): number[] {
    for (let place = 0; place < this.#many; place++) this.#scores[place] = valueOf(this.#touched[place] ?? 0);
    return bestOf(this.#scores, most, this.#many)
      .filter((place) => (this.#scores[place] ?? 0) > -Infinity)
      .map((place) => this.#touched[place] ?? 0);
  }

  clear(): void {
    for (let place = 0; place < this.#many; place++) {
      const item = this.#touched[place] ?? 0;
      this.#values[item] = 0;
      this.#isTouched[item] = 0;
    }
    this.#many = 0;
  }
}
