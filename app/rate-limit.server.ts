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
    // Whoever asked last stands last: those who were forgotten have not asked for long.
    asked.delete(who);
    asked.set(who, [...recent, now]);
    const [first] = asked.keys();
    if (asked.size > MOST_REMEMBERED && first !== undefined) asked.delete(first);
    return 0;
  };
}
