import { setImmediate as breathe } from "node:timers/promises";
import type { WholeMembers } from "../../db/whole-members.ts";
import { openBook, type Book } from "../../loyalty/book.ts";
import { dueAfterNewVersion, workOffDue } from "../../loyalty/due.ts";
import { addActivity, addMember, addOrder, addRedemption } from "../../loyalty/finder.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { levelHeld } from "../../loyalty/members.ts";
import type { Perk } from "../../loyalty/perk.ts";
import { leastCost } from "../../loyalty/point-cost.ts";
import type { Points } from "../../loyalty/points.ts";
import type { Programme, Reward, Tiers } from "../../loyalty/programme.ts";
import type { MemberRecord } from "../../loyalty/records.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import type { Moves } from "./programme-plan.ts";

export interface MembersPlan {
  total: number;
  outstanding: Points;
  pendingOrders: number;
  pendingPoints: Points;
  levelsAt: Instant | null;
  up: Moves;
  down: Moves;
  /** By reward: members who can have it. */
  reachableBefore: Map<string, number>;
  reachableAfter: Map<string, number>;
  /** By perk: members who have it by their level. */
  perksBefore: Map<string, number>;
  perksAfter: Map<string, number>;
  /** By reward: held redemptions, whose codes stay as they were made. */
  held: Map<string, number>;
  /** By level that the programme does not have any more: members who hold it. */
  losingTheirLevel: Map<string, number>;
}

/** Members, a millisecond or two each: whoever asks for a page meanwhile waits no longer than for these. */
const AT_A_STRETCH = 20;

export interface MembersTerms {
  versions: readonly ProgrammeVersion[];
  /** As it would be saved. */
  candidate: ProgrammeVersion;
  current: Programme | null;
}

/**
 * Looks at every member twice, at the first midnight under the new programme: as they would stand without it and with
 * it, by the code that works off what is due in earnest. So nobody is counted who would have moved anyway.
 */
export async function planMembers(
  pages: AsyncIterable<WholeMembers>,
  { versions, candidate, current }: MembersTerms,
): Promise<MembersPlan> {
  const withIt = [...versions, candidate];
  const levelsAt = dueAfterNewVersion(bookOf(withIt), candidate.effectiveFrom);
  const at = levelsAt ?? candidate.effectiveFrom;
  const plan = emptyPlan(levelsAt);
  for await (const page of pages) {
    countNow(plan, page);
    const before = filled(bookOf(versions), structuredClone(page));
    const after = filled(bookOf(withIt), page);
    for (const [place, { id }] of page.members.entries()) {
      if (place % AT_A_STRETCH === 0) await breathe();
      const was = standingAt(before, id, at, current);
      const will = standingAt(after, id, at, candidate.programme);
      noteMove(plan, { id, was, will }, { from: current?.tiers ?? null, to: candidate.programme.tiers });
      countReach(plan.reachableBefore, current?.rewards ?? [], was);
      // What is available is the same: a new programme moves no points.
      countReach(plan.reachableAfter, candidate.programme.rewards, will);
      countPerks(plan.perksBefore, current?.perks ?? [], was);
      countPerks(plan.perksAfter, candidate.programme.perks, will);
    }
  }
  return plan;
}

function emptyPlan(levelsAt: Instant | null): MembersPlan {
  return {
    total: 0,
    outstanding: 0n,
    pendingOrders: 0,
    pendingPoints: 0n,
    levelsAt,
    up: { count: 0, list: [] },
    down: { count: 0, list: [] },
    reachableBefore: new Map(),
    reachableAfter: new Map(),
    perksBefore: new Map(),
    perksAfter: new Map(),
    held: new Map(),
    losingTheirLevel: new Map(),
  };
}

function countNow(plan: MembersPlan, { members, orders, redemptions }: WholeMembers): void {
  plan.total += members.length;
  for (const { pending, available, held } of members) {
    plan.outstanding += pending + available + held;
    plan.pendingPoints += pending;
  }
  plan.pendingOrders += orders.filter(({ shares }) => shares.some(({ pending }) => pending > 0n)).length;
  for (const { state, rewardId } of redemptions) if (state === "held") countOne(plan.held, rewardId);
}

function bookOf(versions: readonly ProgrammeVersion[]): Book {
  return openBook({ versions, product: () => null, pseudonym: (id) => id, chained: false });
}

function filled(book: Book, { members, orders, redemptions, activities }: WholeMembers): Book {
  for (const member of members) addMember(book, member);
  for (const order of orders) addOrder(book, order);
  for (const redemption of redemptions) addRedemption(book, redemption);
  for (const activity of activities) addActivity(book, activity);
  return book;
}

interface Standing {
  available: Points;
  level: string | null;
}

function standingAt(book: Book, id: MemberId, at: Instant, programme: Programme | null): Standing {
  const member = requireMember(book, id);
  // A version that was saved looks at everybody at its first midnight.
  if (member.nextDueAt === null || member.nextDueAt > at) member.nextDueAt = at;
  workOffDue(book, member, at);
  const level = programme?.tiers == null ? null : levelHeld(book, member, at);
  return { available: member.available, level };
}

function requireMember(book: Book, id: MemberId): MemberRecord {
  const member = book.members.get(id);
  if (member === undefined) throw new Error(`the member ${id} is not in the book`);
  return member;
}

function noteMove(
  plan: MembersPlan,
  { id, was, will }: { id: MemberId; was: Standing; will: Standing },
  { from, to }: { from: Tiers | null; to: Tiers | null },
): void {
  const isGone = was.level !== null && to !== null && rankIn(to, was.level) === null;
  if (isGone && was.level !== null) countOne(plan.losingTheirLevel, was.level);
  const before = (to === null ? null : rankIn(to, was.level)) ?? rankIn(from, was.level) ?? 0;
  const after = rankIn(to, will.level) ?? 0;
  if (before === after) return;
  const moves = after > before ? plan.up : plan.down;
  moves.count += 1;
  moves.list.push({ customer: id, from: was.level, to: will.level });
}

function rankIn(tiers: Tiers | null, level: string | null): number | null {
  const rank = tiers?.levels.findIndex(({ id }) => id === level) ?? -1;
  return rank === -1 ? null : rank;
}

function countReach(
  count: Map<string, number>,
  rewards: readonly Reward[],
  { available, level }: Standing,
): void {
  for (const reward of rewards) {
    const may = reward.tiers === null || (level !== null && reward.tiers.includes(level));
    if (may && available >= leastCost(reward)) countOne(count, reward.id);
  }
}

function countPerks(count: Map<string, number>, perks: readonly Perk[], { level }: Standing): void {
  for (const { id, tiers } of perks) if (level !== null && tiers.includes(level)) countOne(count, id);
}

function countOne(count: Map<string, number>, key: string): void {
  count.set(key, (count.get(key) ?? 0) + 1);
}
