/** A mean over cases that were held back, what the best sellers alone reach in them, and its interval of 95 %. */
export interface Figure {
  value: number;
  base: number;
  low: number;
  high: number;
  rows: number;
}

/** Of fewer cases a mean would be chance. */
const LEAST_CASES = 30;

/** null where there are too few cases. */
export function figureOf(values: readonly number[], base: readonly number[]): Figure | null {
  const rows = values.length;
  if (rows < LEAST_CASES) return null;
  const value = sumOf(values) / rows;
  const variance = values.reduce((sum, each) => sum + (each - value) ** 2, 0) / (rows - 1);
  const bound = 1.96 * Math.sqrt(variance / rows);
  return {
    ...{ value, base: sumOf(base) / rows, rows },
    ...{ low: Math.max(0, value - bound), high: Math.min(1, value + bound) },
  };
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
