import type { Account } from "../loyalty/ledger.ts";
import type { Day } from "./days.ts";

/** What became of the points of lots. `issued` less the others is what is left of them. */
export type Fate = "issued" | "withdrawn" | "redeemed" | "expired";

/**
 * Everything that the reports need to know of one member, as it stands today: points whole, money in minor units of the
 * shop's currency, days of the shop's calendar.
 */
export interface MemberFacts {
  /** A person who is listed as a member: not erased, and not merged into another. */
  counted: boolean;
  joined: Day;
  /** "" where there is none, as in the two after it. */
  tier: string;
  /** "de" */
  language: string;
  /** Where the first order was placed: "web", "pos". */
  channel: string;
  /** Points that went from one account to another on a day, and by how many postings. */
  moves: { day: Day; debit: Account; credit: Account; points: bigint; count: number }[];
  /** Orders that count; `paid` in minor units of the buyer's currency, left out where that was the shop's. */
  orders: { day: Day; value: bigint; paid?: { currency: string; total: bigint } }[];
  /** Days on which they did something else: signed up, was active, chose a reward. */
  deeds: Day[];
  /** Points that can be used or are held for a reward, by the month in which they became available. */
  lots: { month: Day; available: bigint; held: bigint }[];
  /** What became of points, by the month in which they became available and the one in which it happened. */
  fates: { month: Day; at: Day; fate: Fate; points: bigint }[];
  /** Rewards that were not given up; `value` in money, null where a reward has none. */
  rewards: { day: Day; rewardId: string; points: bigint; value: bigint | null }[];
}
