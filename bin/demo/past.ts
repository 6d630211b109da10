import { setTimeout as sleep } from "node:timers/promises";
import type { Action } from "../../sandbox/commerce/actions.ts";
import { DEMO_SHOP } from "../../sandbox/seed-shop.ts";
import { asNdjson, generatePast } from "../../sandbox/history/generate.ts";
import type { PastAnswer, PastSaid } from "./live-in-past.ts";
import { withMarkets } from "./markets.ts";
import { browse, shoppersAmong } from "./past-browsing.ts";
import { spansOf } from "./past-spans.ts";
import { thanksFor } from "./past-thanks.ts";
import { addressesOf, wishesFor, withCodes, type Addresses, type Wish } from "./past-wishes.ts";
import type { Rooms } from "./rooms.ts";
import type { Screen } from "./screen.ts";
import { TOLD_TOPICS, TOLD_TOPICS_BUT_EDITS } from "./told-topics.ts";

const LOOK_EVERY_MS = 500;
const PUBLISHING_WITHIN_MS = 10_000;

const DEALT_WITH_EVERY_MS = 40;

/** Gives the shop a past: every order is placed in the store, which tells the app of it by signed webhooks. */
export async function makePast(screen: Screen, rooms: Rooms): Promise<void> {
  const now = new Date();
  const actions = withMarkets(generatePast({ now }));
  const count = (kind: Action["do"]) => number(countOf(actions, kind));
  await screen.step(
    "The shop's past",
    (tell) => liveThrough(rooms, { actions, now: now.getTime() }, tell),
    (orders) =>
      `${count("customer.create")} customers, ${number(orders)} orders, ${count("order.refund")} refunds`,
  );
}

interface Past {
  actions: Action[];
  now: number;
}

function countOf(actions: readonly Action[], kind: Action["do"]): number {
  return actions.filter((action) => action.do === kind).length;
}

/** In the order in which they happened, some weeks at a time, each dealt with before the next; answers how many orders. */
async function liveThrough(
  rooms: Rooms,
  { actions, now }: Past,
  tell: (progress: string) => void,
): Promise<number> {
  const addresses = addressesOf(actions);
  const thanked = new Set<string>();
  let left = actions;
  let orders = 0;
  for (const { begin, end, deeds, isGiven, isShown } of spansOf(instantOf(actions[0]), now)) {
    tell(new Date(begin).toLocaleDateString("en-GB", { month: "long", year: "numeric" }));
    for (const deed of deeds) await heard(rooms, { deed });
    if (isGiven) left = await withThanks(rooms, left, { begin, addresses, thanked });
    const to = left.findIndex((action) => instantOf(action) >= end);
    const span = to === -1 ? left : left.slice(0, to);
    left = left.slice(span.length);
    orders += countOf(span, "order.place");
    const bought = isShown ? await withPicks(rooms, span, addresses) : span;
    await loadAll(rooms.urls.store, withCodes(bought, await redeemFor(rooms, wishesFor(bought, addresses))));
    await untilDealtWith(rooms, { lateAs: new Date(end).toISOString() });
  }
  await heard(rooms, { isOver: true });
  return orders;
}

async function heard({ app }: Rooms, said: PastSaid): Promise<PastAnswer> {
  const { answer } = await app.ask(said);
  if (answer === null) throw new Error("The app heard nothing of the past.");
  return answer;
}

/** With what members buy beside everything else because they were given something. */
async function withThanks(
  rooms: Rooms,
  actions: Action[],
  { begin, addresses, thanked }: { begin: number; addresses: Addresses; thanked: Set<string> },
): Promise<Action[]> {
  const { gifts } = await heard(rooms, { isAskingForGifts: true });
  const fresh = gifts.filter(({ key }) => !thanked.has(key));
  for (const { key } of fresh) thanked.add(key);
  const thanks = withMarkets(thanksFor(fresh, { at: begin, addresses }));
  return [...actions, ...thanks].sort((one, other) => instantOf(one) - instantOf(other));
}

/** With what shoppers took of what the store recommended. */
async function withPicks(rooms: Rooms, actions: Action[], addresses: Addresses): Promise<Action[]> {
  const { picks: shown } = await heard(rooms, { shoppers: shoppersAmong(actions, addresses) });
  const browsed = browse(actions, { shown, addresses });
  await heard(rooms, { visits: browsed.visits });
  return browsed.actions;
}

