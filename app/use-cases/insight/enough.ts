/** A shop with less tells nothing that would not be chance. */
export const ENOUGH = { buyers: 30, days: 75 } as const;

/** In days. How far is looked ahead, the farthest first. */
const HORIZONS = [90, 30];
/** So many horizons must have passed for a shop to have learned what comes after one. */
const HORIZONS_NEEDED = 2.5;

/** How far ahead a shop of so many days can look; null for not at all yet. */
export function horizonFor(days: number): number | null {
  return HORIZONS.find((horizon) => days >= horizon * HORIZONS_NEEDED) ?? null;
}
