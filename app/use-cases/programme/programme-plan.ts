import type { Perk } from "../../loyalty/perk.ts";
import type { Fault } from "../../loyalty/programme.ts";
import type { ProgrammeDifference } from "../../loyalty/programme-difference.ts";

export type PerkKind = Perk["kind"];

/** A whole number: exact as a JSON number, as a decimal string above 2^53 − 1. Money is a decimal string. */
export type Whole = number | string;

export type Planned = { outcome: "refused"; faults: Fault[] } | { outcome: "planned"; plan: ProgrammePlan };

/** What saving a programme would change, and for whom. */
export interface ProgrammePlan {
  shop: string;
  /** What `apply` must be given. */
  hash: string;
  /** The newest version, on top of which it is planned; 0 for none. */
  basedOn: number;
  /** The version that is in force now and that everything is compared with; null for none. */
  comparedWith: number | null;
  /** An instant, or "when-applied". */
  starts: string;
  differences: ProgrammeDifference[];
  members: {
    total: number;
    /** When levels are first worked out by it: the first midnight under it. */
    levelsAt: string | null;
    up: Moves;
    down: Moves;
  };
  /** Points that members have, and what they may cost; null where no reward is worth an amount of money. */
  liability: { points: Whole; before: string | null; after: string | null };
  rewards: RewardChange[];
  perks: PerkChange[];
  /** Orders whose points are pending: they keep the version they were processed under. */
  pending: { orders: number; points: Whole };
  /** The newest counting orders, as each would have earned before and after; null where there are none. */
  earning: EarningChange | null;
  warnings: string[];
}

export interface Moves {
  count: number;
  /** By id; a plan that is printed has the first of them. */
  list: { customer: string; from: string | null; to: string | null }[];
}

export interface RewardChange {
  id: string;
  change: "new" | "gone" | "changed" | "same";
  /** The fewest points it can be had for. */
  cost: { before: Whole | null; after: Whole | null };
  /** Members who can have it with what they have available. */
  reachable: { before: number; after: number };
}

export interface PerkChange {
  id: string;
  kind: PerkKind;
  change: "new" | "gone" | "changed" | "same";
  /** Members who have it by their level: whose prices change, who may buy. */
  members: { before: number; after: number };
  /** Whoever carries one of these in the store has it besides: how many those are the store alone knows. */
  customerTags: string[];
}

export interface EarningChange {
  orders: number;
  from: string;
  to: string;
  points: { before: Whole; after: Whole };
  /** Members whose orders would have earned more, less. */
  gain: EarningMoves;
  lose: EarningMoves;
}

export interface EarningMoves {
  members: number;
  points: Whole;
  /** Those with the largest differences first. */
  list: { customer: string; before: Whole; after: Whole }[];
}
