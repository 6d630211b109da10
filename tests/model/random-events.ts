/** The happenings of random histories, one by one, and how a store tells of them. */
import { DAY_MS, addMonths, dayOf, startOfDay } from "./calendar.ts";
import type { Instant } from "./calendar.ts";
import type { CaseEvent, Decimal, OrderPayload, Programme } from "./case-format.ts";
import type { Chance } from "./random.ts";
import { changed, randomOrder, randomRefund, withCode, written } from "./random-orders.ts";
import type { Change } from "./random-orders.ts";
import type { Scene } from "./random-scene.ts";

export interface Store {
  chance: Chance;
  scene: Scene;
  programmes: Programme[];
  customers: number[];
  /** The newest state of each order, as the store knows it. */
  orders: OrderPayload[];
  redemptions: string[];
  events: CaseEvent[];
  /** What stories let happen later. */
  plans: { at: Instant; step: (now: Instant) => void }[];
  /** Instants at which something may be due. */
  interesting: Instant[];
  /** Numbers webhooks and keys; `name` stands before all of them where there are several stores in one. */
  count: number;
  name: string;
}

export function doSomething(store: Store, now: Instant): void {
  const kind = store.chance.whole(0, 99);
  if (kind < 22) placeOrder(store, now, someone(store));
  else if (kind < 42) changeOrder(store, now);
  else if (kind < 52) refundOrder(store, now);
  else if (kind < 62) redeem(store, now, someone(store));
  else if (kind < 64) release(store, now, store.chance.anyOf(store.redemptions));
  else if (kind < 66) grant(store, now, store.chance.anyOf(store.redemptions));
  else if (kind < 68) giveBirthday(store, now, someone(store));
  else if (kind < 74) adjust(store, now, someone(store));
  else if (kind < 81) act(store, now, someone(store));
  else if (kind < 83) signUp(store, now);
  else if (kind < 84) updateCustomer(store, now);
  else if (kind < 88) merge(store, now);
  else if (kind < 93) notice(store, now, someone(store));
  else if (kind < 94) deleteOrder(store, now);
  else push(store, { at: "", do: "clock" }, now);
}

/** A customer of the store, once in a while one that nobody knows. */
export function someone(store: Store): number {
  const [first = 7] = store.customers;
  if (store.chance.percent(2)) return first + 92;
  return store.chance.anyOf(store.customers) ?? first;
}

function push(store: Store, event: CaseEvent, at: Instant): void {
  store.events.push({ ...event, at: new Date(at).toISOString() });
}

/** Delivers a webhook: mostly at once, sometimes late, twice under one id or two, or never. */
function deliver(store: Store, event: CaseEvent & { webhook: string }, now: Instant): void {
  const { chance } = store;
  const late = () => {
    if (chance.percent(80)) return 0;
    return chance.percent(60) ? chance.whole(1, 600) * 1000 : chance.whole(1, 15 * 24) * 3_600_000;
  };
  if (chance.percent(5)) return;
  const id = `${store.name}wh-${++store.count}`;
  push(store, { ...event, id }, now + late());
  if (chance.percent(5)) push(store, { ...event, id }, now + late());
  if (chance.percent(5)) push(store, { ...event, id: `${store.name}wh-${++store.count}` }, now + late());
}

/** When points that become available now expire under a version, and when a notice about it is just early enough. */
export function endOf(
  timezone: string,
  points: Programme["points"],
  now: Instant,
): { date: Instant | null; notices: Instant[] } {
  if (!points?.expiry || points.expiry.kind === "none") return { date: null, notices: [] };
  const date = startOfDay(timezone, addMonths(dayOf(timezone, now), points.expiry.months) + 1);
  return { date, notices: (points.notice?.days ?? [30, 7]).map((days) => date - days * DAY_MS) };
}

/** Points may become available now: when they expire and be told of, and when levels fall, is worth looking at. */
function noteGain(store: Store, now: Instant): void {
  for (const { points, timezone, tiers } of store.programmes) {
    const today = dayOf(timezone, now);
    const { date, notices } = endOf(timezone, points, now);
    if (date !== null) store.interesting.push(date, ...notices);
    const midnight = startOfDay(timezone, today + 1);
    store.interesting.push(midnight, midnight + (tiers?.guaranteeDays ?? 0) * DAY_MS);
    if (tiers?.window?.kind === "rolling") {
      const leaves = addMonths(today, tiers.window.months);
      store.interesting.push(startOfDay(timezone, leaves), startOfDay(timezone, leaves + 1));
    }
  }
}

