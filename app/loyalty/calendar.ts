import type { LimitPeriod } from "./programme.ts";
import type { Instant } from "./time.ts";

/** Whether the machine knows the zone ("Europe/London"). */
export declare function isTimeZone(zone: string): boolean;
/** The first instant of the day that holds the instant. */
export declare function startOfDay(zone: string, instant: Instant): Instant;
/** The first instant of the following day: always after the instant given. */
export declare function nextMidnight(zone: string, instant: Instant): Instant;
/**
 * The end of the day that lies `months` calendar months after the instant's: the midnight that follows it, which
 * is the first instant at which what ends on that day is gone.
 */
export declare function endOfDayAfterMonths(zone: string, instant: Instant, months: number): Instant;
/** The end of the day that lies `days` calendar days after the instant's: the midnight that follows it. */
export declare function endOfDayAfterDays(zone: string, instant: Instant, days: number): Instant;
/** The same clock time `months` calendar months earlier. */
export declare function monthsBefore(zone: string, instant: Instant, months: number): Instant;
/** 1 January 00:00 of the instant's year. */
export declare function startOfYear(zone: string, instant: Instant): Instant;
/** Equal for two instants of one period: "2026-02-01", "2026-02", "2026" or "lifetime". */
export declare function periodKey(zone: string, instant: Instant, per: LimitPeriod): string;
