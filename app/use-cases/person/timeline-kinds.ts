import type { StaffActionName } from "../../db/staff-action-names.ts";
import type { TransactionKind } from "../../loyalty/ledger.ts";

/** Where what happened to a person is kept: of the same instant the effect stands above its cause, as what is newer does. */
export const SOURCES = [
  "level",
  "ledger",
  "change",
  "order",
  "gift",
  "refusal",
  "activity",
  "word",
  "consent",
  "staff",
  "before",
  "known",
] as const;

export type Source = (typeof SOURCES)[number];

/** What a timeline may be narrowed to. */
export const TIMELINE_KINDS = [
  "all",
  "points",
  "orders",
  "rewards",
  "expired",
  "tiers",
  "activities",
  "person",
  "staff",
  "moves",
] as const;

export type TimelineKind = (typeof TIMELINE_KINDS)[number];

interface Narrowed {
  sources: readonly Source[];
  /** Of the ledger; null for all. */
  kinds: readonly TransactionKind[] | null;
}

export const NARROWED: Record<TimelineKind, Narrowed> = {
  all: { sources: SOURCES, kinds: null },
  points: { sources: ["ledger"], kinds: null },
  orders: { sources: ["ledger", "order", "change"], kinds: ["order"] },
  rewards: { sources: ["ledger", "gift", "refusal"], kinds: ["hold", "release", "take", "come-back"] },
  expired: { sources: ["ledger"], kinds: ["expire"] },
  tiers: { sources: ["level"], kinds: null },
  activities: { sources: ["ledger", "activity"], kinds: ["activity", "signup", "birthday"] },
  person: { sources: ["word", "consent", "known"], kinds: null },
  staff: { sources: ["ledger", "staff"], kinds: ["adjust"] },
  moves: { sources: ["ledger", "before", "word"], kinds: ["import", "merge-in", "merge-out"] },
};

/** Deeds that stand on the timeline by what came of them: in the ledger, as a word, or as a gift. */
export const TOLD_OTHERWISE: readonly StaffActionName[] = [
  "points.adjusted",
  "points.reinstated",
  "redemption.made",
  "redemption.cancelled",
  "redemption.granted",
  "reward.granted",
  "member.blocked",
  "member.unblocked",
  "member.merged",
];

export function isTimelineKind(text: unknown): text is TimelineKind {
  return (TIMELINE_KINDS as readonly unknown[]).includes(text);
}
