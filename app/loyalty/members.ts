import type { Book } from "./book.ts";
import { addMember, resolveMember } from "./finder.ts";
import type { MemberId } from "./ids.ts";
import type { MemberRecord } from "./records.ts";
import type { Instant } from "./time.ts";
import { versionAt } from "./versions.ts";

/** The member of this id, merges followed; whoever is named for the first time becomes one, at the first level. */
export function meetMember(book: Book, id: MemberId, at: Instant): MemberRecord {
  const standing = resolveMember(book, id);
  const known = book.members.get(standing);
  if (known !== undefined) return known;
  const level = versionAt(book.versions, at)?.programme.tiers?.levels[0]?.id ?? null;
  const member = newMember(standing, level, at);
  addMember(book, member);
  book.changes.members.add(standing);
  return member;
}

function newMember(id: MemberId, level: string | null, at: Instant): MemberRecord {
  return {
    id,
    mergedInto: null,
    pending: 0n,
    available: 0n,
    held: 0n,
    owed: 0n,
    earned: 0n,
    redeemed: 0n,
    expired: 0n,
    level,
    guarantees: {},
    lastActivityAt: null,
    signedUp: false,
    birthday: null,
    birthdayPaidAt: null,
    keptLevel: null,
    absences: [],
    lots: [],
    nextLot: 1,
    seq: 0,
    head: "",
    settledTo: at,
    // Worked out as soon as what is due is worked off for the first time.
    nextDueAt: at,
  };
}

/** A member's figures as people and `replay` see them. */
export interface MemberFigures {
  pending: bigint;
  available: bigint;
  held: bigint;
  owed: bigint;
  earned: bigint;
  redeemed: bigint;
  expired: bigint;
  /** null while the version in force has no tiers. */
  tier: string | null;
}

/** Merges followed; everything due by `at` must have been worked off. null for a customer the shop does not know. */
export function memberFigures(book: Book, id: MemberId, at: Instant): MemberFigures | null {
  const member = book.members.get(resolveMember(book, id));
  if (member === undefined) return null;
  const { pending, available, held, owed, earned, redeemed, expired } = member;
  return { pending, available, held, owed, earned, redeemed, expired, tier: levelHeld(book, member, at) };
}

/** The level the member holds; null while the version in force has no tiers. */
export function levelHeld(book: Book, member: MemberRecord, at: Instant): string | null {
  const tiers = versionAt(book.versions, at)?.programme.tiers ?? null;
  return tiers === null ? null : member.level;
}
