import { isOut } from "./absence.ts";
import type { Book } from "./book.ts";
import { startOfMonthDay, yearOf } from "./calendar.ts";
import { rulesInForce } from "./earning.ts";
import type { BirthdayExplanation } from "./explanation.ts";
import { makeAvailable, noteActivity } from "./gains.ts";
import type { Occasion } from "./occasion.ts";
import { post } from "./posting.ts";
import type { BirthdayRule, Programme } from "./programme.ts";
import type { MemberRecord } from "./records.ts";
import { DAY, daysInMonth } from "./time.ts";
import type { Instant } from "./time.ts";
import { versionAt } from "./versions.ts";

/** No two bonuses are nearer to each other, so that changing the date gains nothing. */
const LEAST_BETWEEN = 330 * DAY;
/** A birthday that was told of later than this before does not count that year. */
const LEAST_BEFORE = 30 * DAY;

/** Whether there is such a day in some year; 29 February is one. */
export function isMonthDay({ month, day }: { month: number; day: number }): boolean {
  const LEAP_YEAR = 2024;
  return (
    Number.isInteger(month) &&
    month >= 1 &&
    month <= 12 &&
    Number.isInteger(day) &&
    day >= 1 &&
    day <= daysInMonth(LEAP_YEAR, month)
  );
}

/** Notes the birthday; telling of the same one again changes nothing. Answers whether it is another than before. */
export function noteBirthday(
  book: Book,
  member: MemberRecord,
  { month, day }: { month: number; day: number },
  at: Instant,
): boolean {
  if (!isMonthDay({ month, day })) throw new RangeError(`not a day of the year: ${month}-${day}`);
  const known = member.birthday;
  if (known !== null && known.month === month && known.day === day) return false;
  member.birthday = { month, day, since: at };
  book.changes.members.add(member.id);
  book.changes.restated.add(member.id);
  return true;
}

/** Gives the bonus if the day that begins at the occasion is the member's birthday and counts (points.md, section 4). */
export function giveBirthday(book: Book, member: MemberRecord, occasion: Occasion): void {
  const { at } = occasion;
  const programme = versionAt(book.versions, at)?.programme;
  if (programme === undefined) return;
  const { timezone } = programme;
  if (birthdayIn(member, timezone, yearOf(timezone, at)) !== at || !counts(member, timezone, at)) return;
  if (isOut(member)) return;
  const rules = birthdayRules(programme, at);
  const points = rules.reduce((sum, { bonus }) => sum + bonus, 0n);
  if (points === 0n) return;
  member.birthdayPaidAt = at;
  noteActivity(member, at);
  const key = `birthday:${book.pseudonym(member.id)}:${yearOf(timezone, at)}`;
  const gain = { lotId: key, points, debit: "earnings", source: "birthday", orderId: null } as const;
  const explanation: BirthdayExplanation = {
    kind: "birthday",
    bonuses: rules.map(({ id, bonus }) => ({ rule: id, points: bonus.toString() })),
  };
  post(book, member, occasion, {
    key,
    kind: "birthday",
    explanation,
    postings: makeAvailable(book, member, gain, at),
  });
}

/** When the member's next birthday begins in the zone in force now, whether or not it will count; null without one. */
export function nextBirthdayAt(book: Book, member: MemberRecord, now: Instant): Instant | null {
  const zone = versionAt(book.versions, now)?.programme.timezone;
  if (member.birthday === null || zone === undefined) return null;
  const year = yearOf(zone, now);
  const inThisYear = birthdayIn(member, zone, year);
  return inThisYear !== null && inThisYear > now ? inThisYear : birthdayIn(member, zone, year + 1);
}

/** Whether the programme gives anything for a birthday at the instant, so that it may be asked for. */
export function asksBirthday(programme: Programme, at: Instant): boolean {
  return birthdayRules(programme, at).some(({ bonus }) => bonus > 0n);
}

/** The next birthday that will count as things stand; null without one, or where none of the next years' does. */
export function nextCountingBirthday(
  member: MemberRecord,
  { timezone }: Pick<Programme, "timezone">,
  now: Instant,
): Instant | null {
  const year = yearOf(timezone, now);
  for (const candidate of [year, year + 1, year + 2]) {
    const at = birthdayIn(member, timezone, candidate);
    if (at !== null && at > now && counts(member, timezone, at)) return at;
  }
  return null;
}

function birthdayIn(member: MemberRecord, zone: string, year: number): Instant | null {
  if (member.birthday === null) return null;
  const { month, day } = member.birthday;
  return startOfMonthDay(zone, { year, month, day: Math.min(day, daysInMonth(year, month)) });
}

function counts({ birthday, birthdayPaidAt }: MemberRecord, zone: string, at: Instant): boolean {
  if (birthday === null || at - birthday.since < LEAST_BEFORE) return false;
  if (birthdayPaidAt === null) return true;
  return at - birthdayPaidAt >= LEAST_BETWEEN && yearOf(zone, birthdayPaidAt) !== yearOf(zone, at);
}

function birthdayRules(programme: Programme, at: Instant): BirthdayRule[] {
  return rulesInForce(programme, at).filter((rule) => rule.kind === "birthday");
}
