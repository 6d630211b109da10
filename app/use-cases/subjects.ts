import type { Subjects } from "../db/load-book.ts";
import type { Book } from "../loyalty/book.ts";
import type { LoyaltyEvent } from "../loyalty/events.ts";
import { resolveMember } from "../loyalty/finder.ts";
import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";

type Gathered = { [Kind in keyof Subjects]: Set<string> };

/** Whom and what events name: the database finds everybody else who is concerned. */
export function subjectsOf(events: Iterable<LoyaltyEvent>): Gathered {
  const subjects: Gathered = {
    members: new Set(),
    orders: new Set(),
    codes: new Set(),
    redemptions: new Set(),
    activityKeys: new Set(),
    adjustmentKeys: new Set(),
    rewards: new Set(),
  };
  for (const event of events) addSubjects(subjects, event);
  return subjects;
}

function addSubjects(subjects: Gathered, event: LoyaltyEvent): void {
  switch (event.kind) {
    case "order":
      subjects.orders.add(event.order.id);
      if (event.order.customerId !== null) subjects.members.add(event.order.customerId);
      for (const code of event.order.codes) subjects.codes.add(code.toLowerCase());
      return;
    case "refund":
      subjects.orders.add(event.refund.orderId);
      return;
    case "order-deleted":
      subjects.orders.add(event.orderId);
      return;
    case "customers-merged":
      subjects.members.add(event.keptId).add(event.deletedId);
      return;
    case "release":
      subjects.redemptions.add(event.redemptionId);
      return;
    case "redeem":
      subjects.redemptions.add(event.redemptionId);
      subjects.rewards.add(event.rewardId);
      break;
    case "activity":
      subjects.activityKeys.add(event.key);
      break;
    case "adjust":
      subjects.adjustmentKeys.add(event.key);
      break;
  }
  subjects.members.add(event.customerId);
}

/** Not before what the members concerned have been settled to: the time of a member never runs backwards. */
export function notBefore(book: Book, event: LoyaltyEvent, at: Instant): Instant {
  let latest = at;
  for (const id of concerned(book, event)) {
    latest = Math.max(latest, book.members.get(resolveMember(book, id))?.settledTo ?? 0);
  }
  return latest;
}

function concerned(book: Book, event: LoyaltyEvent): MemberId[] {
  const { members, orders, codes, redemptions } = subjectsOf([event]);
  const found = [...members];
  for (const id of orders) {
    const order = book.orders.get(id);
    if (order === undefined) continue;
    if (order.memberId !== null) found.push(order.memberId);
    found.push(...order.shares.map((share) => share.memberId));
    for (const code of order.codes) codes.add(code);
  }
  for (const code of codes) {
    const id = book.finder.redemptionWithCode.get(code);
    if (id !== undefined) redemptions.add(id);
  }
  for (const id of redemptions) found.push(book.redemptions.get(id)?.memberId ?? "");
  return found;
}
