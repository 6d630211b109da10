import { gid } from "../state/ids.ts";
import type { Transaction } from "../state/order-payload.ts";
import type { Order, Pair } from "../state/types.ts";
import { add, isNothing, NOTHING, toAmount } from "./money.ts";
import type { Scene } from "./scene.ts";
import { outstandingOf } from "./totals.ts";

export const GIFT_CARD = "gift_card";
export const STORE_CREDIT = "shopify_store_credit";
/** Shopify's gateway for tests: any card will do. */
const BOGUS = "bogus";

type Payment = { kind: "sale" | "capture"; gateway?: string };

/** Takes money in: a sale at the checkout, or the capture of what was reserved or asked for later. */
export function capture(scene: Scene, order: Order, amount: Pair, payment: Payment): Transaction | null {
  if (isNothing(amount)) return null;
  const { books } = order;
  books.captured = add(books.captured, amount);
  books.authorized = NOTHING;
  return record(scene, order, payment.kind, {
    amount: amount.presentment,
    gateway: payment.gateway ?? gatewayOfRest(order),
    parent: books.transactions.findLast(({ kind }) => payment.kind === "capture" && kind === "authorization"),
  });
}

export function reserve(scene: Scene, order: Order, gateway: string): void {
  order.books.authorized = outstandingOf(order);
  record(scene, order, "authorization", { amount: order.books.authorized.presentment, gateway });
}

/** Lets a reservation and everything unpaid go. */
export function voidPayment(scene: Scene, order: Order): void {
  const { books } = order;
  if (books.authorized.shop > 0)
    record(scene, order, "void", {
      amount: books.authorized.presentment,
      gateway: gatewayOfRest(order),
      parent: books.transactions.findLast(({ kind }) => kind === "authorization"),
    });
  books.authorized = NOTHING;
  books.voided = true;
}

/** The gateway of what gift cards and store credit do not pay; what was all paid by them may cost more later. */
function gatewayOfRest({ payload }: Order): string {
  const names = payload.payment_gateway_names;
  const named = names.find((name) => name !== GIFT_CARD && name !== STORE_CREDIT);
  if (named === undefined) names.push(BOGUS);
  return named ?? BOGUS;
}

type Recorded = { amount: number; gateway: string; parent?: Transaction | undefined };

export function record(scene: Scene, order: Order, kind: Transaction["kind"], about: Recorded): Transaction {
  const { payload, books, currencies } = order;
  const id = scene.store.nextNumber("transaction");
  const at = scene.zoned(scene.at);
  const transaction: Transaction = {
    id,
    admin_graphql_api_id: gid("OrderTransaction", id),
    order_id: payload.id,
    kind,
    gateway: about.gateway,
    status: "success",
    message: null,
    test: payload.test,
    created_at: at,
    processed_at: at,
    amount: toAmount(about.amount, currencies.presentment),
    currency: currencies.presentment,
    parent_id: about.parent?.id ?? null,
    source_name: payload.source_name,
  };
  books.transactions.push(transaction);
  return transaction;
}
