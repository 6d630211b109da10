import { setTimeout as sleep } from "node:timers/promises";
import type { Action } from "../../sandbox/commerce/actions.ts";
import { DEMO_SHOP } from "../../sandbox/seed-shop.ts";
import { asNdjson, generatePast } from "../../sandbox/history/generate.ts";
import type { PastSaid } from "./app.ts";
import { addressesOf, wishesFor, withCodes, type Wish } from "./past-wishes.ts";
import type { Rooms } from "./rooms.ts";
import type { Screen } from "./screen.ts";

const LOOK_EVERY_MS = 500;
const PUBLISHING_WITHIN_MS = 10_000;

/**
 * What is sent of the past. Shopify tells of an order under several topics at once, and of a past order all of them say
 * the same; an edit has no topic of its own.
 */
const TOPICS = ["customers/create", "orders/paid", "orders/cancelled", "refunds/create"];
const TOPICS_OF_EDITS = [...TOPICS, "orders/updated"];

/**
 * So much of the past is told at once. The app lives in the past while it is told of it; the less it is told at once, the
 * nearer to its day everything is dealt with, and the longer it takes.
 */
const TOLD_AT_ONCE_MS = 28 * 24 * 3_600_000;
const DEALT_WITH_EVERY_MS = 40;

/** Gives the shop a past: every order is placed in the store, which tells the app of it by signed webhooks. */
export async function makePast(screen: Screen, rooms: Rooms): Promise<void> {
  const actions = generatePast({ now: new Date() });
  const count = (kind: string) => number(actions.filter((action) => action.do === kind).length);
  await screen.step(
    "The shop's past",
    (tell) => liveThrough(rooms, actions, tell),
    () =>
      `${count("customer.create")} customers, ${count("order.place")} orders, ${count("order.refund")} refunds`,
  );
}

/** In the order in which they happened, four weeks at a time, each dealt with before the next. */
async function liveThrough(rooms: Rooms, actions: Action[], tell: (progress: string) => void): Promise<void> {
  const addresses = addressesOf(actions);
  for (let from = 0; from < actions.length;) {
    const begin = instantOf(actions[from]);
    const next = actions.findIndex((action) => instantOf(action) >= begin + TOLD_AT_ONCE_MS);
    const to = next === -1 ? actions.length : next;
    tell(new Date(begin).toLocaleDateString("en-GB", { month: "long", year: "numeric" }));
    const month = actions.slice(from, to);
    await loadAll(rooms.urls.store, withCodes(month, await redeemFor(rooms, wishesFor(month, addresses))));
    await untilDealtWith(rooms, { lateAs: new Date(begin + TOLD_AT_ONCE_MS).toISOString() });
    from = to;
  }
  await rooms.app.ask({ isOver: true } satisfies PastSaid);
}

/** Whoever has the points gets a code now, for what they will buy in the weeks that follow. */
async function redeemFor({ app }: Rooms, wishes: Map<number, Wish>): Promise<Map<number, string>> {
  if (wishes.size === 0) return new Map();
  const { codes } = await app.ask({ wishes: [...wishes.values()] } satisfies PastSaid);
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

/** As many at once as are told of under the same topics. */
async function loadAll(store: string, actions: Action[]): Promise<void> {
  for (let from = 0; from < actions.length;) {
    const isEdit = (action: Action | undefined) => action?.do === "order.edit";
    const edits = isEdit(actions[from]);
    const next = actions.findIndex((action, index) => index > from && isEdit(action) !== edits);
    const to = next === -1 ? actions.length : next;
    await load(store, asNdjson(actions.slice(from, to)), edits ? TOPICS_OF_EDITS : TOPICS);
    from = to;
  }
}

async function load(store: string, history: string, topics: string[]): Promise<void> {
  const query = new URLSearchParams({ shop: DEMO_SHOP, topics: topics.join(",") });
  const response = await fetch(`${store}/sandbox/api/history?${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/x-ndjson" },
    body: history,
  });
  if (!response.ok) throw new Error(`The shop's past could not be made: ${await response.text()}`);
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
