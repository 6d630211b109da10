import type { Book } from "./book.ts";
import { giveBirthday, nextBirthdayAt } from "./birthday.ts";
import { expireDue, nextExpiryAt } from "./expiry.ts";
import { isMidnight, midnightNotBefore } from "./midnights.ts";
import { nextReviewAt } from "./next-review.ts";
import { dueAt } from "./occasion.ts";
import type { MemberRecord } from "./records.ts";
import { endCodes, nextCodeEndAt } from "./release.ts";
import { reviewLevel } from "./tiers.ts";
import { earliest } from "./time.ts";
import type { Instant } from "./time.ts";
import { nextVestingAt, vestDue } from "./vesting.ts";

/**
 * Works off everything of the member that is due up to and with `until`, each thing at the instant it was due,
 * however late that is noticed. Within an instant: expiry, vesting, code ends, and at a midnight the level, then the
 * birthday that begins with it.
 */
export function workOffDue(book: Book, member: MemberRecord, until: Instant): void {
  if (member.mergedInto !== null) return;
  for (let due = member.nextDueAt; due !== null && due <= until; due = member.nextDueAt) {
    const at = Math.max(due, member.settledTo);
    workOffInstant(book, member, at);
    scheduleNext(book, member);
  }
  if (member.settledTo >= until) return;
  member.settledTo = until;
  book.changes.members.add(member.id);
}

/** Works out when the member must be looked at next; to be called after anything happened to them. */
export function scheduleNext(book: Book, member: MemberRecord): void {
  member.nextDueAt = earliest([
    nextExpiryAt(book, member),
    nextVestingAt(book, member),
    nextCodeEndAt(book, member),
    nextReviewAt(book, member),
    nextBirthdayAt(book, member, member.settledTo),
  ]);
  book.changes.members.add(member.id);
}

/**
 * When every member must be looked at because a version was saved: the first midnight under it, which works the
 * levels out by its rules. A `nextDueAt` that is later, or null, must be brought forward to it. null for no midnight.
 */
export function dueAfterNewVersion(book: Book, effectiveFrom: Instant): Instant | null {
  return midnightNotBefore(book.versions, effectiveFrom);
}

function workOffInstant(book: Book, member: MemberRecord, at: Instant): void {
  const occasion = dueAt(at);
  expireDue(book, member, occasion);
  vestDue(book, member, occasion);
  endCodes(book, member, occasion);
  // What an event left due at its own instant comes after the level of that midnight, which has been worked out.
  if (at > member.settledTo && isMidnight(book.versions, at)) {
    reviewLevel(book, member, at);
    giveBirthday(book, member, occasion);
  }
  member.settledTo = at;
}
