import { midnightFrom } from "./calendar.ts";
import type { Instant } from "./time.ts";
import type { ProgrammeVersion } from "./versions.ts";
import { versionAt } from "./versions.ts";

/** A time for which the programme stood still, paused or archived: from inclusive, to exclusive; null while it lasts. */
export interface Pause {
  from: Instant;
  to: Instant | null;
}

/** Whether the version in force at the instant lets nothing be earned and nothing be redeemed. */
export function isPausedAt(versions: readonly ProgrammeVersion[], at: Instant): boolean {
  return isStill(versionAt(versions, at));
}

/** Whether any version, one to come too, lets the programme stand still. */
export function isEverPaused(versions: readonly ProgrammeVersion[]): boolean {
  return versions.some(isStill);
}

/**
 * Every pause that had begun by the instant, in order, as it was known then: one that ended only later lasts. So the same
 * is found when it happens, and when it is played again by somebody who has all versions before them.
 */
export function pausesBy(versions: readonly ProgrammeVersion[], at: Instant): Pause[] {
  if (!isEverPaused(versions)) return [];
  const begun = versions
    .filter(({ effectiveFrom }) => effectiveFrom <= at)
    .sort((a, b) => a.effectiveFrom - b.effectiveFrom || a.number - b.number);
  const pauses: Pause[] = [];
  begun.forEach((version, place) => {
    // Of two that start at once the higher number is in force.
    if (begun[place + 1]?.effectiveFrom === version.effectiveFrom) return;
    const last = pauses.at(-1);
    if (last?.to === null) {
      if (!isStill(version)) last.to = version.effectiveFrom;
    } else if (isStill(version)) pauses.push({ from: version.effectiveFrom, to: null });
  });
  return pauses;
}

/**
 * The date moved on by the time that the programme stood still since `since` and before it, up to a midnight of the zone:
 * nobody is to lose points to days on which they could not be spent. A pause that lasts counts up to `at`.
 */
export function movedByPauses(
  date: Instant,
  pauses: readonly Pause[],
  { since, at, timezone }: { since: Instant; at: Instant; timezone: string },
): Instant {
  let moved = date;
  for (const pause of pauses) {
    const [from, to] = [Math.max(pause.from, since), pause.to ?? at];
    if (from > moved) break;
    if (to > from) moved = midnightFrom(timezone, moved + (to - from));
  }
  return moved;
}

function isStill(version: ProgrammeVersion | null): boolean {
  return version !== null && version.programme.state !== "running";
}
