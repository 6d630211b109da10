import type { MemberOrder } from "../../db/member-details.ts";
import type { StoredTransaction } from "../../db/ledger.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { cutToCoins, formatExactMoney, formatMoney } from "../../loyalty/money.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { WhyNot } from "../../loyalty/why-not.ts";
import type { LedgerEntry } from "../ledger-entries.ts";
import type { ChangeEffect } from "./change-effects.ts";
import type { FirstCount } from "./first-counts.ts";
import type { Happened } from "./read-timeline.ts";
import type { Reversal } from "./reversals.ts";

/** One thing that happened, as staff read it. Points and money are decimal strings. */
export type TimelineEntry = { key: string; at: Instant } & Told;

export type Told =
  | {
      of: "ledger";
      entry: LedgerEntry;
      /** What of an expiry can still be given back; null for everything else. */
      reinstatable: string | null;
      /** Of an adjustment: whether it was taken back, or takes another back; null for everything else. */
      reversal: Reversal | null;
      /** Under which number it happened, where that was merged into this one. */
      former: MemberId | null;
    }
  | { of: "order"; order: OrderView }
  | {
      of: "change";
      what: "refund" | "cancellation";
      order: { id: string; name: string };
      /** Given back for goods; null of a cancellation. */
      amount: string | null;
      did: ChangeEffect["did"];
      points: string;
    }
  | { of: "level"; from: string | null; to: string | null }
  | {
      of: "gift";
      reward: string;
      issue: string;
      code: string;
      state: "waiting" | "ready" | "refused" | "ended" | "cancelled";
      endsAt: Instant;
      reason: string | null;
      actor: string;
      /** Whether taking it back takes it from nobody else. */
      alone: boolean;
    }
  | { of: "refusal"; reward: string; because: string; missing: string | null }
  | { of: "activity"; activity: string }
  | { of: "birthday"; month: number; day: number; actor: string }
  | { of: "word"; word: "leave" | "join" | "block" | "unblock"; actor: string }
  | { of: "merge"; other: MemberId; name: string | null; actor: string }
  | { of: "consent"; purpose: string; given: boolean }
  | { of: "staff"; action: string; staff: string; detail: Record<string, string> }
  | { of: "before"; points: string; reason: string }
  | { of: "known" };

export interface OrderView {
  id: string;
  name: string;
  counts: boolean;
  value: string;
  points: string;
  pending: string;
  vestsAt: Instant;
  /** What it brought when it was first counted; null where that is what it brings today. */
  first: FirstCount | null;
  /** Why it earned nothing, or less than one might expect; null where nothing but its sums is kept. */
  whyNot: WhyNot | null;
}

/** What the entries of a page are told with, asked for once for all of them. */
export interface Around {
  currency: string;
  memberId: MemberId;
  now: Instant;
  entries: ReadonlyMap<string, LedgerEntry>;
  whyNot: ReadonlyMap<string, WhyNot>;
  reinstatable: ReadonlyMap<string, bigint>;
  reversals: ReadonlyMap<string, Reversal>;
  effects: ReadonlyMap<string, ChangeEffect>;
  firstCounts: ReadonlyMap<string, FirstCount>;
  names: ReadonlyMap<MemberId, string>;
}

/** What happened, told with what is known around it. */
export function timelineEntry(one: Happened, around: Around): TimelineEntry {
  // Of the ledger several chains are read, each of which counts from 1.
  const place = one.of === "ledger" ? one.transaction.key : `${one.id} ${one.at}`;
  return { key: `${one.of} ${place}`, at: one.at, ...told(one, around) };
}

function told(one: Happened, around: Around): Told {
  switch (one.of) {
    case "ledger":
      return ledgerEntry(one.transaction, around);
    case "order":
      return { of: "order", order: orderView(one.order, around) };
    case "change":
      return changeEntry(one, around);
    case "gift":
      return giftEntry(one, around.now);
    case "refusal": {
      const { reward, refusal } = one;
      const missing = refusal?.because === "short" ? refusal.missing.toString() : null;
      return { of: "refusal", reward, because: refusal?.because ?? "not-now", missing };
    }
    case "word":
      return wordEntry(one, around);
    case "consent":
      return { of: "consent", purpose: one.purpose, given: one.given };
    case "before":
      return { of: "before", points: one.points.toString(), reason: one.reason };
    case "level":
      return { of: "level", from: one.from, to: one.to };
    case "activity":
      return { of: "activity", activity: one.activity };
    case "staff":
      return { of: "staff", action: one.action, staff: one.staff, detail: one.detail };
    case "known":
      return { of: "known" };
  }
}

function ledgerEntry(
  transaction: StoredTransaction,
  { entries, reinstatable, reversals, memberId }: Around,
): Told {
  const entry = entries.get(transaction.key);
  if (entry === undefined) throw new Error(`${transaction.key} was not described`);
  const left = reinstatable.get(transaction.key) ?? 0n;
  return {
    of: "ledger",
    entry,
    reinstatable: left === 0n ? null : left.toString(),
    reversal: reversals.get(transaction.key) ?? null,
    former: transaction.memberId === memberId ? null : transaction.memberId,
  };
}

function orderView(order: MemberOrder, { currency, whyNot, firstCounts }: Around): OrderView {
  const first = firstCounts.get(order.id) ?? null;
  return {
    id: order.id,
    name: order.name,
    counts: order.counts,
    value: cutToCoins(formatExactMoney(order.value, currency), currency),
    points: order.posted.toString(),
    pending: order.pending.toString(),
    vestsAt: order.vestsAt,
    first: first === null || BigInt(first.points) === order.posted ? null : inCoins(first, currency),
    whyNot: whyNot.get(order.id) ?? null,
  };
}

function inCoins(first: FirstCount, currency: string): FirstCount {
  return { ...first, value: first.value === null ? null : cutToCoins(first.value, currency) };
}

function changeEntry(
  { id, what, orderId, name, amount }: Extract<Happened, { of: "change" }>,
  { currency, effects }: Around,
): Told {
  const { did, points } = effects.get(id) ?? { did: "nothing", points: 0n };
  return {
    ...{ of: "change", what, did, points: points.toString() },
    order: { id: orderId, name },
    amount: amount === null ? null : formatMoney(amount, currency),
  };
}

function giftEntry(gift: Extract<Happened, { of: "gift" }>, now: Instant): Told {
  const { reward, issue, code, endsAt, reason, actor, alone } = gift;
  return { of: "gift", reward, issue, code, endsAt, reason, actor, alone, state: giftState(gift, now) };
}

function giftState(
  { state, cancelled, endsAt }: Extract<Happened, { of: "gift" }>,
  now: Instant,
): Extract<Told, { of: "gift" }>["state"] {
  if (cancelled) return "cancelled";
  if (state === "refused") return "refused";
  if (endsAt <= now) return "ended";
  return state === "ready" ? "ready" : "waiting";
}

function wordEntry({ word, actor }: Extract<Happened, { of: "word" }>, { names }: Around): Told {
  switch (word.kind) {
    case "birthday":
      return { of: "birthday", month: word.month, day: word.day, actor };
    case "customers-merged":
      return { of: "merge", other: word.deletedId, name: names.get(word.deletedId) ?? null, actor };
    default:
      return { of: "word", word: word.kind, actor };
  }
}
