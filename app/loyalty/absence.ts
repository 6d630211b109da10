import type { Book } from "./book.ts";
import type { Absence, MemberRecord } from "./records.ts";
import type { Instant } from "./time.ts";

/** Who ended it for now: the member, by leaving, or the shop, by blocking them. One does not undo the other. */
export type AbsenceCause = "left" | "blocked";

type Absent = Pick<MemberRecord, "absences">;

/**
 * Whoever is out of the programme keeps what they have and earns nothing until they are back: no order placed meanwhile,
 * nothing done meanwhile, no birthday. What was earned before vests and expires as it would have. Who left may spend what
 * they have; who is blocked may not. Answers whether they were in, as far as this cause goes.
 */
export function beginAbsence(book: Book, member: MemberRecord, cause: AbsenceCause, at: Instant): boolean {
  if (isOutFor(member, cause)) return false;
  member.absences = [...member.absences, begun(cause, at)];
  noteChange(book, member);
  return true;
}

/** Answers whether they were out for this cause. What was placed while they were stays worth nothing. */
export function endAbsence(book: Book, member: MemberRecord, cause: AbsenceCause, at: Instant): boolean {
  if (!isOutFor(member, cause)) return false;
  member.absences = member.absences.map((absence) =>
    causeOf(absence) === cause ? closed(absence, at) : absence,
  );
  noteChange(book, member);
  return true;
}

export function isOut({ absences }: Absent): boolean {
  return absences.some(({ to }) => to === null);
}

export function isBlocked(member: Absent): boolean {
  return isOutFor(member, "blocked");
}

/** Why an order placed then is worth nothing: of both causes the shop's; null where the member was in. */
export function absenceAt({ absences }: Absent, at: Instant): AbsenceCause | null {
  const causes = absences.filter(({ from, to }) => from <= at && (to === null || at < to)).map(causeOf);
  return causes.includes("blocked") ? "blocked" : (causes[0] ?? null);
}

/**
 * Of two who became one: both were out when either was. Whether they have left now the later word of the two says; they
 * are blocked if either was, for otherwise a second account would lift it.
 */
export function absencesOfBoth(kept: MemberRecord, deleted: MemberRecord, at: Instant): Absence[] {
  const later = lastWord(deleted) > lastWord(kept) ? deleted : kept;
  const past = [...kept.absences, ...deleted.absences].map((absence) => closed(absence, at));
  return [
    ...past.sort((a, b) => a.from - b.from),
    ...(isOutFor(later, "left") ? [begun("left", at)] : []),
    ...(isBlocked(kept) || isBlocked(deleted) ? [begun("blocked", at)] : []),
  ];
}

function isOutFor({ absences }: Absent, cause: AbsenceCause): boolean {
  return absences.some((absence) => absence.to === null && causeOf(absence) === cause);
}

function causeOf({ because }: Absence): AbsenceCause {
  return because ?? "left";
}

/** Members' own absences were kept before there was any other: they say no cause. */
function begun(cause: AbsenceCause, from: Instant): Absence {
  return cause === "left" ? { from, to: null } : { from, to: null, because: cause };
}

function closed(absence: Absence, at: Instant): Absence {
  return { ...absence, to: absence.to ?? at };
}

function lastWord({ absences }: MemberRecord): Instant {
  const last = absences.findLast((absence) => causeOf(absence) === "left");
  return last === undefined ? Number.NEGATIVE_INFINITY : (last.to ?? last.from);
}

function noteChange(book: Book, member: MemberRecord): void {
  book.changes.members.add(member.id);
  book.changes.restated.add(member.id);
}
