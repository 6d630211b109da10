import type { Programme } from "./programme.ts";
import type { Instant } from "./time.ts";

/** A saved programme: never changed, only followed by a higher number. */
export interface ProgrammeVersion {
  readonly number: number;
  readonly effectiveFrom: Instant;
  readonly programme: Programme;
}

/**
 * The version in force: of those whose `effectiveFrom` is not after the instant the latest, of two the higher
 * number; null before the first.
 */
export function versionAt(versions: readonly ProgrammeVersion[], instant: Instant): ProgrammeVersion | null {
  let inForce: ProgrammeVersion | null = null;
  for (const version of versions) {
    if (version.effectiveFrom > instant) continue;
    if (inForce === null || isLater(version, inForce)) inForce = version;
  }
  return inForce;
}

function isLater(version: ProgrammeVersion, other: ProgrammeVersion): boolean {
  if (version.effectiveFrom !== other.effectiveFrom) return version.effectiveFrom > other.effectiveFrom;
  return version.number > other.number;
}
