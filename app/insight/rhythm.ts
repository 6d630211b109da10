import type { Day } from "./days.ts";
import { normalCdf, normalQuantile } from "./numeric/normal.ts";

/** When somebody is expected next; days of the calendar, `early` and `late` so that four of five fall between them. */
export interface NextOrder {
  on: Day;
  early: Day;
  late: Day;
}

/** How pauses between purchases differ in a shop, as logarithms. */
export interface ShopRhythm {
  /** Within one customer, and between the means of two, as variances. */
  within: number;
  between: number;
  /** The mean of all customers'. */
  middle: number;
  /** The chance that whoever bought once never comes again. */
  stops: number;
  /** Pauses that it was worked out from. */
  gaps: number;
}

/** Fewer pauses of their own say too little of a customer. */
const LEAST_GAPS = 3;
/** How many pauses of their own a customer's spread is held to be worth at the beginning. */
const SHOP_COUNTS_FOR = 3;
/** Where nothing is known yet: pauses that differ by a factor of two from one to the next. */
const UNKNOWN = Math.log(2) ** 2;
/** After so many purchases beyond the first, a customer is half as likely to stop with one as in the beginning. */
const STAYS = 2;
const FIRST_GUESS = 0.1;
const ROUNDS = 30;
/** Of four in five the bounds hold. */
const WITHIN = 0.8;
/** What may come after half a year, or not, is no date. */
const FARTHEST = 182;

/** How the customers of a shop come again, as far as it is known at the end of a day. */
export function shopRhythm(days: readonly (readonly Day[])[], today: Day): ShopRhythm {
  const all = days.map((own) => gapsOf(own)).filter(({ many }) => many > 0);
  const several = all.filter(({ many }) => many > 1);
  const squares = sumOf(several, ({ many, mean, square }) => square - many * mean ** 2);
  const free = sumOf(several, ({ many }) => many - 1);
  const within = free === 0 ? UNKNOWN : Math.max(1e-4, squares / free);
  const middle = sumOf(all, ({ mean }) => mean) / Math.max(1, all.length);
  const apart = sumOf(all, ({ many, mean }) => (mean - middle) ** 2 - within / many);
  const between = Math.max(0.01, apart / Math.max(1, all.length - 1));
  const known = { within, between, middle, stops: FIRST_GUESS, gaps: sumOf(all, ({ many }) => many) };
  return { ...known, stops: stopsOf(days, today, known) };
}

/** By turns: who has stopped, given how likely one stops, and how likely one stops, given who has. */
function stopsOf(days: readonly (readonly Day[])[], today: Day, shop: ShopRhythm): number {
  const silent = days.flatMap((own) => {
    const pause = nextPause(own, shop);
    return pause === null ? [] : [{ many: own.length, still: 1 - passedBy(own, today, pause) }];
  });
  const chances = sumOf(silent, ({ many }) => {
    let sum = 0;
    for (let n = 1; n <= many; n++) sum += stopsAt(1, n);
    return sum;
  });
  let stops = FIRST_GUESS;
  for (let round = 0; round < ROUNDS && chances > 0; round++)
    stops = Math.min(1, sumOf(silent, ({ many, still }) => goneAfter(stopsAt(stops, many), still)) / chances);
  return stops;
}

/** With the purchase of that number, from 1. */
function stopsAt(stops: number, number: number): number {
  return (stops * STAYS) / (STAYS + number - 1);
}

/** The chance that somebody has stopped, of whom so many would not have come yet if they had not. */
function goneAfter(stops: number, still: number): number {
  return stops / Math.max(1e-12, stops + (1 - stops) * still);
}

/**
 * When a customer is expected next, given that they have not bought since: by their own pauses, which are drawn towards the
 * shop's the fewer they are, and by how likely it is that they have stopped for good. null where no two days within half a
 * year can be named between which four of five such customers buy. `days` are those of their purchases, each once and the
 * earliest first.
 */
export function nextOrder(days: readonly Day[], today: Day, shop: ShopRhythm): NextOrder | null {
  const pause = nextPause(days, shop);
  const last = days.at(-1);
  if (pause === null || last === undefined || days.length <= LEAST_GAPS) return null;
  const passed = passedBy(days, today, pause);
  const there = 1 - goneAfter(stopsAt(shop.stops, days.length), 1 - passed);
  const outside = (there - WITHIN) / 2 / there;
  if (outside <= 0) return null;
  /** By then that share of those who come again has come. */
  const at = (share: number): Day => {
    const log = pause.mean + pause.spread * normalQuantile(passed + share * (1 - passed));
    return Math.max(today, last + Math.round(Math.exp(log)));
  };
  const late = at(1 - outside);
  return late - today > FARTHEST ? null : { on: at(0.5), early: at(outside), late };
}

interface Pause {
  mean: number;
  spread: number;
}

/** The logarithm of the pause that has begun. */
function nextPause(days: readonly Day[], shop: ShopRhythm): Pause | null {
  const { many, mean, square } = gapsOf(days);
  if (many === 0) return null;
  const own = Math.max(0, square - many * mean ** 2);
  const variance = (own + SHOP_COUNTS_FOR * shop.within) / (many - 1 + SHOP_COUNTS_FOR);
  const [ofOwn, ofShop] = [many / variance, 1 / shop.between];
  return {
    mean: (ofOwn * mean + ofShop * shop.middle) / (ofOwn + ofShop),
    // The mean itself is only so well known.
    spread: Math.sqrt(variance + 1 / (ofOwn + ofShop)),
  };
}

/** The share of such pauses that would be over by now. */
function passedBy(days: readonly Day[], today: Day, { mean, spread }: Pause): number {
  const since = today - (days.at(-1) ?? today);
  return since <= 0 ? 0 : Math.min(1 - 1e-9, normalCdf((Math.log(since) - mean) / spread));
}

function sumOf<Of>(all: readonly Of[], of: (one: Of) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0);
}

function gapsOf(days: readonly Day[]): { many: number; mean: number; square: number } {
  let [sum, square] = [0, 0];
  for (let n = 1; n < days.length; n++) {
    const gap = Math.log(Math.max(1, (days[n] ?? 0) - (days[n - 1] ?? 0)));
    sum += gap;
    square += gap ** 2;
  }
  const many = Math.max(0, days.length - 1);
  return { many, mean: many === 0 ? 0 : sum / many, square };
}
