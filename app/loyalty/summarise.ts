import type { EarningExplanation, EarningTerm } from "./explain-earning.ts";
import type { Points } from "./points.ts";
import { toJsonNumber } from "./points.ts";
import type {
  EntryKind,
  HistoryEntry,
  LoyaltySummary,
  Reason,
  RedemptionSummary,
  RewardKind,
  RewardState,
  RunningOffer,
  Term,
  TierProgress,
  Whole,
} from "./summary.ts";
import {
  MAX_BONUSES,
  MAX_EXPIRING,
  MAX_HISTORY,
  MAX_OFFER_TEXT,
  MAX_REDEMPTIONS,
  MAX_TERMS,
  MAX_TEXT,
  MAX_VESTINGS,
  SUMMARY_MAX_BYTES,
} from "./summary.ts";
import type { Instant } from "./time.ts";
import { formatInstant, SECOND } from "./time.ts";

/** What the books say of one member, in any order but for the entries. */
export interface MemberFacts {
  available: Points;
  held: Points;
  owed: Points;
  /** Everything that still waits. */
  pending: readonly { points: Points; at: Instant }[];
  /** The level held; null where the programme has none. */
  tier: string | null;
  progress: TierProgress | null;
  /** What ends next, earliest first, each date once; those after `MAX_EXPIRING` are left out. */
  expiring: readonly { points: Points; at: Instant }[];
  birthday: LoyaltySummary["birthday"];
  out: boolean;
  blocked?: boolean;
  /** Newest first; those after `MAX_REDEMPTIONS` are left out. */
  redemptions: readonly RedemptionFacts[];
  /** What was made to them alone and ends, in any order; left out for none. */
  offers?: readonly OfferFacts[];
  /** Newest first. More than `MAX_HISTORY` is welcome: it tells that there are older ones. */
  entries: readonly EntryFacts[];
}

export interface RedemptionFacts {
  id: string;
  rewardId: string;
  kind: RewardKind;
  points: Points;
  value: string | null;
  state: RewardState;
  /** Shown only while it can be used, and never where it is money to whoever has it. */
  code: string | null;
  heldAt: Instant;
  endsAt: Instant | null;
}

/** An offer whose code can be used. */
export type OfferFacts = Omit<RunningOffer, "to" | "endsAt"> & { endsAt: Instant };

export interface EntryFacts {
  at: Instant;
  kind: EntryKind;
  /** With its sign. */
  points: Points;
  order?: string | null;
  availableAt?: Instant | null;
  /** Read by the shopper: never a person's name or address. */
  note?: string | null;
  /** For an entry that brought an order to its entitlement. */
  earning?: EarningFacts | null;
}

export interface EarningFacts {
  explanation: Omit<EarningExplanation, "lines">;
  entitlement: Points;
  /** What was posted for the order before. */
  before: Points;
  /** Whether the entitlement holds the bonus of the member's first order. */
  firstOrder: boolean;
}

/**
 * The one shape that storefronts read of a member. Stays below `SUMMARY_MAX_BYTES` whatever comes in: the oldest
 * entries give way, and `older` says so.
 */
export function summarise(facts: MemberFacts, now: Instant): LoyaltySummary {
  const waiting = facts.pending.toSorted((a, b) => a.at - b.at);
  const summary: LoyaltySummary = {
    v: 2,
    balance: toJsonNumber(facts.available),
    pending: {
      points: toJsonNumber(waiting.reduce((total, { points }) => total + points, 0n)),
      next: sameInstantAdded(waiting).slice(0, MAX_VESTINGS),
    },
    held: toJsonNumber(facts.held),
    owed: toJsonNumber(facts.owed),
    tier: facts.tier === null ? null : { id: facts.tier, name: shortened(facts.tier) },
    progress: facts.progress,
    expiring: facts.expiring.slice(0, MAX_EXPIRING).map(endingPoints),
    birthday: facts.birthday,
    out: facts.out,
    ...(facts.blocked === true ? { blocked: true as const } : {}),
    redemptions: facts.redemptions.slice(0, MAX_REDEMPTIONS).map(redemptionSummary),
    ...runningOffer(facts.offers ?? [], now),
    history: facts.entries.slice(0, MAX_HISTORY).map(historyEntry),
    older: facts.entries.length > MAX_HISTORY,
    updatedAt: formatInstant(now),
  };
  return withinBytes(summary);
}

