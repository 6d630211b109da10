import type { Instant } from "../../loyalty/time.ts";
import { DAY_MS } from "../days.ts";

/** When a member bought; null where they never did. */
export interface Bought {
  /** Days on which they did. */
  buyingDays: number;
  firstBoughtAt: Instant | null;
  lastBoughtAt: Instant | null;
}

/** So many times their usual days between two purchases may go by; never fewer days than these. */
const RHYTHMS = 3;
const FEWEST_DAYS = 90;
/** For whoever bought once, and so has no rhythm. */
const WITHOUT_RHYTHM_DAYS = 365;

/** Whether they have not bought for so long that an offer is spent on somebody who has left already. */
export function isLongGone({ buyingDays, firstBoughtAt, lastBoughtAt }: Bought, now: Instant): boolean {
  if (firstBoughtAt === null || lastBoughtAt === null) return false;
  if (buyingDays < 2) return now - lastBoughtAt > WITHOUT_RHYTHM_DAYS * DAY_MS;
  const usual = (lastBoughtAt - firstBoughtAt) / (buyingDays - 1);
  return now - lastBoughtAt > Math.max(FEWEST_DAYS * DAY_MS, RHYTHMS * usual);
}
