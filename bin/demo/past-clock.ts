/** A clock that can be behind; it never goes back. */
export interface PastClock {
  now(): number;
  /** It is this late at least: something that happened then was told of. */
  hear(at: number): void;
  /** The past is over: from here on it is as late as it is. */
  catchUp(): void;
}

/**
 * The app's clock while it is told of the shop's past. It stands where the newest news is from, so that points are earned,
 * become available and end on the days on which they would have; without a beginning it is the clock of this machine.
 */
export function pastClock(begin: number | null): PastClock {
  let at = begin;
  return {
    now: () => (at === null ? Date.now() : Math.min(at, Date.now())),
    hear(told) {
      if (at !== null && told > at) at = told;
    },
    catchUp() {
      at = null;
    },
  };
}
