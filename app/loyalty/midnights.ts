import { midnightFrom, nextMidnight, startOfDay } from "./calendar.ts";
import { DAY } from "./time.ts";
import type { Instant } from "./time.ts";
import type { ProgrammeVersion } from "./versions.ts";
import { versionAt } from "./versions.ts";

/** No two midnights that follow one another are further apart, whatever the clocks of a zone do. */
const FARTHEST_MIDNIGHT = 2 * DAY;

/** Whether a day of the zone in force begins at this instant. */
export function isMidnight(versions: readonly ProgrammeVersion[], at: Instant): boolean {
  const zone = zoneAt(versions, at);
  return zone !== null && startOfDay(zone, at) === at;
}

/** The first midnight after the instant, in the zone in force then: versions may differ in theirs. null for none. */
export function midnightAfter(versions: readonly ProgrammeVersion[], instant: Instant): Instant | null {
  return firstMidnight(versions, instant, (zone) => nextMidnight(zone, instant));
}

/** The first midnight that is not before the instant. */
export function midnightNotBefore(versions: readonly ProgrammeVersion[], instant: Instant): Instant | null {
  return firstMidnight(versions, instant, (zone) => midnightFrom(zone, instant));
}

/**
 * The next midnight that is the first under some version, one that has begun since the last midnight too: levels go
 * by its rules from there. null where none is to come.
 */
export function nextFirstMidnight(versions: readonly ProgrammeVersion[], after: Instant): Instant | null {
  let next: Instant | null = null;
  for (const { effectiveFrom } of versions) {
    if (effectiveFrom + FARTHEST_MIDNIGHT < after) continue;
    const midnight = midnightNotBefore(versions, effectiveFrom);
    if (midnight !== null && midnight > after && (next === null || midnight < next)) next = midnight;
  }
  return next;
}

/** The earliest start of a version after the instant; null where none follows. */
function nextVersionStart(versions: readonly ProgrammeVersion[], after: Instant): Instant | null {
  let earliest: Instant | null = null;
  for (const { effectiveFrom } of versions)
    if (effectiveFrom > after && (earliest === null || effectiveFrom < earliest)) earliest = effectiveFrom;
  return earliest;
}

function firstMidnight(
  versions: readonly ProgrammeVersion[],
  instant: Instant,
  inZone: (zone: string) => Instant,
): Instant | null {
  const zone = zoneAt(versions, instant);
  const midnight = zone === null ? null : inZone(zone);
  const change = nextVersionStart(versions, instant);
  if (change === null || (midnight !== null && midnight < change)) return midnight;
  return midnightNotBefore(versions, change);
}

function zoneAt(versions: readonly ProgrammeVersion[], at: Instant): string | null {
  return versionAt(versions, at)?.programme.timezone ?? null;
}
