import type { Book } from "./book.ts";
import { drawFromLots, isNoticeable, lotDate, lotExpiresAt, noteLot } from "./lots.ts";
import type { Occasion } from "./occasion.ts";
import { shareOf } from "./orders.ts";
import { post } from "./posting.ts";
import type { Lot, MemberRecord } from "./records.ts";
import { formatInstant } from "./time.ts";
import type { Instant } from "./time.ts";

/** Lets every lot expire whose time has come by the occasion; held points of it stay held. */
export function expireDue(book: Book, member: MemberRecord, occasion: Occasion): void {
  for (const lot of [...member.lots]) {
    if (lot.remaining === 0n) continue;
    const expiresAt = lotExpiresAt(book, member, lot);
    if (expiresAt !== null && expiresAt <= occasion.at) expireLot(book, member, lot, occasion);
  }
}

/** When the next of the member's lots expires as things stand; null for never. */
export function nextExpiryAt(book: Book, member: MemberRecord): Instant | null {
  let next: Instant | null = null;
  for (const lot of member.lots) {
    const expiresAt = lot.remaining === 0n ? null : lotExpiresAt(book, member, lot);
    if (expiresAt !== null && (next === null || expiresAt < next)) next = expiresAt;
  }
  return next;
}

/** A notice was delivered: of several about one date the first counts. Returns how many lots it told of. */
export function noteNotice(book: Book, member: MemberRecord, deliveredAt: Instant): number {
  let told = 0;
  for (const lot of member.lots) {
    const about = lotDate(book, member, lot);
    if (about === null || !isNoticeable(book, about, lot, deliveredAt)) continue;
    told += 1;
    if (lot.notice?.about === about) continue;
    lot.notice = { about, deliveredAt };
    noteLot(book, member, lot);
    book.changes.members.add(member.id);
  }
  return told;
}

function expireLot(book: Book, member: MemberRecord, lot: Lot, occasion: Occasion): void {
  const date = lotDate(book, member, lot) ?? occasion.at;
  const points = lot.remaining;
  lot.expiries += 1;
  const { postings } = drawFromLots(book, member, [lot], points, "breakage");
  const order = lot.orderId === null ? undefined : book.orders.get(lot.orderId);
  if (order !== undefined) {
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
