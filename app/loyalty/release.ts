import type { Book } from "./book.ts";
import { endOfDayAfterDays } from "./calendar.ts";
import { expireDue } from "./expiry.ts";
import type { ReleaseReason } from "./explanation.ts";
import { redemptionsOf } from "./finder.ts";
import { newOrigin, payDebt } from "./gains.ts";
import type { Posting } from "./ledger.ts";
import { noteLot, openLot } from "./lots.ts";
import type { Occasion } from "./occasion.ts";
import { move, post } from "./posting.ts";
import type {
  Lot,
  LotOrigin,
  MemberRecord,
  OrderRecord,
  RedemptionPart,
  RedemptionRecord,
} from "./records.ts";
import { reopenReward } from "./reward-counts.ts";
import type { Instant } from "./time.ts";
import { versionAt } from "./versions.ts";

/** Days that points which come back stay at the least, counted from the day on which they do. */
const DAYS_AFTER_COMING_BACK = 30;

/** Gives the held points back to the lots they came from; what is past its date there expires at once. */
export function releaseHold(
  book: Book,
  member: MemberRecord,
  redemption: RedemptionRecord,
  because: ReleaseReason,
  occasion: Occasion,
): void {
  const postings = redemption.parts.map((part) => {
    const lot = requireLot(member, part);
    lot.held -= part.points;
    lot.remaining += part.points;
    noteLot(book, member, lot);
    return move("held", "available", part.points, { lotId: lot.id, orderId: lot.orderId });
  });
  postings.push(...payDebt(book, member));
  close(book, redemption);
  post(book, member, occasion, {
    key: `release:${redemption.id}:${redemption.moves}`,
    kind: "release",
    explanation: { kind: "release", reward: redemption.rewardId, because },
    postings,
  });
  expireDue(book, member, occasion);
}

/** Releases the holds whose code's days are over. */
export function endCodes(book: Book, member: MemberRecord, occasion: Occasion): void {
  const ended = heldBy(book, member).filter(({ endsAt }) => endsAt !== null && endsAt <= occasion.at);
  for (const redemption of ended.sort(byHold)) releaseHold(book, member, redemption, "code-ended", occasion);
}

/** When the next code of the member ends that still holds points; null where none does. */
export function nextCodeEndAt(book: Book, member: MemberRecord): Instant | null {
  let next: Instant | null = null;
  for (const { endsAt } of heldBy(book, member))
    if (endsAt !== null && (next === null || endsAt < next)) next = endsAt;
  return next;
}

/**
 * Gives taken points back because the order that took them was undone: each part as a lot of its old kind and age,
 * which stays at least to the end of the 30th day; what the take left owed as a new lot. What it dropped is gone.
 */
export function comeBack(
  book: Book,
  member: MemberRecord,
  redemption: RedemptionRecord,
  order: OrderRecord,
  occasion: Occasion,
): void {
  const id = `come-back:${redemption.id}:${redemption.moves + 1}`;
  const notBefore = earliestEnd(book, occasion.at);
  const parts = redemption.parts.map(({ points, origin }) => ({ points, origin: { ...origin, notBefore } }));
  if (redemption.owed > 0n)
    parts.push({
      points: redemption.owed,
      origin: newOrigin(book, member, { source: "come-back", orderId: null, at: occasion.at }),
    });
  const postings = parts.map(({ points, origin }, n) =>
    reopen(book, member, `${id}/${n + 1}`, points, origin),
  );
  postings.push(...payDebt(book, member));
  close(book, redemption);
  if (postings.length === 0) return;
  post(book, member, occasion, {
    key: id,
    kind: "come-back",
    explanation: { kind: "come-back", reward: redemption.rewardId, order: order.id, name: order.name },
    postings,
  });
}

/** Earlier held first, then the smaller id. */
export function byHold(a: RedemptionRecord, b: RedemptionRecord): number {
  return a.heldAt - b.heldAt || (a.id < b.id ? -1 : 1);
}

function heldBy(book: Book, member: MemberRecord): RedemptionRecord[] {
  if (member.held === 0n) return [];
  return redemptionsOf(book, member.id).filter(({ state }) => state === "held");
}

function requireLot(member: MemberRecord, part: RedemptionPart): Lot {
  const lot = member.lots.find(({ id }) => id === part.lotId);
  if (lot === undefined) throw new Error(`the lot ${part.lotId} of a hold is not open`);
  return lot;
}

function reopen(book: Book, member: MemberRecord, lotId: string, points: bigint, origin: LotOrigin): Posting {
  openLot(book, member, lotId, points, origin);
  return move("redemptions", "available", points, { lotId, orderId: origin.orderId });
}

function earliestEnd(book: Book, at: Instant): Instant | null {
  const zone = versionAt(book.versions, at)?.programme.timezone;
  return zone === undefined ? null : endOfDayAfterDays(zone, at, DAYS_AFTER_COMING_BACK);
}

function close(book: Book, redemption: RedemptionRecord): void {
  redemption.state = "released";
  redemption.orderId = null;
  redemption.parts = [];
  redemption.owed = 0n;
  redemption.dropped = 0n;
  redemption.moves += 1;
  reopenReward(book, redemption.rewardId);
  book.changes.redemptions.add(redemption.id);
}
