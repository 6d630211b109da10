import type { Book } from "./book.ts";
import { endOfDayAfterMonths, midnightFrom } from "./calendar.ts";
import type { LotId } from "./ids.ts";
import type { Account, Posting } from "./ledger.ts";
import type { Points } from "./points.ts";
import { isPausedAt, movedByPauses, pausesBy } from "./pauses.ts";
import { smaller } from "./points.ts";
import { move } from "./posting.ts";
import type { Programme } from "./programme.ts";
import type { Lot, LotOrigin, MemberRecord, RedemptionPart } from "./records.ts";
import { DAY } from "./time.ts";
import type { Instant } from "./time.ts";

/**
 * The lot's own date: the midnight at which it is gone if nothing delays it, and its place in the consumption order.
 * null for a lot that never expires. With `inactivity` it moves with the member's last activity.
 */
export function lotDate(book: Book, member: MemberRecord, lot: LotOrigin): Instant | null {
  if (lot.endsAt === "never") return null;
  if (lot.endsAt !== null) return later(lot.endsAt, lot.notBefore);
  const rules = rulesOf(book, lot);
  if (rules === null || rules.points.expiry.kind === "none") return null;
  const { kind, months } = rules.points.expiry;
  const from = kind === "lots" ? lot.availableAt : member.lastActivityAt;
  if (from === null) return null;
  return later(endOfDayAfterMonths(rules.timezone, from, months), lot.notBefore);
}

function later(date: Instant, notBefore: Instant | null): Instant {
  return notBefore === null ? date : Math.max(date, notBefore);
}

/**
 * The lot's own date, moved on by the pauses known at the instant: what is told of it, and what a notice is about. Its
 * place in the consumption order stays that of its own date.
 */
export function lotEndsAt(book: Book, member: MemberRecord, lot: LotOrigin, at: Instant): Instant | null {
  const date = lotDate(book, member, lot);
  const pauses = date === null ? [] : pausesBy(book.versions, at);
  if (date === null || pauses.length === 0) return date;
  const rules = rulesOf(book, lot);
  const isByActivity = lot.endsAt === null && rules?.points.expiry.kind === "inactivity";
  const since = isByActivity ? (member.lastActivityAt ?? lot.availableAt) : lot.availableAt;
  return movedByPauses(date, pauses, { since, at, timezone: rules?.timezone ?? "UTC" });
}

/**
 * When the lot expires as things stand at the instant: at its end, or, where a notice is required, at the first midnight
 * that the notice delivered about that end leaves the fewest days before. null while no such notice stands, and while
 * the programme is paused.
 */
export function lotExpiresAt(book: Book, member: MemberRecord, lot: Lot, at: Instant): Instant | null {
  if (isPausedAt(book.versions, at)) return null;
  const date = lotEndsAt(book, member, lot, at);
  const rules = rulesOf(book, lot);
  if (date === null || rules === null || !rules.points.notice.required) return date;
  if (lot.notice === null || !isNoticed(book, lot, date, at)) return null;
  const earliest = lot.notice.deliveredAt + Math.min(...rules.points.notice.days) * DAY;
  return earliest <= date ? date : midnightFrom(rules.timezone, earliest);
}

/** Whether a notice about this end was delivered, and nothing stood still since. */
export function isNoticed(book: Book, { notice }: Lot, date: Instant, at: Instant): boolean {
  if (notice === null || notice.about !== date) return false;
  const last = pausesBy(book.versions, at).at(-1);
  return last === undefined || last.from <= notice.deliveredAt;
}

/**
 * The last instant at which a notice may be delivered if the lot is to expire at its date; null where none is required.
 */
export function lastNoticeAt(book: Book, date: Instant, lot: LotOrigin): Instant | null {
  const rules = rulesOf(book, lot);
  if (rules === null || !rules.points.notice.required) return null;
  return date - Math.min(...rules.points.notice.days) * DAY;
}

/** Whether a notice delivered now is about this lot: its end is past, or near enough to be told. */
export function isNoticeable(book: Book, date: Instant, lot: LotOrigin, now: Instant): boolean {
  const rules = rulesOf(book, lot);
  return rules !== null && date - now <= Math.max(...rules.points.notice.days) * DAY;
}

/** First what expires first, then what is oldest. */
export function inConsumptionOrder(book: Book, member: MemberRecord, lots: readonly Lot[]): Lot[] {
  if (lots.length < 2) return [...lots];
  return lots
    .map((lot) => ({ lot, date: lotDate(book, member, lot) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => compareDates(a.date, b.date) || compareAge(a.lot, b.lot))
    .map(({ lot }) => lot);
}

function compareDates(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The older first. */
export function compareAge(a: Lot, b: Lot): number {
  return a.availableAt - b.availableAt || a.number - b.number || (a.id < b.id ? -1 : 1);
}

/** Opens a lot with the points in it; `origin` is that of an older lot where taken points come back. */
export function openLot(book: Book, member: MemberRecord, id: LotId, points: Points, origin: LotOrigin): Lot {
  const lot: Lot = { ...origin, id, remaining: points, held: 0n, notice: null, expiries: 0 };
  member.lots.push(lot);
  noteLot(book, member, lot);
  return lot;
}

/** What is drawn from a member's lots, and where it came from. */
export interface Draw {
  drawn: Points;
  postings: Posting[];
  parts: RedemptionPart[];
}

/** Moves up to `points` of the lots, in the order given, from available to the account. Empty lots are closed. */
export function drawFromLots(
  book: Book,
  member: MemberRecord,
  lots: readonly Lot[],
  points: Points,
  credit: Account,
): Draw {
  const draw: Draw = { drawn: 0n, postings: [], parts: [] };
  for (const lot of lots) {
    const part = smaller(lot.remaining, points - draw.drawn);
    if (part <= 0n) continue;
    lot.remaining -= part;
    if (credit === "held") lot.held += part;
    draw.drawn += part;
    draw.postings.push(move("available", credit, part, { lotId: lot.id, orderId: lot.orderId }));
    draw.parts.push({ lotId: lot.id, points: part, origin: originOf(lot) });
    noteLot(book, member, lot);
  }
  closeEmptyLots(member);
  return draw;
}

export function noteLot(book: Book, member: MemberRecord, lot: Lot): void {
  book.changes.lots.set(lot.id, { memberId: member.id, lot });
}

export function closeEmptyLots(member: MemberRecord): void {
  if (member.lots.some(isEmpty)) member.lots = member.lots.filter((lot) => !isEmpty(lot));
}

function isEmpty(lot: Lot): boolean {
  return lot.remaining === 0n && lot.held === 0n;
}

function originOf(lot: Lot): LotOrigin {
  const { orderId, source, availableAt, number, version, notBefore, endsAt } = lot;
  return { orderId, source, availableAt, number, version, notBefore, endsAt };
}

function rulesOf(book: Book, lot: LotOrigin): Programme | null {
  return book.versions.find((version) => version.number === lot.version)?.programme ?? null;
}
