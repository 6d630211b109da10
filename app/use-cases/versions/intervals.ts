import type { Instant } from "../../loyalty/time.ts";

export interface Interval {
  /** null where another version took its place before it started. */
  from: Instant | null;
  /** null while nothing takes its place. */
  to: Instant | null;
}

/**
 * When each version is in force, by its number: until the next one starts, whichever was saved first. Of two that start
 * at once the higher number holds.
 */
export function intervalsOf(
  versions: readonly { number: number; effectiveFrom: Instant }[],
): Map<number, Interval> {
  const inOrder = versions.toSorted((a, b) => a.effectiveFrom - b.effectiveFrom || a.number - b.number);
  return new Map(
    inOrder.map(({ number, effectiveFrom }, place): [number, Interval] => {
      const next = inOrder[place + 1]?.effectiveFrom ?? null;
      return [number, next === effectiveFrom ? { from: null, to: null } : { from: effectiveFrom, to: next }];
    }),
  );
}

export type VersionState = "in-force" | "scheduled" | "past" | "never";

export function stateAt({ from, to }: Interval, now: Instant): VersionState {
  if (from === null) return "never";
  if (from > now) return "scheduled";
  return to === null || to > now ? "in-force" : "past";
}
