import { larger, smaller, type Points } from "./points.ts";
import type { Debt } from "./programme.ts";

/**
 * What becomes of points that are to be taken and are not there: owed, or, with `forgive`, only as much of them as the
 * member's held points exceed what they owe already; the rest is dropped.
 */
export function settleMissing(
  missing: Points,
  { held, owed }: { held: Points; owed: Points },
  debt: Debt,
): { owed: Points; dropped: Points } {
  const more = debt === "owe" ? missing : smaller(missing, larger(0n, held - owed));
  return { owed: more, dropped: missing - more };
}

/** What becomes of the part that is not available when so many points are taken by hand; null where all are. */
export function shortfallOf(
  taken: Points,
  { available, ...standing }: { available: Points; held: Points; owed: Points },
  debt: Debt,
): { owed: Points; dropped: Points } | null {
  return taken > available ? settleMissing(taken - available, standing, debt) : null;
}
