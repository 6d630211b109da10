/** Seconds until whoever it is may ask again; 0 for now, and then it counts as asked. */
export type RateLimit = (who: string) => number;

/** Of each process: behind several of them everybody may ask as many times as often. */
const MOST_REMEMBERED = 50_000;

/** At most `times` in any `windowMs`, for each of those who ask. */
export function rateLimit(
  times: number,
  windowMs: number,
  clock: () => number = () => performance.now(),
): RateLimit {
  const asked = new Map<string, number[]>();
  return (who) => {
    const now = clock();
    const recent = (asked.get(who) ?? []).filter((at) => at > now - windowMs);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= times)
      return Math.max(1, Math.ceil((oldest + windowMs - now) / 1000));
    // Whoever asked last stands last: first those who have not asked for so long that it does not count any more.
    asked.delete(who);
    asked.set(who, [...recent, now]);
    for (const [first, times] of asked) {
      if (asked.size <= MOST_REMEMBERED && (times.at(-1) ?? 0) > now - windowMs) break;
      asked.delete(first);
    }
    return 0;
  };
}
