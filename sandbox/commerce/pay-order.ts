import { Refusal } from "../http/answer.ts";
import type { Order } from "../state/types.ts";
import type { ActionOf } from "./actions.ts";
import { changeOrder } from "./change-order.ts";
import { readPair, toAmount } from "./money.ts";
import type { Scene } from "./scene.ts";
import { outstandingOf } from "./totals.ts";
import { capture } from "./transactions.ts";

/** Pays what is outstanding, or a part of it. */
export function payOrder(scene: Scene, input: ActionOf<"order.pay">): Order {
  const order = scene.order(input.order);
  const outstanding = outstandingOf(order);
  if (order.payload.cancelled_at !== null) throw new Refusal(`${order.name} is cancelled.`);
  if (outstanding.shop <= 0) throw new Refusal(`${order.name} waits for no money.`);
  const wanted = input.amount === undefined ? outstanding : readPair(input.amount, order.currencies);
  if (wanted.shop <= 0 || wanted.shop > outstanding.shop)
    throw new Refusal(
      `${order.name} waits for ${toAmount(outstanding.shop, order.currencies.shop)}, not ${input.amount}.`,
    );
  const amount = wanted.shop === outstanding.shop ? outstanding : wanted;
  return changeOrder(scene, order, () => capture(scene, order, amount, { kind: "capture" }));
}
