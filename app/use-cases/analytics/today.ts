import { dayOf, type Day } from "../../insight/days.ts";
import { periodKey } from "../../loyalty/calendar.ts";
import type { Instant } from "../../loyalty/time.ts";

/** The day of the zone that holds the instant. */
export function todayIn(timezone: string, now: Instant): Day {
  const date = periodKey(timezone, now, "day");
  const day = dayOf(date);
  if (day === null) throw new RangeError(`${date} is no date`);
  return day;
}
