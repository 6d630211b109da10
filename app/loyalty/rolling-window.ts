import { monthsBefore, steadyStretches } from "./calendar.ts";
import { DAY } from "./time.ts";
import type { Instant } from "./time.ts";

/**
 * When things leave a window of calendar months that moves with the clock, and when they come back into it: the months
 * before 29 March are those before 28 March, so what left the window on the 28th counts again from midnight on, until the
 * same time of the day.
 */
export interface RollingWindow {
  zone: string;
  months: number;
  now: Instant;
}

/** The first instant after `now` at which what happened at `at`, and counts now, no longer does. */
export function leavesAt(at: Instant, { zone, months, now }: RollingWindow): Instant {
  const from = Math.max(now, at + (months * 28 - 2) * DAY);
  for (const stretch of steadyStretches(zone, { from, to: lastOf(from, months), months })) {
    const isOutAt = (instant: Instant) => monthsBefore(zone, instant, months) >= at;
    if (isOutAt(stretch.to - 1)) return firstIn(stretch, isOutAt);
  }
  throw new RangeError(`what happened at ${at} never leaves a window of ${months} months`);
}

/** The first instant after `now` at which what happened at `at`, and counts no more, does so again; null for never. */
export function comesBackAt(at: Instant, { zone, months, now }: RollingWindow): Instant | null {
  // From here on it is out whatever the months are like.
  const to = at + (months * 31 + 2) * DAY;
  for (const { from } of steadyStretches(zone, { from: now, to, months }))
    if (monthsBefore(zone, from, months) < at) return from;
  return null;
}

function lastOf(from: Instant, months: number): Instant {
  return from + (months * 4 + 6) * DAY;
}

/** By halving: what holds at an instant of a steady stretch holds in the rest of it. */
function firstIn({ from, to }: { from: Instant; to: Instant }, holds: (at: Instant) => boolean): Instant {
  let [before, first] = [from - 1, to - 1];
  while (first - before > 1) {
    const middle = Math.floor((before + first) / 2);
    if (holds(middle)) first = middle;
    else before = middle;
  }
  return first;
}
