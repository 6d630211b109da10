import type { Book } from "./book.ts";
import type { Absence, MemberRecord } from "./records.ts";
import type { Instant } from "./time.ts";

/**
 * Whoever leaves the programme keeps what they have, may spend it, and earns nothing until they come back: no order
 * placed meanwhile, nothing done meanwhile, no birthday. What was earned before vests and expires as it would have.
 */
export function leaveProgramme(book: Book, member: MemberRecord, at: Instant): boolean {
  if (isOut(member)) return false;
  member.absences = [...member.absences, { from: at, to: null }];
  book.changes.members.add(member.id);
  book.changes.restated.add(member.id);
  return true;
}

/** Answers whether they were out. What was placed while they were stays worth nothing. */
export function joinAgain(book: Book, member: MemberRecord, at: Instant): boolean {
  if (!isOut(member)) return false;
  member.absences = closedAt(member.absences, at);
  book.changes.members.add(member.id);
  book.changes.restated.add(member.id);
  return true;
}

export function isOut({ absences }: Pick<MemberRecord, "absences">): boolean {
  return absences.at(-1)?.to === null;
}

export function wasOutAt({ absences }: Pick<MemberRecord, "absences">, at: Instant): boolean {
  return absences.some(({ from, to }) => from <= at && (to === null || at < to));
}

/** Of two who became one: both were out when either was, and whether they are now the later word of the two says. */
export function absencesOfBoth(kept: MemberRecord, deleted: MemberRecord, at: Instant): Absence[] {
  const later = lastWord(deleted) > lastWord(kept) ? deleted : kept;
  const closed = [...closedAt(kept.absences, at), ...closedAt(deleted.absences, at)].sort(
    (a, b) => a.from - b.from,
  );
  return isOut(later) ? [...closed, { from: at, to: null }] : closed;
}

function closedAt(absences: readonly Absence[], at: Instant): Absence[] {
  return absences.map(({ from, to }) => ({ from, to: to ?? at }));
}

function lastWord({ absences }: MemberRecord): Instant {
  const last = absences.at(-1);
  return last === undefined ? Number.NEGATIVE_INFINITY : (last.to ?? last.from);
}