function withinBytes(summary: LoyaltySummary): LoyaltySummary {
  const bytes = new TextEncoder().encode(JSON.stringify(summary)).length;
  if (bytes < SUMMARY_MAX_BYTES || summary.history.length === 0) return summary;
  return withinBytes({ ...summary, history: summary.history.slice(0, -1), older: true });
}

/** Two orders of the same minute, or the parts of one, become available together: one date, one number. */
function sameInstantAdded(
  waiting: readonly { points: Points; at: Instant }[],
): LoyaltySummary["pending"]["next"] {
  const totals = new Map<Instant, Points>();
  for (const { points, at } of waiting) totals.set(at, (totals.get(at) ?? 0n) + points);
  return [...totals].map(([at, points]) => datedPoints({ points, at }));
}

function datedPoints({ points, at }: { points: Points; at: Instant }): { points: Whole; at: string } {
  return { points: toJsonNumber(points), at: formatInstant(at) };
}

/** They are gone at a midnight: whoever reads a date off it should read the day before. */
function endingPoints({ points, at }: { points: Points; at: Instant }): { points: Whole; at: string } {
  return datedPoints({ points, at: at - SECOND });
}

function redemptionSummary({ rewardId, kind, state, ...facts }: RedemptionFacts): RedemptionSummary {
  return {
    id: facts.id,
    reward: rewardId,
    kind,
    points: toJsonNumber(facts.points),
    value: facts.value,
    state,
    code: state === "ready" && kind !== "gift-card" ? facts.code : null,
    heldAt: formatInstant(facts.heldAt),
    endsAt: facts.endsAt === null ? null : formatInstant(facts.endsAt),
  };
}

/** The one that ends first. */
function runningOffer(offers: readonly OfferFacts[], now: Instant): Pick<LoyaltySummary, "offer"> {
  const [first] = offers.filter(({ endsAt }) => endsAt > now).toSorted((a, b) => a.endsAt - b.endsAt);
  if (first === undefined) return {};
  const { endsAt, reason: why, ...offer } = first;
  // Down: a page that compares whole seconds promises none that the store does not keep.
  const ends = { to: Math.floor(endsAt / 1000), endsAt: formatInstant(endsAt) };
  return { offer: { ...offer, reason: shortened(why, MAX_OFFER_TEXT), ...ends } };
}

function historyEntry(entry: EntryFacts): HistoryEntry {
  return {
    at: formatInstant(entry.at),
    kind: entry.kind,
    points: toJsonNumber(entry.points),
    order: entry.order == null ? null : shortened(entry.order),
    availableAt: entry.availableAt == null ? null : formatInstant(entry.availableAt),
    note: entry.note == null ? null : shortened(entry.note),
    reason: entry.earning == null ? null : reason(entry.earning),
  };
}

function reason({ explanation, entitlement, before, firstOrder }: EarningFacts): Reason {
  const bonuses = firstOrder ? [...explanation.bonuses, ...explanation.firstOrder] : explanation.bonuses;
  return {
    terms: explanation.terms.slice(0, MAX_TERMS).map(term),
    moreTerms: Math.max(0, explanation.terms.length - MAX_TERMS),
    rate: toJsonNumber(BigInt(explanation.ratePoints)),
    rounded: !sameNumber(explanation.sum, explanation.ratePoints),
    bonuses: bonuses.slice(0, MAX_BONUSES).map(({ rule, points }) => ({
      rule: shortened(rule),
      points: toJsonNumber(BigInt(points)),
    })),
    sum: toJsonNumber(entitlement),
    before: toJsonNumber(before),
  };
}

function term({ value, points, per, multipliers, tier }: EarningTerm): Term {
  const factors = multipliers.map(({ times }) => times).filter((times) => !isOne(times));
  const tierCounts = tier !== null && !isOne(tier.times);
  return {
    value,
    points,
    per,
    times: tierCounts ? [...factors, tier.times] : factors,
    tier: tierCounts ? shortened(tier.id) : null,
  };
}

function sameNumber(exact: string, whole: string): boolean {
  return exact.replace(/\.0*$/, "") === whole;
}

function isOne(decimal: string): boolean {
  return /^1(\.0*)?$/.test(decimal);
}

/** By whole characters as people see them, so that no emoji or accent is cut in two. */
function shortened(text: string, most = MAX_TEXT): string {
  if (text.length <= most) return text;
  const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  let kept = "";
  for (const character of characters) {
    if (kept.length + character.length >= most) break;
    kept += character;
  }
  return `${kept}…`;
}
