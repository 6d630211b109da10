/** Customers who were told about the same chance, and what share of them it came true of. */
export interface CalibrationBin {
  customers: number;
  /** The mean of what they were told. */
  told: number;
  /** The share that it came true of, and between which bounds the share of many such lies. */
  actual: number;
  low: number;
  high: number;
}

const MOST_BINS = 10;
/** A share of fewer says nothing. */
const LEAST_CUSTOMERS = 20;
const SURE = 1.96;

/** In bins of the same size, the lowest chances first. */
export function calibrationOf(chances: ArrayLike<number>, isTrue: ArrayLike<number>): CalibrationBin[] {
  const order = Array.from(chances, (_, n) => n).sort((a, b) => (chances[a] ?? 0) - (chances[b] ?? 0));
  const bins = Math.min(MOST_BINS, Math.floor(order.length / LEAST_CUSTOMERS));
  return Array.from({ length: bins }, (_, bin) => {
    const own = order.slice((bin * order.length) / bins, ((bin + 1) * order.length) / bins);
    const mean = (of: ArrayLike<number>) => own.reduce((sum, n) => sum + (of[n] ?? 0), 0) / own.length;
    const actual = mean(isTrue);
    return { customers: own.length, told: mean(chances), actual, ...wilson(actual, own.length) };
  });
}

/** Bounds of a share that stay between 0 and 1 (Wilson 1927). */
export function wilson(share: number, many: number): { low: number; high: number } {
  const square = SURE ** 2 / Math.max(1, many);
  const middle = (share + square / 2) / (1 + square);
  const off = (Math.sqrt(square) * Math.sqrt(share * (1 - share) + square / 4)) / (1 + square);
  return { low: Math.max(0, middle - off), high: Math.min(1, middle + off) };
}