/** Places an order, perhaps with codes; answers its id. */
export function placeOrder(store: Store, now: Instant, customer: number, as?: string): number {
  const { chance, scene } = store;
  let order = randomOrder(chance, scene, customer, now);
  const code = as ?? (chance.percent(35) ? chance.anyOf(store.redemptions) : undefined);
  if (code !== undefined) order = withCode(chance, order, code);
  const other = chance.anyOf(store.redemptions);
  if (other !== undefined && chance.percent(8)) order = withCode(chance, order, other);
  store.orders.push(order);
  const processed = Date.parse(order.processed_at);
  noteGain(store, processed);
  for (const { points } of store.programmes) {
    const vests = processed + (points?.pendingDays ?? 0) * DAY_MS;
    store.interesting.push(vests);
    if (vests > processed) noteGain(store, vests);
  }
  const webhook = chance.oneOf(["orders/create", "orders/paid"] as const);
  deliver(store, { at: "", webhook, id: "", payload: order }, now);
  return order.id;
}

const CHANGES: [Change, ...Change[]] = [
  ...(["pay", "pay", "add", "add", "remove", "cancel", "cancel"] as const),
  ...(["void", "move", "move", "status", "status", "touch", "odd"] as const),
];

/** Changes an order of that id, or any, or places one where there is none. */
export function changeOrder(store: Store, now: Instant, id?: number, wanted?: Change): void {
  const { chance, scene } = store;
  const order = id === undefined ? chance.anyOf(store.orders) : store.orders.find((of) => of.id === id);
  if (!order) return void placeOrder(store, now, someone(store));
  const change = wanted ?? chance.oneOf(CHANGES);
  const next = changed(chance, scene, order, change, store.customers, now);
  store.orders = store.orders.map((of) => (of === order ? next : of));
  const webhook = change === "cancel" ? "orders/cancelled" : "orders/updated";
  deliver(store, { at: "", webhook, id: "", payload: next }, now);
}

export function refundOrder(store: Store, now: Instant, id?: number): void {
  const { chance, scene } = store;
  const order = id === undefined ? chance.anyOf(store.orders) : store.orders.find((of) => of.id === id);
  if (!order) return void placeOrder(store, now, someone(store));
  const refund = randomRefund(chance, scene, order, now);
  const next: OrderPayload = {
    ...order,
    updated_at: written(chance, now),
    financial_status: chance.oneOf(["partially_refunded", "refunded", order.financial_status]),
    refunds: [...order.refunds, refund],
    line_items: order.line_items.map((line) => {
      const units = refund.refund_line_items.filter((of) => of.line_item_id === line.id);
      const gone = units.reduce((count, of) => count + of.quantity, 0);
      const left = Math.max(0, (line.current_quantity ?? line.quantity) - gone);
      return chance.percent(80) ? { ...line, current_quantity: left } : line;
    }),
  };
  store.orders = store.orders.map((of) => (of === order ? next : of));
  deliver(store, { at: "", webhook: "refunds/create", id: "", payload: refund }, now);
  if (chance.percent(60)) deliver(store, { at: "", webhook: "orders/updated", id: "", payload: next }, now);
}

const REWARDS: [string, ...string[]] = [
  ...(["ship", "ship", "ship", "big", "few", "few", "thanks", "plain"] as const),
  ...(["credit", "credit", "slide"] as const),
];

/** Redeems a reward; answers by what name. */
export function redeem(store: Store, now: Instant, customer: number, wanted?: string): string {
  const { chance } = store;
  const again = chance.percent(4) ? chance.anyOf(store.redemptions) : undefined;
  const as = again ?? `${store.name}R${store.redemptions.length + 1}`;
  if (again === undefined) store.redemptions.push(as);
  const reward = wanted ?? chance.oneOf(REWARDS);
  for (const { rewards } of store.programmes) {
    for (const { codeDays = 60 } of rewards ?? []) store.interesting.push(now + codeDays * DAY_MS);
  }
  noteGain(store, now);
  const isSliding = reward === "credit" || (reward === "slide" && chance.percent(70));
  const units = isSliding && chance.percent(95) ? { units: chance.oneOf([1, 3, 7, 12, 13]) } : {};
  push(store, { at: "", do: "redeem", customer, reward, as, ...units }, now);
  return as;
}

