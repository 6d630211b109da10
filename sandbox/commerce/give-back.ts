import type { StoreCreditEvent } from "../state/credit-types.ts";
import type { Transaction } from "../state/order-payload.ts";
import type { Order, Pair } from "../state/types.ts";
import { add, isNothing, toMinor } from "./money.ts";
import type { Scene } from "./scene.ts";
import { returnTender } from "./tenders.ts";
import { record } from "./transactions.ts";

/**
 * Gives money back the way it came, what was paid last first: to the card before store credit, to store credit before
 * gift cards. The transactions also stand in the refund.
 */
export function giveBack(
  scene: Scene,
  order: Order,
  amount: Pair,
  event: StoreCreditEvent = "ORDER_REFUND",
): Transaction[] {
  if (isNothing(amount)) return [];
  order.books.givenBack = add(order.books.givenBack, amount);
  return shareOut(order, amount.presentment).map(({ payment, part }) => {
    const given = record(scene, order, "refund", { amount: part, gateway: payment.gateway, parent: payment });
    returnTender(scene, order, { payment, given, amount: part, event });
    return given;
  });
}

/** How much of each payment goes back. */
function shareOut(order: Order, amount: number): { payment: Transaction; part: number }[] {
  const payments = order.books.transactions
    .filter(({ kind }) => kind === "sale" || kind === "capture")
    .reverse();
  let left = amount;
  const parts = payments.map((payment) => {
    const part = Math.min(left, leftOfPayment(order, payment));
    left -= part;
    return { payment, part };
  });
  // Money that is worth something in the shop's currency only is given back all the same, as a transaction of 0.
  return amount === 0 ? parts.slice(0, 1) : parts.filter(({ part }) => part > 0);
}

function leftOfPayment({ books }: Order, payment: Transaction): number {
  const minor = ({ amount, currency }: Transaction): number => toMinor(amount, currency);
  const back = books.transactions.filter(
    ({ kind, parent_id }) => kind === "refund" && parent_id === payment.id,
  );
  return back.reduce((left, refund) => left - minor(refund), minor(payment));
}
