import type { Book } from "./book.ts";
import type { LoyaltyEvent } from "./events.ts";
import { redemptionWithCode } from "./finder.ts";
import type { MemberId, OrderId, RedemptionId } from "./ids.ts";
import { openingKey, undoneKey } from "./opening-key.ts";
import type { RedemptionRecord } from "./records.ts";
import { reinstatementKey } from "./reinstatement.ts";

/**
 * What must be in the book before an event may happen, and what comes with it:
 * - `members`: the record, and of that member all order records (whoever has a share of an order has it), all
 *   redemptions and all activities
 * - `orders`: the record, the snapshot, and the redemptions that the order has taken
 * - `codes` (lower case): the redemption with this code, and the records of all orders that carry it
 * - `redemptions`, `activities`, `adjustments`: the one with this id or key
 * - `rewards`: how many redemptions of the reward are held or taken
 *
 * What the store of records does not have is simply left out.
 */
export interface Needs {
  members: Set<MemberId>;
  orders: Set<OrderId>;
  codes: Set<string>;
  redemptions: Set<RedemptionId>;
  activities: Set<string>;
  adjustments: Set<string>;
  rewards: Set<string>;
}

export function noNeeds(): Needs {
  return {
    members: new Set(),
    orders: new Set(),
    codes: new Set(),
    redemptions: new Set(),
    activities: new Set(),
    adjustments: new Set(),
    rewards: new Set(),
  };
}

/**
 * What the event still needs, as far as can be told from what is in the book; null once it may happen. One answer
 * leads to the next (an order names its member, who was merged into another), so ask, put in, and ask again;
 * `asked` remembers what was asked for and is filled here.
 */
export function needs(book: Book, event: LoyaltyEvent, asked: Needs): Needs | null {
  const all = noNeeds();
  nameDirectly(event, all);
  for (const id of all.orders) followOrder(book, id, all);
  for (const code of all.codes) followRedemption(redemptionWithCode(book, code), all);
  for (const id of all.redemptions) followRedemption(book.redemptions.get(id) ?? null, all);
  for (const id of all.members) followMerge(book, id, all);
  return newOnes(all, asked);
}

function nameDirectly(event: LoyaltyEvent, all: Needs): void {
  if ("customerId" in event) all.members.add(event.customerId);
  switch (event.kind) {
    case "order":
      all.orders.add(event.order.id);
      if (event.order.customerId !== null) all.members.add(event.order.customerId);
      for (const code of event.order.codes) all.codes.add(code.toLowerCase());
      return;
    case "order-deleted":
      all.orders.add(event.orderId);
      return;
    case "refund":
      all.orders.add(event.refund.orderId);
      return;
    case "customers-merged":
      all.members.add(event.keptId).add(event.deletedId);
      return;
    case "redeem":
      all.redemptions.add(event.redemptionId);
      all.rewards.add(event.rewardId);
      return;
    case "release":
    case "granted":
      all.redemptions.add(event.redemptionId);
      return;
    case "activity":
      all.activities.add(event.key);
      return;
    case "adjust":
      all.adjustments.add(event.key);
      return;
    case "import":
      all.adjustments.add(openingKey(event.key));
      return;
    case "undo-import":
      all.adjustments.add(openingKey(event.key)).add(undoneKey(event.key));
      return;
    case "reinstate":
      all.adjustments.add(reinstatementKey(event.expiry));
      if (event.expiry.orderId !== null) all.orders.add(event.expiry.orderId);
      return;
    case "birthday":
    case "leave":
    case "join":
    case "block":
    case "unblock":
    case "customer-created":
    case "customer-updated":
    case "notice":
      return;
  }
}

function followOrder(book: Book, id: OrderId, all: Needs): void {
  const order = book.orders.get(id);
  if (order === undefined) return;
  // Its newest state may still name a customer who was merged away.
  const customerId = book.snapshots.get(id)?.order?.customerId ?? null;
  if (customerId !== null) all.members.add(customerId);
  if (order.memberId !== null) all.members.add(order.memberId);
  for (const share of order.shares) all.members.add(share.memberId);
  for (const code of order.codes) all.codes.add(code);
  for (const taken of book.finder.takenBy.get(id) ?? [])
    followRedemption(book.redemptions.get(taken) ?? null, all);
}

/** Its member pays, and whichever other order carries its code may take it. */
function followRedemption(redemption: RedemptionRecord | null, all: Needs): void {
  if (redemption === null) return;
  all.members.add(redemption.memberId);
  if (redemption.code !== null) all.codes.add(redemption.code.toLowerCase());
}

/** A set that grows while it is walked over is walked to its end, so chains of merges are followed too. */
function followMerge(book: Book, id: MemberId, all: Needs): void {
  const kept = book.members.get(id)?.mergedInto ?? null;
  if (kept !== null) all.members.add(kept);
}

const KINDS = Object.keys(noNeeds()) as (keyof Needs)[];

/** Mostly there is none: events are asked again until nothing is new. */
function newOnes(all: Needs, asked: Needs): Needs | null {
  let fresh: Needs | null = null;
  for (const kind of KINDS) {
    for (const id of all[kind]) {
      if (asked[kind].has(id)) continue;
      asked[kind].add(id);
      fresh ??= noNeeds();
      fresh[kind].add(id);
    }
  }
  return fresh;
}
