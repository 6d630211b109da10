import type { Action, PlaceOrder } from "../commerce/actions.ts";
import { whatFollows, type Placed } from "./aftermath.ts";
import { fillBasket, orderLines, pickDiscount, shippingFor, type Shopper } from "./basket.ts";
import { catalogueActions } from "./catalogue.ts";
import { Chance } from "./chance.ts";
import { FAMILIES, GUEST } from "./families.ts";
import { buyingInstants, openingHour } from "./lives.ts";
import { makePerson } from "./people.ts";
import { isGiftTime } from "./seasons.ts";
import { makeLiking } from "./tastes.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
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

/** Somebody who buys more than once, with a chance of their own: more customers do not change the life of the others. */
interface Customer extends Shopper {
  chance: Chance;
  ref: string;
}

function makeCustomer({ seed }: Pick<PastOptions, "seed">, n: number): Customer {
  const chance = new Chance(`${seed} customer ${n}`);
  const family = chance.weighted(FAMILIES, ({ share }) => share);
  return { chance, ref: `c-${n}`, family, likes: makeLiking(chance, { staple: family.staple === true }) };
}

/** One customer: joins, buys as the family does, sometimes sends something back. */
function lifeOf(options: PastOptions, n: number, opened: number): Action[] {
  const customer = makeCustomer(options, n);
  const { chance, family, ref } = customer;
  const person = makePerson(chance, n, family.till === 1);
  const instants = buyingInstants(chance, family, { opened, now: options.now.getTime() });
  const [joined = opened] = instants;
  return [
    { do: "customer.create", ref, ...person, tags: [], at: instant(joined - 5 * MINUTE) },
    ...instants.flatMap((at, index) =>
      purchase(chance, customer, { at, customer: `ref:${ref}`, ref: `o-${n}-${index}`, first: index === 0 }),
    ),
  ];
}

/** What the n-th customer would buy if they came once more than they do, and nothing after it. */
export function oneMoreOrder(seed: string, n: number, { at, ref }: { at: Date; ref: string }): PlaceOrder {
  const customer = makeCustomer({ seed }, n);
  const chance = new Chance(`${seed} ${ref}`);
  const visit = { at: openingHour(chance, at.getTime()), customer: `ref:${customer.ref}`, ref, first: false };
  return placeOrder(chance, customer, visit).order;
}

function guestOrder(options: PastOptions, n: number, opened: number): Action[] {
  const chance = new Chance(`${options.seed} guest ${n}`);
  const at = openingHour(chance, opened + chance.next() * (options.now.getTime() - opened));
  const guest = { family: GUEST, likes: makeLiking(chance, { staple: false }) };
  return purchase(chance, guest, { at, customer: null, ref: `g-${n}`, first: false });
}

type Visit = { at: number; customer: string | null; ref: string; first: boolean };

function purchase(chance: Chance, shopper: Shopper, visit: Visit): Action[] {
  const placed = placeOrder(chance, shopper, visit);
  return [placed.order, ...whatFollows(chance, shopper.family, placed)];
}

function placeOrder(chance: Chance, shopper: Shopper, { at, customer, ref, first }: Visit): Placed {
  const { family } = shopper;
  const date = new Date(at);
  const basket = fillBasket(chance, shopper, date);
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
  return { order, ref, basket, placedAt: at, till };
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
