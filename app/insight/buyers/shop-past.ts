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

/** Days of purchase by place, as sold: a return says nothing of when somebody bought. */
export function purchaseDays({ customers, purchases }: ShopPast, until: Day): Days[] {
  const { customer, day, value } = purchases;
  return daysOf({ customers, customer, day: Float64Array.from(day), amount: value }, until);
}

/** The same, with what had come back by then taken off what was spent before it. */
export function keptDays({ customers, purchases, returns }: ShopPast, until: Day): Days[] {
  const sold = purchases.day.length;
  const customer = new Int32Array(sold + returns.day.length);
  customer.set(purchases.customer);
  customer.set(returns.customer, sold);
  const day = new Float64Array(customer.length);
  day.set(purchases.day);
  day.set(returns.day, sold);
  const amount = new Float64Array(customer.length);
  amount.set(purchases.value);
  returns.value.forEach((value, place) => (amount[sold + place] = -value));
  return daysOf({ customers, customer, day, amount }, until);
}
