import type { Day } from "../days.ts";
import { segmentOf, type RfmScore, type Segment } from "./rfm.ts";

/** Where somebody who buys stands among the others, and what it was worked out from. */
export interface Standing extends RfmScore {
  group: Segment;
  /** Days on which they bought. */
  purchases: number;
  /** In minor units of the shop's currency. */
  spent: number;
  /** The last of those days. */
  lastOn: Day;
}

/** Why somebody moved from one group to another. */
export type GroupReason =
  /** They bought for the first time that we know of. */
  | { kind: "first" }
  /** They bought again: so many days of purchase by now. */
  | { kind: "bought"; purchases: number }
  /** Nothing for so many days; usually so many lie between two purchases, where two gaps or more say so. */
  | { kind: "quiet"; days: number; usual: number | null }
  /** Orders were cancelled or given back. */
  | { kind: "returned" }
  /** They did nothing else; what others did moved them among these. */
  | { kind: "others" };

/** Fewer gaps say nothing of what is usual. */
const LEAST_GAPS = 2;

/** `usual` is the middle of the gaps between their days of purchase, and `gaps` how many these are. */
export function reasonOfMove(
  before: Standing | null,
  after: Standing,
  { today, usual, gaps }: { today: Day; usual: number; gaps: number },
): GroupReason {
  if (before === null) return { kind: "first" };
  if (after.purchases < before.purchases || after.spent < before.spent) return { kind: "returned" };
  if (movedByBuying(before, after)) return { kind: "bought", purchases: after.purchases };
  if (after.recency >= before.recency) return { kind: "others" };
  const days = Math.max(0, today - after.lastOn);
  if (gaps < LEAST_GAPS) return { kind: "quiet", days, usual: null };
  const pause = Math.round(usual);
  // Whoever is within their usual pause is not quiet: they fell behind because others bought later.
  return days > pause ? { kind: "quiet", days, usual: pause } : { kind: "others" };
}

/**
 * Whether what they bought leads to the group by itself. Else they would be said to have left the champions for having
 * bought, where others bought later still.
 */
function movedByBuying(before: Standing, after: Standing): boolean {
  const hasBought = after.purchases > before.purchases || after.spent > before.spent;
  const hasRisen =
    before.purchases === 1 ||
    (["recency", "frequency", "money"] as const).some((of) => after[of] > before[of]);
  const recency = Math.max(before.recency, after.recency);
  return hasBought && hasRisen && segmentOf({ ...after, recency }) === after.group;
}
