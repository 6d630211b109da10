import type { EarningExplanation, SignupExplanation } from "./explain-earning.ts";

/**
 * Why a transaction was made: inputs and arithmetic as plain data, points and money as decimal strings, instants in
 * ISO 8601. `explain.ts` puts it into words. Nothing in here names a person.
 */
export type Explanation =
  | OrderExplanation
  | { kind: "vest"; order: string; name: string; processedAt: string; pendingDays: number }
  | ActivityExplanation
  | SignupExplanation
  | BirthdayExplanation
  /** `reverses` is the key of an adjustment that this one takes back; without it, it takes none back. */
  | { kind: "adjust"; reason: string; points: string; reverses?: string }
  /** An adjustment that reverses the expiry with this key; `date` is when that happened, `expired` what it took. */
  | { kind: "reinstate"; expiry: string; date: string; expired: string; points: string; reason: string }
  | { kind: "import"; source: string }
  | { kind: "expire"; lot: string; date: string; noticeAt: string | null }
  | { kind: "hold"; reward: string; cost: string; endsAt: string | null }
  | { kind: "release"; reward: string; because: ReleaseReason }
  /** Of kinds without a code there is no order: the benefit was granted. */
  | { kind: "take"; reward: string; cost: string; order: string | null; name: string; late: boolean }
  | { kind: "come-back"; reward: string; order: string; name: string }
  | { kind: "merge-out"; kept: string }
  | { kind: "merge-in"; deleted: string };

/** One posting of section 4: `difference` = `entitlement` − `posted`. */
export interface OrderExplanation {
  kind: "order";
  order: string;
  name: string;
  because: OrderReason;
  entitlement: string;
  /** Posted for the order before. */
  posted: string;
  difference: string;
  firstOrder: boolean;
  /** How the order's points come about; null where another event moved its bonus or took it back whole. */
  earning: EarningExplanation | null;
}

/**
 * What brought the order to another entitlement: its own news, the bonus for the first order that moved, a customer
 * it no longer belongs to, money it waits for, or that it does not count (any more).
 */
export type OrderReason = "order" | "first-order" | "left-customer" | "waits" | "does-not-count";

export interface ActivityExplanation {
  kind: "activity";
  activity: string;
  bonuses: { rule: string; points: string }[];
}

export interface BirthdayExplanation {
  kind: "birthday";
  bonuses: { rule: string; points: string }[];
}

export type ReleaseReason = "cancelled" | "code-ended" | "not-made";
