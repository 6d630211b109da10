/**
 * How much of a fault a run makes: small figures in `npm test`, those of docs/faults.md with `FAULT_SCALE=full`, and
 * more than anybody waits for with `FAULT_SCALE=night`.
 */
const SCALES = ["small", "full", "night"] as const;

const wanted = process.env.FAULT_SCALE ?? "small";
const scale = SCALES.find((known) => known === wanted);
if (scale === undefined) throw new Error(`FAULT_SCALE is small, full or night, and not ${wanted}`);

export function figure(small: number, full: number, night: number = full): number {
  return { small, full, night }[scale ?? "small"];
}

/** Of every fault by seed: another one each night, else the same, so that a run speaks of the change before it. */
export const SEED = Number(
  process.env.FAULT_SEED ?? (scale === "night" ? Date.now() % 1_000_000 : 20_261_121),
);

/** Some seeds from the first on. With FAULT_SEED it is that one alone. */
export function seeds(count: number): number[] {
  const only = process.env.FAULT_SEED !== undefined;
  return Array.from({ length: only ? 1 : count }, (_, n) => SEED + n);
}

/** Far above what the figures take, and far below what a test that stands still would. */
export const PATIENCE = figure(300_000, 30 * 60_000, 8 * 3_600_000);
