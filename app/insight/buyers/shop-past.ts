import type { Day } from "../days.ts";
import { daysOf, type Days } from "../value/buyers.ts";

/** Things that happened to customers: of the same length, in any order. */
export interface Happenings {
  /** A customer's place, from 0. */
  customer: Int32Array;
  day: Int32Array;
  /** Of purchases and returns what they come to, in units of the currency; of levels their rank, 0 for none. */
  value: Float64Array;
}

/** What a shop knows of those who bought: plain enough to be handed from thread to thread. */
export interface ShopPast {
  customers: number;
  /** The last day that is known of. */
  until: Day;
  purchases: Happenings;
  /** What came back; values are above 0. */
  returns: Happenings;
  /** Rewards that they chose. */
  rewards: Happenings;
  /** Levels that they came to. */
  levels: Happenings;
  /** Since when each has been known. */
  known: Int32Array;
}

/** Their days of purchase, what came back taken off. */
export function purchaseDays({ customers, until, purchases, returns }: ShopPast): Days[] {
  const both = { ...purchases, amount: purchases.value };
  return daysOf(
    {
      customers,
      customer: joined(both.customer, returns.customer),
      day: Float64Array.from([...purchases.day, ...returns.day]),
      amount: Float64Array.from([...purchases.value, ...returns.value.map((value) => -value)]),
    },
    until,
  );
}

function joined(one: Int32Array, other: Int32Array): Int32Array {
  const all = new Int32Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}
