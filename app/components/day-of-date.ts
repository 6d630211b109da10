const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of a date such as "2026-01-31". */
export function dayOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}