export function release(store: Store, now: Instant, redemption: string | undefined): void {
  if (redemption !== undefined) push(store, { at: "", do: "release", redemption }, now);
}

export function grant(store: Store, now: Instant, redemption: string | undefined): void {
  if (redemption !== undefined) push(store, { at: "", do: "granted", redemption }, now);
}

/** A birthday about a month off, at the edge of what counts this year, or any day. */
export function giveBirthday(store: Store, now: Instant, customer: number): void {
  const { chance, scene } = store;
  const date = new Date((dayOf(scene.zone, now) + chance.oneOf([29, 30, 31, 45, 300])) * DAY_MS);
  const [month, day] = chance.percent(10) ? [2, 29] : [date.getUTCMonth() + 1, date.getUTCDate()];
  const year = date.getUTCFullYear();
  for (const either of [year, year + 1])
    store.interesting.push(startOfDay(scene.zone, Date.UTC(either, month - 1, day) / DAY_MS));
  push(store, { at: "", do: "birthday", customer, month, day }, now);
}

export function adjust(store: Store, now: Instant, customer: number, wanted?: Decimal): void {
  const { chance } = store;
  const amounts: [Decimal, ...Decimal[]] = [
    ...([chance.whole(1, 150), chance.whole(20, 100), chance.whole(50, 200)] as const),
    ...([-chance.whole(1, 60), -chance.whole(1, 60), String(-chance.whole(50, 400))] as const),
    chance.percent(10) ? "9007199254740993" : 5,
  ];
  const key = `${store.name}adj-${chance.percent(3) ? store.count : ++store.count}`;
  noteGain(store, now);
  push(
    store,
    { at: "", do: "adjust", customer, points: wanted ?? chance.oneOf(amounts), reason: "goodwill", key },
    now,
  );
}

export function act(store: Store, now: Instant, customer: number): void {
  const { chance } = store;
  const activity = chance.oneOf(["review", "review", "quiz", "unheard-of"]);
  const key = `${store.name}act-${chance.percent(3) ? store.count : ++store.count}`;
  noteGain(store, now);
  push(store, { at: "", do: "activity", customer, activity, key }, now);
}

export function notice(store: Store, now: Instant, customer: number): void {
  for (const { points, timezone } of store.programmes) {
    const least = Math.min(...(points?.notice?.days ?? [7]));
    store.interesting.push(startOfDay(timezone, dayOf(timezone, now + least * DAY_MS) + 1));
  }
  push(store, { at: "", do: "notice", customer }, now);
}

/** The store forgets an order of that id, or any; now and then something of it is told all the same. */
export function deleteOrder(store: Store, now: Instant, id = store.chance.anyOf(store.orders)?.id): void {
  if (id === undefined) return;
  deliver(store, { at: "", webhook: "orders/delete", id: "", payload: { id } }, now);
}

function updateCustomer(store: Store, now: Instant): void {
  deliver(store, { at: "", webhook: "customers/update", id: "", payload: { id: someone(store) } }, now);
}

function signUp(store: Store, now: Instant): void {
  const payload = { id: someone(store), created_at: new Date(now).toISOString() };
  noteGain(store, now);
  deliver(store, { at: "", webhook: "customers/create", id: "", payload }, now);
}

/** Merges two customers, mostly different ones; of a given one it is chance whether it is kept. */
export function merge(store: Store, now: Instant, one = someone(store), two?: number): void {
  const { chance, customers } = store;
  const others = chance.percent(90) ? customers.filter((id) => id !== one) : customers;
  const other = two ?? chance.anyOf(others) ?? someone(store);
  const pair = [one, other].map((id) => `gid://shopify/Customer/${id}`);
  const [kept = "", deleted = ""] = chance.percent(50) ? pair : pair.reverse();
  const payload = {
    admin_graphql_api_customer_kept_id: kept,
    admin_graphql_api_customer_deleted_id: deleted,
  };
  deliver(store, { at: "", webhook: "customers/merge", id: "", payload }, now);
}

/** Looks at an instant without anything else happening. */
export function look(store: Store, now: Instant): void {
  push(store, { at: "", do: "clock" }, now);
}
