import type { Book } from "./book.ts";
import type { LotId, OrderId } from "./ids.ts";
import type { Account, Posting } from "./ledger.ts";
import { drawFromLots, inConsumptionOrder, openLot } from "./lots.ts";
import type { Points } from "./points.ts";
import { move } from "./posting.ts";
import type { LotOrigin, MemberRecord } from "./records.ts";
import type { Instant } from "./time.ts";
import { versionAt } from "./versions.ts";

/** Points that become available, and the account they come from. */
export interface Gain {
  lotId: LotId;
  points: Points;
  debit: Account;
  source: LotOrigin["source"];
  orderId: OrderId | null;
}

/** Opens a new lot under the version in force, and lets it pay what is owed first. Not yet posted. */
export function makeAvailable(book: Book, member: MemberRecord, gain: Gain, at: Instant): Posting[] {
  const { lotId, points, debit, source, orderId } = gain;
  openLot(book, member, lotId, points, newOrigin(book, member, { source, orderId, at }));
  return [move(debit, "available", points, { lotId, orderId }), ...payDebt(book, member)];
}

/** Pays what the member owes from their available lots, in consumption order. Not yet posted. */
export function payDebt(book: Book, member: MemberRecord, owed: Points = member.owed): Posting[] {
  if (owed === 0n) return [];
  return drawFromLots(book, member, inConsumptionOrder(book, member, member.lots), owed, "owed").postings;
}

/** The inactivity date counts from here: a gain, pending or not, a vesting, or a hold. */
export function noteActivity(member: MemberRecord, at: Instant): void {
  member.lastActivityAt = at;
}

interface Birth {
  source: LotOrigin["source"];
  orderId: OrderId | null;
  at: Instant;
}

/** Where a lot that becomes available now comes from; takes the member's next number. */
export function newOrigin(book: Book, member: MemberRecord, birth: Birth): LotOrigin {
  const version = versionAt(book.versions, birth.at)?.number ?? 0;
  const number = member.nextLot;
  member.nextLot += 1;
  return {
    orderId: birth.orderId,
    source: birth.source,
    availableAt: birth.at,
    number,
    version,
    notBefore: null,
    endsAt: null,
  };
}
