/** Nelder and Mead (1965), with the coefficients of their paper. */
const REFLECT = 1;
const EXPAND = 2;
const CONTRACT = 0.5;
const SHRINK = 0.5;
const FIRST_STEP = 0.5;

export interface Minimum {
  at: number[];
  value: number;
}

interface Limits {
  /** Ends when the values of the simplex differ by less than this share of the best. */
  tolerance?: number;
  mostSteps?: number;
}

/**
 * The least value of a function of few variables, by a simplex that crawls downhill and needs no derivatives. Begun
 * anew from where it ended until that brings nothing more: a simplex can collapse on a slope.
 */
export function minimise(
  f: (at: number[]) => number,
  start: readonly number[],
  limits: Limits = {},
): Minimum {
  let best = crawl(f, start, limits);
  for (let again = 0; again < 5; again++) {
    const next = crawl(f, best.at, limits);
    const gain = best.value - next.value;
    if (next.value < best.value) best = next;
    if (!(gain > 1e-8 * Math.abs(best.value))) break;
  }
  return best;
}

function crawl(
  f: (at: number[]) => number,
  start: readonly number[],
  { tolerance = 1e-11, mostSteps = 2_000 }: Limits,
): Minimum {
  const worth = (at: number[]): Minimum => {
    const value = f(at);
    return { at, value: Number.isNaN(value) ? Infinity : value };
  };
  const simplex = [worth([...start])];
  start.forEach((_, axis) => {
    simplex.push(worth(start.map((value, n) => (n === axis ? value + FIRST_STEP : value))));
  });
  for (let step = 0; step < mostSteps; step++) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, worst, second] = [simplex[0], simplex.at(-1), simplex.at(-2)];
    if (best === undefined || worst === undefined || second === undefined) break;
    if (worst.value - best.value <= tolerance * (Math.abs(best.value) + tolerance)) break;
    const others = simplex.slice(0, -1);
    const centre = start.map((_, n) => others.reduce((sum, { at }) => sum + (at[n] ?? 0), 0) / others.length);
    const beyond = (by: number) => worth(centre.map((value, n) => value + by * (value - (worst.at[n] ?? 0))));
    const reflected = beyond(REFLECT);
    let taken: Minimum | null = reflected;
    if (reflected.value < best.value) {
      const expanded = beyond(EXPAND);
      if (expanded.value < reflected.value) taken = expanded;
    } else if (reflected.value >= second.value) {
      const contracted = beyond(reflected.value < worst.value ? CONTRACT : -CONTRACT);
      taken = contracted.value < Math.min(worst.value, reflected.value) ? contracted : null;
    }
    if (taken !== null) simplex[simplex.length - 1] = taken;
    else
      for (let n = 1; n < simplex.length; n++) {
        const at = simplex[n]?.at ?? [];
        simplex[n] = worth(best.at.map((value, axis) => value + SHRINK * ((at[axis] ?? 0) - value)));
      }
  }
  simplex.sort((a, b) => a.value - b.value);
  return simplex[0] ?? worth([...start]);
}
