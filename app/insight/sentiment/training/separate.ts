/** An example as a row of a sparse table. */
export interface Row {
  places: Int32Array;
  values: Float64Array;
  sign: 1 | -1;
  /** 0 or less leaves the row out. */
  cost: number;
}

const MOST_ROUNDS = 25;
const NO_STEP = 1e-3;

/**
 * The weights that part the rows of one sign from those of the other, small weights preferred: dual coordinate descent
 * for the squared hinge loss (Hsieh and others, ICML 2008). `random` chooses the order of each round.
 */
export function separate(
  rows: readonly Row[],
  size: number,
  random: () => number,
): { weights: Float64Array; intercept: number } {
  const weights = new Float64Array(size);
  const intercept = { value: 0 };
  const duals = new Float64Array(rows.length);
  const squares = rows.map(({ values }) => values.reduce((sum, value) => sum + value * value, 1));
  const order = rows.map((_, place) => place).filter((place) => (rows[place]?.cost ?? 0) > 0);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    shuffle(order, random);
    let largest = 0;
    for (const n of order) {
      const row = rows[n];
      if (row === undefined) continue;
      const loose = 1 / (2 * row.cost);
      const margin = row.sign * sumOf(row, weights, intercept.value);
      const old = duals[n] ?? 0;
      const next = Math.max(0, old - (margin - 1 + loose * old) / ((squares[n] ?? 1) + loose));
      if (next === old) continue;
      duals[n] = next;
      largest = Math.max(largest, Math.abs(next - old));
      add(row, (next - old) * row.sign, weights, intercept);
    }
    if (largest < NO_STEP) break;
  }
  return { weights, intercept: intercept.value };
}

function sumOf({ places, values }: Row, weights: Float64Array, intercept: number): number {
  let sum = intercept;
  for (let n = 0; n < places.length; n++) sum += (weights[places[n] ?? 0] ?? 0) * (values[n] ?? 0);
  return sum;
}

function add({ places, values }: Row, by: number, weights: Float64Array, intercept: { value: number }): void {
  for (let n = 0; n < places.length; n++) {
    const place = places[n] ?? 0;
    weights[place] = (weights[place] ?? 0) + by * (values[n] ?? 0);
  }
  intercept.value += by;
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
}