/** Whoever has the points gets a code now, for what they will buy in the weeks that follow. */
async function redeemFor(rooms: Rooms, wishes: Map<number, Wish>): Promise<Map<number, string>> {
  if (wishes.size === 0) return new Map();
  const { codes } = await heard(rooms, { wishes: [...wishes.values()] });
  const places = [...wishes.keys()];
  return new Map(
    codes.flatMap((code, index) => {
      const place = places[index];
      return code === null || place === undefined ? [] : [[place, code] as const];
    }),
  );
}

function instantOf(action: Action | undefined): number {
  return Date.parse(action?.at ?? "");
}

async function untilDealtWith({ app, store }: Rooms, end: PastSaid): Promise<void> {
  for (let said: PastSaid | undefined; ;) {
    const { idle, waiting: unsent } = await store.ask();
    const { waiting } = await app.ask(said);
    if (idle && unsent + waiting === 0) {
      if (said !== undefined) return;
      // Once everything is told: what falls due until the end of the four weeks.
      said = end;
    }
    await sleep(DEALT_WITH_EVERY_MS);
  }
}

/** The store takes in so many at once or none of them. */
const AT_ONCE = 200;

/** As many at once as are told of under the same topics. */
async function loadAll(store: string, actions: Action[]): Promise<void> {
  for (let from = 0; from < actions.length;) {
    const isEdit = (action: Action | undefined) => action?.do === "order.edit";
    const edits = isEdit(actions[from]);
    const next = actions.findIndex((action, index) => index > from && isEdit(action) !== edits);
    const to = Math.min(next === -1 ? actions.length : next, from + AT_ONCE);
    await load(store, actions.slice(from, to), edits ? TOLD_TOPICS : TOLD_TOPICS_BUT_EDITS);
    from = to;
  }
}

/** What members do with what they were given may not fit in the end: then it happens as it would have without. */
async function load(store: string, history: Action[], topics: readonly string[]): Promise<void> {
  const query = new URLSearchParams({ shop: DEMO_SHOP, topics: topics.join(",") });
  const response = await fetch(`${store}/sandbox/api/history?${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/x-ndjson" },
    body: asNdjson(history),
  });
  if (response.ok) return;
  const refusal = await response.text();
  const place = Number(/"Line (\d+):/.exec(refusal)?.[1]) - 1;
  const without = withoutGift(history[place]);
  if (without === null) throw new Error(`The shop's past could not be made: ${refusal}`);
  await load(store, history.toSpliced(place, 1, ...without), topics);
}

/** An order without its code; no refund of what was free. null where nothing of it hangs on a gift. */
function withoutGift(action: Action | undefined): Action[] | null {
  if (action?.do === "order.refund") return [];
  if (action?.do !== "order.place" || action.codes === undefined) return null;
  const { codes: _codes, ...order } = action;
  return [order];
}

/** Waits until the app has been told of everything, and has made points of it. */
export async function workOffPast(screen: Screen, rooms: Rooms): Promise<void> {
  await screen.step(
    "Points of what happened",
    (tell) => untilWorkedOff(rooms, tell),
    (dead) => (dead === 0 ? "up to date" : `up to date, but ${number(dead)} dead letters wait in the admin`),
  );
}

async function untilWorkedOff({ app, store }: Rooms, tell: (progress: string) => void): Promise<number> {
  let publishingSince: number | null = null;
  for (;;) {
    const { idle, waiting: unsent } = await store.ask();
    const { waiting, isPublishing, dead } = await app.ask();
    const isSettled = idle && waiting === 0;
    publishingSince = isSettled ? (publishingSince ?? performance.now()) : null;
    if (isSettled && (!isPublishing || isLongAgo(publishingSince))) return dead;
    tell(isSettled ? "the storefront is told" : `${number(unsent + waiting)} deliveries to go`);
    await sleep(LOOK_EVERY_MS);
  }
}

/** The store may have throttled the app; then it is told a little later, and nobody need wait for that. */
function isLongAgo(since: number | null): boolean {
  return since !== null && performance.now() - since > PUBLISHING_WITHIN_MS;
}

function number(value: number): string {
  return value.toLocaleString("en-GB");
}
