import type { Book } from "./book.ts";
import { findMember, ordersWithCode, redemptionWithCode, takenBy } from "./finder.ts";
import { byProcessedAt } from "./orders.ts";
import { ownCounting } from "./order-state.ts";
import type { Occasion } from "./occasion.ts";
import type { MemberRecord, OrderRecord, RedemptionRecord } from "./records.ts";
import { byHold, comeBack } from "./release.ts";
import { takeForOrder } from "./take.ts";

/** Redemptions that news of this order can move: those it has taken, and those whose code it carries. */
export function redemptionsAbout(
  book: Book,
  order: OrderRecord,
  codes: readonly string[],
): RedemptionRecord[] {
  const found = new Set(takenBy(book, order));
  for (const code of codes) {
    const redemption = redemptionWithCode(book, code.toLowerCase());
    if (redemption !== null) found.add(redemption);
  }
  return [...found].sort(byHold);
}

/** First of all postings: what the order had taken comes back if nothing of the order was kept. */
export function giveBack(
  book: Book,
  order: OrderRecord,
  about: RedemptionRecord[],
  occasion: Occasion,
): void {
  for (const redemption of about) {
    if (!order.undone || redemption.state !== "taken" || redemption.orderId !== order.id) continue;
    comeBack(book, requireOwner(book, redemption), redemption, order, occasion);
  }
}

/**
 * Last of all postings: each redemption that is not taken is, by the earliest counting order with its code. One that only
 * earns nothing because its member was out of the programme takes it too: the discount was given.
 */
export function takeCodes(book: Book, about: RedemptionRecord[], occasion: Occasion): void {
  for (const redemption of about) {
    if (redemption.code === null || (redemption.state !== "held" && redemption.state !== "released"))
      continue;
    const carriers = ordersWithCode(book, redemption.code.toLowerCase()).filter(
      (order) => order.counts || isPaidAway(book, order),
    );
    const taker = carriers.sort(byProcessedAt)[0];
    if (taker === undefined) continue;
    takeForOrder(book, requireOwner(book, redemption), redemption, taker, occasion);
  }
}

function isPaidAway(book: Book, { id, away, deleted, version }: OrderRecord): boolean {
  const order = book.snapshots.get(id)?.order ?? null;
  return away && !deleted && version !== 0 && order !== null && ownCounting(order) === "counts";
}

export function requireOwner(book: Book, redemption: RedemptionRecord): MemberRecord {
  const owner = findMember(book, redemption.memberId);
  if (owner === null) throw new Error(`the member of the redemption ${redemption.id} is not in the book`);
  return owner;
}
