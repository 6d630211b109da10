import type { Book } from "./book.ts";
import { takeFromMember } from "./claw-back.ts";
import { addRedemption } from "./finder.ts";
import { closeEmptyLots, noteLot } from "./lots.ts";
import type { Occasion } from "./occasion.ts";
import { move, post } from "./posting.ts";
import type { Debt } from "./programme.ts";
import type { MemberRecord, OrderRecord, RedemptionRecord } from "./records.ts";
import type { Posting } from "./ledger.ts";
import { giveReward } from "./reward-counts.ts";
import { versionAt } from "./versions.ts";

/**
 * Takes the cost of a redemption because an order that carries its code counts: from the hold, or, where that was
 * released, from what the member has now.
 */
export function takeForOrder(
  book: Book,
  member: MemberRecord,
  redemption: RedemptionRecord,
  order: OrderRecord,
  occasion: Occasion,
): void {
  take(book, member, { redemption, order, debt: debtOf(book, order) }, occasion);
}

/**
 * Takes the cost of a redemption without a code because its benefit was granted. Where it had been released (an
 * answer of the store that came too late), it is taken like a late code, by the version in force.
 */
export function takeGranted(
  book: Book,
  member: MemberRecord,
  redemption: RedemptionRecord,
  occasion: Occasion,
): void {
  const debt = versionAt(book.versions, occasion.at)?.programme.points.debt ?? "owe";
  take(book, member, { redemption, order: null, debt }, occasion);
}

interface Taking {
  redemption: RedemptionRecord;
  order: OrderRecord | null;
  debt: Debt;
}

function take(
  book: Book,
  member: MemberRecord,
  { redemption, order, debt }: Taking,
  occasion: Occasion,
): void {
  const late = redemption.state === "released";
  const postings = late ? takeLate(book, member, redemption, debt) : takeHeld(book, member, redemption);
  redemption.state = "taken";
  redemption.orderId = order?.id ?? null;
  redemption.moves += 1;
  addRedemption(book, redemption);
  book.changes.redemptions.add(redemption.id);
  post(book, member, occasion, {
    key: `take:${redemption.id}:${redemption.moves}`,
    kind: "take",
    explanation: {
      kind: "take",
      reward: redemption.rewardId,
      cost: redemption.cost.toString(),
      order: order?.id ?? null,
      name: order?.name ?? "",
      late,
    },
    postings,
  });
}

function takeHeld(book: Book, member: MemberRecord, redemption: RedemptionRecord): Posting[] {
  const postings = redemption.parts.map(({ lotId, points, origin }) => {
    const lot = member.lots.find(({ id }) => id === lotId);
    if (lot === undefined) throw new Error(`the lot ${lotId} of a hold is not open`);
    lot.held -= points;
    noteLot(book, member, lot);
    return move("held", "redemptions", points, { lotId, orderId: origin.orderId });
  });
  closeEmptyLots(member);
  return postings;
}

/** Like a claw-back of other lots on, with what is missing owed or dropped as the version says. */
function takeLate(book: Book, member: MemberRecord, redemption: RedemptionRecord, debt: Debt): Posting[] {
  const taking = takeFromMember(book, member, redemption.cost, "redemptions", debt);
  redemption.parts = taking.parts;
  redemption.owed = taking.owed;
  redemption.dropped = taking.dropped;
  giveReward(book, redemption.rewardId);
  return taking.postings;
}

/** What happens to a claw-back that finds too little: a matter of the version the order is evaluated under. */
export function debtOf(book: Book, order: OrderRecord): Debt {
  return versionAt(book.versions, order.processedAt)?.programme.points.debt ?? "owe";
}
