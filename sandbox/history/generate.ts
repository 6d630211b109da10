import type { Action, PlaceOrder } from "../commerce/actions.ts";
import { whatFollows } from "./aftermath.ts";
import { fillBasket, orderLines, pickDiscount, shippingFor } from "./basket.ts";
import { catalogueActions } from "./catalogue.ts";
import { Chance } from "./chance.ts";
import { FAMILIES, type Family } from "./families.ts";
import { makePerson } from "./people.ts";
import { isGiftTime, tradeIn } from "./seasons.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The products are there before anybody comes. */
const CATALOGUE_FIRST = 7 * DAY;

export type PastOptions = {
  seed: string;
  /** The past ends here. */
  now: Date;
  months: number;
  customers: number;
  /** Orders of people without an account. */
  guestOrders: number;
};

export const DEMO_PAST: Omit<PastOptions, "now"> = {
  seed: "perennial",
  months: 18,
  customers: 300,
  guestOrders: 90,
};

/**
 * The past of the demo's shop as actions in the order in which they happened, ending now: the same seed and the same
 * `now` make the same past.
 */
export function generatePast(given: Partial<PastOptions> & { now: Date }): Action[] {
  const options = { ...DEMO_PAST, ...given };
  const now = options.now.getTime();
  const opened = now - options.months * 30.4 * DAY;
  const actions = [
    ...Array.from({ length: options.customers }, (_, n) => lifeOf(options, n, opened)).flat(),
    ...Array.from({ length: options.guestOrders }, (_, n) => guestOrder(options, n, opened)).flat(),
  ].filter(({ at }) => at !== undefined && Date.parse(at) <= now);
  // Stable, so that what follows at the same second stays behind what it follows.
  actions.sort((a, b) => (a.at ?? "").localeCompare(b.at ?? ""));
  return [...catalogueActions(instant(opened - CATALOGUE_FIRST)), ...actions];
}

/** When the first thing happens in the past that ends at `now`. */
export function pastBegins(now: Date, months = DEMO_PAST.months): Date {
  return new Date(now.getTime() - months * 30.4 * DAY - CATALOGUE_FIRST);
}

/** One JSON action a line, as /sandbox/api/history takes it. */
export function asNdjson(actions: Action[]): string {
  return actions.map((action) => `${JSON.stringify(action)}\n`).join("");
}

/** One customer: joins, buys as the family does, sometimes sends something back. */
function lifeOf(options: PastOptions, n: number, opened: number): Action[] {
  // A chance of one's own, so that more customers do not change the life of the others.
  const chance = new Chance(`${options.seed} customer ${n}`);
  const family = chance.weighted(FAMILIES, ({ share }) => share);
  const now = options.now.getTime();
  const joined = opened + Math.pow(chance.next(), 1.3) * (now - opened) * 0.92;
  const end = joined + (now - joined) * (family.until ?? 1);
  const instants = buyingInstants(chance, family, joined, end);
  const firstBuy = instants[0] ?? joined;
  const ref = `c-${n}`;
  const person = makePerson(chance, n, family.till === 1);
  const actions: Action[] = [
    { do: "customer.create", ref, ...person, tags: [], at: instant(firstBuy - 5 * MINUTE) },
  ];
  for (const [index, at] of instants.entries())
    actions.push(
      ...purchase(chance, family, { at, customer: `ref:${ref}`, ref: `o-${n}-${index}`, first: index === 0 }),
    );
  return actions;
}

function buyingInstants(chance: Chance, family: Family, joined: number, end: number): number[] {
  const instants: number[] = [];
  let at = joined;
  while (at < end && instants.length < (family.most ?? Infinity)) {
    const date = new Date(at);
    const moved = family.giftsOnly
      ? isGiftTime(date) && chance.happens(0.75)
      : chance.happens(tradeIn(date) / 1.5);
    if (moved || family.most === 1) instants.push(openingHour(chance, at));
    at += Math.max(chance.wait(family.every * 0.75), 1) * DAY;
  }
  return instants.sort((a, b) => a - b);
}

/** Days have hours: most buy in the evening, the till is open from nine to half past five. */
function openingHour(chance: Chance, at: number): number {
  const midnight = Math.floor(at / DAY) * DAY;
  const hour = Math.max(chance.int(9, 17), chance.int(9, 16));
  return midnight + hour * HOUR + chance.int(0, 29) * MINUTE + chance.int(0, 59) * 1000;
}

function guestOrder(options: PastOptions, n: number, opened: number): Action[] {
  const chance = new Chance(`${options.seed} guest ${n}`);
  const family = FAMILIES.find(({ name }) => name === "one-off") ?? chance.pick(FAMILIES);
  const at = openingHour(chance, opened + chance.next() * (options.now.getTime() - opened));
  return purchase(chance, { ...family, till: 0.5 }, { at, customer: null, ref: `g-${n}`, first: false });
}

type Visit = { at: number; customer: string | null; ref: string; first: boolean };

function purchase(chance: Chance, family: Family, { at, customer, ref, first }: Visit): Action[] {
  const date = new Date(at);
  const basket = fillBasket(chance, family, date);
  const till = chance.happens(family.till);
  const discount = till ? null : pickDiscount(chance, family, date, first);
  const order: PlaceOrder = {
    do: "order.place",
    ref,
    customer,
    lines: orderLines(basket),
    shipping: shippingFor(basket, till) ?? null,
    source: till ? "pos" : "web",
    payment: paymentOf(chance, till),
    at: instant(at),
  };
  if (discount) order.discounts = [discount];
  if (till && chance.happens(0.04)) order.tip = `${chance.int(1, 3)}.00`;
  if (!till && customer === null) order.email = `guest.${ref}@example.com`;
  if (isGiftTime(date) && !till && chance.happens(0.3)) order.note = "Please do not put the bill in the box.";
  return [order, ...whatFollows(chance, family, { order, ref, basket, placedAt: at, till })];
}

function paymentOf(chance: Chance, till: boolean): NonNullable<PlaceOrder["payment"]> {
  if (till) return "paid";
  return chance.weighted(
    ["paid", "pending", "authorized"] as const,
    (kind) => ({ paid: 94, pending: 3.5, authorized: 2.5 })[kind],
  );
}

function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
