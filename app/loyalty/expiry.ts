import type { Book } from "./book.ts";
import {
  compareAge,
  drawFromLots,
  isNoticeable,
  isNoticed,
  lotEndsAt,
  lotExpiresAt,
  noteLot,
} from "./lots.ts";
import type { Occasion } from "./occasion.ts";
import { shareOf } from "./orders.ts";
import { isPausedAt } from "./pauses.ts";
import { post } from "./posting.ts";
import type { Lot, MemberRecord } from "./records.ts";
import { formatInstant } from "./time.ts";
import type { Instant } from "./time.ts";

/** Lets every lot expire whose time has come by the occasion; held points of it stay held. */
export function expireDue(book: Book, member: MemberRecord, occasion: Occasion): void {
  for (const lot of member.lots.toSorted(compareAge)) {
    if (lot.remaining === 0n) continue;
    const expiresAt = lotExpiresAt(book, member, lot, occasion.at);
    if (expiresAt !== null && expiresAt <= occasion.at) expireLot(book, member, lot, occasion);
  }
}

/**
 * When the next of the member's lots expires as things stand where they are settled to; null for never. While the
 * programme is paused that is never: whoever ends the pause saves a version, and everybody is looked at.
 */
export function nextExpiryAt(book: Book, member: MemberRecord): Instant | null {
  let next: Instant | null = null;
  for (const lot of member.lots) {
    const expiresAt = lot.remaining === 0n ? null : lotExpiresAt(book, member, lot, member.settledTo);
    if (expiresAt !== null && (next === null || expiresAt < next)) next = expiresAt;
  }
  return next;
}

/**
 * A notice was delivered: of several about one date the first counts. Returns how many lots it told of; none while the
 * programme is paused, for nobody knows then for how long.
 */
export function noteNotice(book: Book, member: MemberRecord, deliveredAt: Instant): number {
  if (isPausedAt(book.versions, deliveredAt)) return 0;
  let told = 0;
  for (const lot of member.lots) {
    const about = lotEndsAt(book, member, lot, deliveredAt);
    if (about === null || !isNoticeable(book, about, lot, deliveredAt)) continue;
    told += 1;
    if (isNoticed(book, lot, about, deliveredAt)) continue;
    lot.notice = { about, deliveredAt };
    noteLot(book, member, lot);
    book.changes.members.add(member.id);
    book.changes.restated.add(member.id);
  }
  return told;
}

/**
 * The shop was away: nobody was told, and nobody could redeem. A notice by which a lot would have expired meanwhile (after
 * `from`, up to and with `until`) is worth nothing, so that the lot waits for a new one. To be called before anything
 * that fell due meanwhile is worked off. Returns how many notices it was.
 */
export function voidNotices(
  book: Book,
  member: MemberRecord,
  { from, until }: { from: Instant; until: Instant },
): number {
  let voided = 0;
  for (const lot of member.lots) {
    const expiresAt = lot.notice === null ? null : lotExpiresAt(book, member, lot, until);
    if (expiresAt === null || expiresAt <= from || expiresAt > until) continue;
    // Where none is required it expires without a notice too.
    if (lotExpiresAt(book, member, { ...lot, notice: null }, until) !== null) continue;
    lot.notice = null;
    voided += 1;
    noteLot(book, member, lot);
    book.changes.members.add(member.id);
    book.changes.restated.add(member.id);
  }
  return voided;
}

function expireLot(book: Book, member: MemberRecord, lot: Lot, occasion: Occasion): void {
  const date = lotEndsAt(book, member, lot, occasion.at) ?? occasion.at;
  const points = lot.remaining;
  lot.expiries += 1;
  const { postings } = drawFromLots(book, member, [lot], points, "breakage");
  if (lot.orderId !== null) {
    const order = book.orders.get(lot.orderId);
    if (order === undefined)
      throw new Error(`the order ${lot.orderId} of the lot ${lot.id} is not in the book`);
    shareOf(order, member.id).expired += points;
    book.changes.orders.add(order.id);
  }
  post(book, member, occasion, {
    key: `expire:${lot.id}:${lot.expiries}`,
    kind: "expire",
    explanation: {
      kind: "expire",
      lot: lot.id,
      date: formatInstant(date),
      noticeAt: lot.notice === null ? null : formatInstant(lot.notice.deliveredAt),
    },
    postings,
  });
}
