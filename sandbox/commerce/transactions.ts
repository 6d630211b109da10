import { gid } from "../state/ids.ts";
import type { Transaction } from "../state/order-payload.ts";
import type { Order, Pair } from "../state/types.ts";
import { add, NOTHING, toAmount } from "./money.ts";
import type { Scene } from "./scene.ts";
import { outstandingOf } from "./totals.ts";

/** Takes money in: a sale at the checkout, or the capture of what was reserved or asked for later. */
export function capture(scene: Scene, order: Order, amount: Pair, kind: "sale" | "capture"): void {
  if (amount.shop === 0) return;
  const { books } = order;
  books.captured = add(books.captured, amount);
  books.authorized = NOTHING;
  record(scene, order, kind, amount);
}

export function reserve(scene: Scene, order: Order, gateway: string): void {
  order.payload.payment_gateway_names = [gateway];
  order.books.authorized = outstandingOf(order);
  record(scene, order, "authorization", order.books.authorized);
}

/** Lets a reservation and everything unpaid go. */
export function voidPayment(scene: Scene, order: Order): void {
  if (order.books.authorized.shop > 0) record(scene, order, "void", order.books.authorized);
  order.books.authorized = NOTHING;
  order.books.voided = true;
}

/** Gives money back; the transaction also stands in the refund. */
export function giveBack(scene: Scene, order: Order, amount: Pair): Transaction[] {
  if (amount.shop === 0) return [];
  order.books.givenBack = add(order.books.givenBack, amount);
  return [record(scene, order, "refund", amount)];
}

function record(scene: Scene, order: Order, kind: Transaction["kind"], amount: Pair): Transaction {
  const { payload, books, currencies } = order;
  const id = scene.store.nextNumber("transaction");
  const at = scene.zoned(scene.at);
  const parents: Partial<Record<Transaction["kind"], Transaction["kind"][]>> = {
    capture: ["authorization"],
    void: ["authorization"],
    refund: ["sale", "capture"],
  };
  const parent = books.transactions.findLast((earlier) => parents[kind]?.includes(earlier.kind));
  const transaction: Transaction = {
    id,
    admin_graphql_api_id: gid("OrderTransaction", id),
    order_id: payload.id,
    kind,
    gateway: payload.payment_gateway_names[0] ?? "bogus",
    status: "success",
    message: null,
    test: payload.test,
    created_at: at,
    processed_at: at,
    amount: toAmount(amount.presentment, currencies.presentment),
    currency: currencies.presentment,
    parent_id: parent?.id ?? null,
    source_name: payload.source_name,
  };
  books.transactions.push(transaction);
  return transaction;
}
