/** Chance that can be had again: the same seed gives the same choices. */
export interface Chance {
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** True so many times in a hundred. */
  percent(likelihood: number): boolean;
  oneOf<T>(choices: readonly [T, ...T[]]): T;
  /** One of a list that may be empty. */
  anyOf<T>(choices: readonly T[]): T | undefined;
}

/** Mulberry32, by Tommy Ettinger: 32 bits of state, enough to vary test data. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    whole,
    percent: (likelihood) => next() * 100 < likelihood,
    oneOf: (choices) => choices[whole(0, choices.length - 1)] ?? choices[0],
    anyOf: (choices) => choices[whole(0, choices.length - 1)],
  };
}
