/** Numbers that follow from a seed alone (mulberry32): the same seed, the same bench. */
export type Random = () => number;

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many times it went on before it stopped, at least once, with this mean. */
export function geometric(random: Random, mean: number): number {
  return 1 + Math.floor(Math.log(1 - random()) / Math.log(1 - 1 / mean));
}

/** A price as shops have them: half of all below the median, a few far above. */
export function logNormal(random: Random, median: number, sigma: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return median * Math.exp(sigma * normal);
}

/** Places 0 … n-1, the first ones far more often: Zipf's law with this exponent. */
export function zipf(random: Random, n: number, exponent: number): () => number {
  const reached = new Float64Array(n);
  let total = 0;
  for (let place = 0; place < n; place++) reached[place] = total += (place + 1) ** -exponent;
  return () => {
    const wanted = random() * total;
    let low = 0;
    let high = n - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((reached[middle] ?? total) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
