import type { CommercePlatform } from "../commerce/platform.ts";
import type { Database } from "../db/database.ts";
import type { JobQueue } from "../jobs/queue.ts";
import type { RewardKind } from "../loyalty/programme.ts";
import type { Instant } from "../loyalty/time.ts";

/** What a use case is given. It never fetches anything of this itself. */
export interface Services {
  db: Database;
  platform: CommercePlatform;
  jobs: JobQueue;
  clock: () => Instant;
  log: Log;
  rewardTitle: RewardTitle;
}

/** Calls a reward for which the merchant has no name by what it is, in the staff member's language: "Money off: £5.00". */
export type RewardTitle = (
  reward: UnnamedReward,
  terms: { locale: string; currency: string; timezone: string },
) => string;

export interface UnnamedReward {
  kind: RewardKind;
  /** "5.00" of the currency, per cent, or what a donation is for; null for kinds without any, and for a sliding cost. */
  value: string | null;
}

export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
