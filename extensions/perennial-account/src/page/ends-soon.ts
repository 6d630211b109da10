import type { IsoInstant } from "../../../../app/loyalty/summary.ts";

const SOON_MS = 60 * 24 * 3_600_000;

/** What ends within 60 days is news; what is further away is a line beside the balance. */
export function endsSoon(at: IsoInstant, now = Date.now()): boolean {
  return Date.parse(at) - now < SOON_MS;
}
