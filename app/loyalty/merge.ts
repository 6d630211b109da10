import { absencesOfBoth } from "./absence.ts";
import type { Book } from "./book.ts";
import { activitiesOf, addActivity, addOrder, addRedemption, ordersOf, redemptionsOf } from "./finder.ts";
import { payDebt } from "./gains.ts";
import type { Account, Posting } from "./ledger.ts";
import { compareAge, noteLot } from "./lots.ts";
import type { Occasion } from "./occasion.ts";
import { byProcessedAt, findShare, shareOf } from "./orders.ts";
import { move, post } from "./posting.ts";
import type { Guarantees, MemberRecord, OrderRecord } from "./records.ts";
import { listDifferences, postDifferences } from "./settlement.ts";
import { rankOf, tiersAt } from "./tiers.ts";
import type { Instant } from "./time.ts";

/**
 * Two customers became one: everything of the deleted one moves to the kept one, debts are paid from what is
 * available, and the first-order bonus is given once. Both must have been worked off up to the occasion.
 */
export function mergeMembers(
  book: Book,
  kept: MemberRecord,
  deleted: MemberRecord,
  occasion: Occasion,
): void {
  const away = outgoing(book, deleted);
  const owed = kept.owed + deleted.owed;
  moveRecords(book, kept, deleted);
  moveStanding(book, kept, deleted, occasion);
  const name = book.pseudonym(deleted.id);
  if (away.length > 0) {
    post(book, deleted, occasion, {
      key: `merge-out:${name}`,
      kind: "merge-out",
      explanation: { kind: "merge-out", kept: book.pseudonym(kept.id) },
      postings: away,
    });
    post(book, kept, occasion, {
      key: `merge-in:${name}`,
      kind: "merge-in",
      explanation: { kind: "merge-in", deleted: name },
      postings: [...away.map(incoming), ...payDebt(book, kept, owed)],
    });
  }
  postDifferences(book, listDifferences(book, [kept.id]), null, occasion);
}

/** Every balance of the member, moved to the account that both chains pass through. */
function outgoing(book: Book, member: MemberRecord): Posting[] {
  const postings: Posting[] = [];
  const add = (debit: Account, credit: Account, points: bigint, about: Partial<Posting> = {}) => {
    if (points > 0n) postings.push(move(debit, credit, points, about));
  };
  for (const { id: lotId, orderId, remaining, held } of member.lots.toSorted(compareAge)) {
    add("available", "merges", remaining, { lotId, orderId });
    add("held", "merges", held, { lotId, orderId });
  }
  let { earned, expired } = member;
  for (const order of [...ordersOf(book, member.id)].sort(byProcessedAt)) {
    const share = findShare(order, member.id);
    if (share === null) continue;
    const orderId = order.id;
    add("pending", "merges", share.pending, { orderId });
    add("merges", "earnings", share.posted, { orderId });
    add("breakage", "merges", share.expired, { orderId });
    add("merges", "forgiveness", share.dropped, { orderId });
    earned -= share.posted;
    expired -= share.expired;
  }
  add("merges", "earnings", earned);
  add("breakage", "merges", expired);
  add("merges", "owed", member.owed);
  add("redemptions", "merges", member.redeemed);
  return postings;
}

function incoming({ debit, credit, points, lotId, orderId }: Posting): Posting {
  return { debit: credit, credit: debit, points, lotId, orderId };
}

function moveRecords(book: Book, kept: MemberRecord, deleted: MemberRecord): void {
  for (const lot of deleted.lots) noteLot(book, kept, lot);
  kept.lots.push(...deleted.lots);
  deleted.lots = [];
  kept.nextLot = Math.max(kept.nextLot, deleted.nextLot);
  for (const order of ordersOf(book, deleted.id)) moveOrder(book, order, kept, deleted);
  for (const redemption of redemptionsOf(book, deleted.id)) {
    redemption.memberId = kept.id;
    addRedemption(book, redemption);
    book.changes.redemptions.add(redemption.id);
  }
  for (const activity of activitiesOf(book, deleted.id)) {
    activity.memberId = kept.id;
    addActivity(book, activity);
    book.changes.activities.add(activity.key);
  }
  for (const list of [book.finder.ordersOf, book.finder.redemptionsOf, book.finder.activitiesOf])
    list.delete(deleted.id);
}

/** An order that changed from the one to the other has a share of both: they become one. */
function moveOrder(book: Book, order: OrderRecord, kept: MemberRecord, deleted: MemberRecord): void {
  const from = findShare(order, deleted.id);
  if (from !== null) {
    const to = shareOf(order, kept.id);
    to.posted += from.posted;
    to.pending += from.pending;
    to.expired += from.expired;
    to.dropped += from.dropped;
    order.shares = order.shares.filter((share) => share !== from);
  }
  if (order.memberId === deleted.id) order.memberId = kept.id;
  addOrder(book, order);
  book.changes.orders.add(order.id);
}

/** What cannot be summed: of two the higher level, the longer guarantees, the later activity. */
function moveStanding(book: Book, kept: MemberRecord, deleted: MemberRecord, { at }: Occasion): void {
  const tiers = tiersAt(book, at);
  if (tiers !== null && rankOf(tiers, deleted.level) > rankOf(tiers, kept.level)) {
    book.changes.levels.push({ memberId: kept.id, at, from: kept.level, to: deleted.level });
    kept.level = deleted.level;
  }
  kept.guarantees = longerGuarantees(kept.guarantees, deleted.guarantees);
  kept.lastActivityAt = laterOf(kept.lastActivityAt, deleted.lastActivityAt);
  kept.signedUp ||= deleted.signedUp;
  kept.birthday ??= deleted.birthday;
  kept.birthdayPaidAt = laterOf(kept.birthdayPaidAt, deleted.birthdayPaidAt);
  kept.keptLevel = longerKept(kept.keptLevel, deleted.keptLevel);
  kept.absences = absencesOfBoth(kept, deleted, at);
  deleted.mergedInto = kept.id;
  deleted.guarantees = {};
  deleted.nextDueAt = null;
  book.changes.members.add(kept.id).add(deleted.id);
  // Of the deleted one nothing is to be told any more.
  book.changes.restated.add(kept.id).add(deleted.id);
}

function longerGuarantees(a: Guarantees, b: Guarantees): Guarantees {
  const longer: Guarantees = { ...a };
  for (const [level, lapsedAt] of Object.entries(b)) {
    const other = longer[level];
    if (other === undefined) longer[level] = lapsedAt;
    else longer[level] = other === null || lapsedAt === null ? null : Math.max(other, lapsedAt);
  }
  return longer;
}

function longerKept(a: MemberRecord["keptLevel"], b: MemberRecord["keptLevel"]): MemberRecord["keptLevel"] {
  return a === null || b === null ? (a ?? b) : a.until >= b.until ? a : b;
}

function laterOf(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
