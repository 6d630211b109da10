import type { FindProduct } from "./events.ts";
import type { Fraction } from "./fraction.ts";
import type { Order, OrderLine, Refund } from "./order.ts";
import type { Programme } from "./programme.ts";

/** Why a line is worth nothing although it was sold. */
export type WorthNothing =
  | { kind: "tip" }
  | { kind: "gift-card" }
  | { kind: "excluded"; key: string; value: string }
  | { kind: "refunded" }
  | { kind: "free" };

export interface LineValue {
  line: OrderLine;
  /** Minor units, exact, never below 0. */
  value: Fraction;
  /** Set where the value is 0. */
  nothing: WorthNothing | null;
}

export interface OrderValue {
  /** In the order of the order. */
  lines: LineValue[];
  /** Minor units, exact: the sum of the lines. */
  value: Fraction;
}

/** Section 3 of the rules: what every line and the whole order are worth, after refunds, edits and exclusions. */
export declare function valueOrder(order: Order, programme: Programme, product: FindProduct): OrderValue;

/** Whether an order counts by itself; "waits" counts only if it counted before (part of its money is to come). */
export declare function ownCounting(order: Order): "counts" | "waits" | "no";

/** The state that stands after `arrived` came while `known` was known; every refund is kept once, as first received. */
export declare function newerState(known: Order, arrived: Order): Order;

/** The order with one more refund; unchanged where its id is known. */
export declare function withRefund(order: Order, refund: Refund): Order;
