import type { Book } from "../book.ts";
import { compareIds } from "../ids.ts";
import type { MemberId } from "../ids.ts";
import { levelHeld } from "../members.ts";
import { toJsonNumber } from "../points.ts";
import type { Points } from "../points.ts";
import { leastCost } from "../point-cost.ts";
import type { Programme, Reward } from "../programme.ts";
import type { MemberRecord } from "../records.ts";
import type { Instant } from "../time.ts";

export interface TierShare {
  id: string;
  members: number;
}

/** Who is a member: those merged away are not. */
export function* membersOf(book: Book): Generator<MemberRecord> {
  for (const member of book.members.values()) if (member.mergedInto === null) yield member;
}

/** How many members hold each level of the programme, in its order; null without tiers. */
export function tierMix(book: Book, programme: Programme, at: Instant): TierShare[] | null {
  if (programme.tiers === null) return null;
  const count = new Map<string | null, number>();
  for (const member of membersOf(book)) {
    const level = levelHeld(book, member, at);
    count.set(level, (count.get(level) ?? 0) + 1);
  }
  return programme.tiers.levels.map(({ id }) => ({ id, members: count.get(id) ?? 0 }));
}

export interface RewardReach {
  id: string;
  kind: string;
  /** The fewest points it can be had for. */
  cost: number | string;
  /** Members who have them available and hold a level that may have it. */
  members: number;
}

export function rewardReach(book: Book, programme: Programme, at: Instant): RewardReach[] {
  return programme.rewards.map((reward) => {
    const cost = leastCost(reward);
    let members = 0;
    for (const member of membersOf(book)) {
      const level = levelHeld(book, member, at);
      if (isInReach(reward, member, level)) members += 1;
    }
    return { id: reward.id, kind: reward.kind, cost: toJsonNumber(cost), members };
  });
}

/** How many members could have at least one of the rewards. */
export function countInReach(book: Book, { rewards }: Programme, at: Instant): number {
  let members = 0;
  for (const member of membersOf(book)) {
    const level = levelHeld(book, member, at);
    if (rewards.some((reward) => isInReach(reward, member, level))) members += 1;
  }
  return members;
}

function isInReach(reward: Reward, { available }: MemberRecord, level: string | null): boolean {
  const may = reward.tiers === null || (level !== null && reward.tiers.includes(level));
  return may && available >= leastCost(reward);
}

export interface MemberDifference {
  customer: MemberId;
  before: number | string;
  after: number | string;
}

export interface MemberDifferences {
  /** Members who earn more, less, and the same. */
  gain: number;
  lose: number;
  same: number;
  /** Points more and less, of all of them together. */
  gained: number | string;
  lost: number | string;
  /** Those with the largest differences, the largest first. */
  mostGained: MemberDifference[];
  mostLost: MemberDifference[];
}

/** What members earn here, against what they earn there; against nothing where there is no other book. */
export function compareMembers(book: Book, other: Book | null, listed: number): MemberDifferences {
  const ids = new Set([...membersOf(book)].map(({ id }) => id));
  for (const member of other === null ? [] : membersOf(other)) ids.add(member.id);
  const differences: { id: MemberId; before: Points; after: Points }[] = [];
  for (const id of ids)
    differences.push({
      id,
      before: other?.members.get(id)?.earned ?? 0n,
      after: book.members.get(id)?.earned ?? 0n,
    });
  const gaining = differences.filter(({ before, after }) => after > before);
  const losing = differences.filter(({ before, after }) => after < before);
  return {
    gain: gaining.length,
    lose: losing.length,
    same: differences.length - gaining.length - losing.length,
    gained: toJsonNumber(gaining.reduce((sum, { before, after }) => sum + after - before, 0n)),
    lost: toJsonNumber(losing.reduce((sum, { before, after }) => sum + before - after, 0n)),
    mostGained: largest(gaining, listed),
    mostLost: largest(losing, listed),
  };
}

function largest(
  differences: { id: MemberId; before: Points; after: Points }[],
  listed: number,
): MemberDifference[] {
  const size = ({ before, after }: { before: Points; after: Points }) =>
    after > before ? after - before : before - after;
  return differences
    .sort((a, b) => (size(a) < size(b) ? 1 : size(a) > size(b) ? -1 : compareIds(a.id, b.id)))
    .slice(0, listed)
    .map(({ id, before, after }) => ({
      customer: id,
      before: toJsonNumber(before),
      after: toJsonNumber(after),
    }));
}
