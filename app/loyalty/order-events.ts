import type { Book } from "./book.ts";
import { giveBack, redemptionsAbout, requireOwner, takeCodes } from "./codes.ts";
import { workOffDue } from "./due.ts";
import { resolveMember } from "./finder.ts";
import type { MemberId, OrderId } from "./ids.ts";
import { meetMember } from "./members.ts";
import type { Occasion } from "./occasion.ts";
import type { Order, Refund } from "./order.ts";
import { meetOrder, renewRecord, takeInRefund, takeInState } from "./order-news.ts";
import { postedFor } from "./orders.ts";
import type { Outcome } from "./outcome.ts";
import type { MemberRecord, OrderRecord } from "./records.ts";
import { listDifferences, postDifferences } from "./settlement.ts";
import { vestIfDue } from "./vesting.ts";

/** What was done, and whom it named: their level and next date are worked out anew afterwards. */
export interface Handled {
  outcome: Outcome;
  members: Iterable<MemberRecord>;
}

export function handleOrder(book: Book, arrived: Order, occasion: Occasion): Handled {
  const order = meetOrder(book, arrived.id);
  const named = arrived.customerId === null ? [] : [arrived.customerId];
  return settle(
    book,
    order,
    { named, codes: arrived.codes, takeIn: () => takeInState(book, arrived) },
    occasion,
  );
}

export function handleRefund(book: Book, refund: Refund, occasion: Occasion): Handled {
  const order = meetOrder(book, refund.orderId);
  return settle(book, order, { named: [], codes: [], takeIn: () => takeInRefund(book, refund) }, occasion);
}

/** The store forgot the order: it does not count any more, whatever is still delivered about it. */
export function handleDeletion(book: Book, orderId: OrderId, occasion: Occasion): Handled {
  const order = meetOrder(book, orderId);
  const takeIn = () => {
    order.deleted = true;
    book.changes.orders.add(orderId);
  };
  return settle(book, order, { named: [], codes: [], takeIn }, occasion);
}

interface News {
  named: MemberId[];
  codes: readonly string[];
  takeIn: () => void;
}

/** The one way of everything that is told of an order: take it in, then bring all it concerns to what is right. */
function settle(book: Book, order: OrderRecord, news: News, occasion: Occasion): Handled {
  const about = redemptionsAbout(book, order, [...order.codes, ...news.codes]);
  const concerned = new Set([...membersOf(order), ...news.named.map((id) => resolveMember(book, id))]);
  const owners = about.map((redemption) => requireOwner(book, redemption).id);
  const members = [...new Set([...concerned, ...owners])].map((id) => meetMember(book, id, occasion.at));
  for (const member of members) workOffDue(book, member, occasion.at);

  news.takeIn();
  const earning = renewRecord(book, order, occasion.at);
  const differences = listDifferences(book, concerned);
  giveBack(book, order, about, occasion);
  if (order.memberId !== null)
    vestIfDue(book, meetMember(book, order.memberId, occasion.at), order, occasion);
  postDifferences(book, differences, { orderId: order.id, earning }, occasion);
  takeCodes(book, about, occasion);
  return { outcome: { outcome: "settled", orderId: order.id, posted: postedFor(order) }, members };
}

function membersOf(order: OrderRecord): MemberId[] {
  const ids = order.shares.map(({ memberId }) => memberId);
  return order.memberId === null ? ids : [...ids, order.memberId];
}
