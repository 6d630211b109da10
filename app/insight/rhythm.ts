import type { Day } from "./days.ts";
import { normalCdf, normalQuantile } from "./numeric/normal.ts";

/** When somebody is expected next; days of the calendar, `early` and `late` so that four of five fall between them. */
export interface NextOrder {
  on: Day;
  early: Day;
  late: Day;
}

/** How gaps between purchases differ in a shop, as logarithms: within one customer, as a variance. */
export interface ShopRhythm {
  within: number;
  /** Gaps that it was worked out from. */
  gaps: number;
}

/** Fewer gaps make no rhythm. */
const LEAST_GAPS = 3;
/** How many gaps of their own a customer's spread is held to be worth at the beginning. */
const SHOP_COUNTS_FOR = 3;
/** Gaps that differ by more than this factor from one to the next are no rhythm: two thirds lie within it. */
const STEADY = Math.log(2);
/** So long past its time a rhythm is over. */
const OVER = 0.98;
const EARLY = 0.1;
const LATE = 0.9;

export function shopRhythm(days: readonly (readonly Day[])[]): ShopRhythm {
  let squares = 0;
  let free = 0;
  let gaps = 0;
  for (const { many, mean, square } of days.map((own) => gapsOf(own))) {
    if (many < 2) continue;
    squares += square - many * mean ** 2;
    free += many - 1;
    gaps += many;
  }
  return { within: free === 0 ? STEADY ** 2 : Math.max(1e-4, squares / free), gaps };
}

/**
 * When a customer who buys in a rhythm is expected next, given that they have not bought since: by their own gaps, whose
 * spread is drawn towards the shop's. null where they have no rhythm, or have left it long behind. `days` are those of
 * their purchases, each once and the earliest first.
 */
export function nextOrder(days: readonly Day[], today: Day, shop: ShopRhythm): NextOrder | null {
  const { many, mean, square } = gapsOf(days);
  const last = days.at(-1);
  if (many < LEAST_GAPS || last === undefined) return null;
  const own = Math.max(0, square - many * mean ** 2);
  const variance = (own + SHOP_COUNTS_FOR * shop.within) / (many - 1 + SHOP_COUNTS_FOR);
  if (Math.sqrt(variance) > STEADY) return null;
  // Of the next gap, the mean of the others being only so well known.
  const spread = Math.sqrt(variance * (1 + 1 / many));
  const since = Math.max(0, today - last);
  const passed = since === 0 ? 0 : normalCdf((Math.log(since) - mean) / spread);
  if (passed > OVER) return null;
  const at = (share: number): Day =>
    Math.max(
      today,
      last + Math.round(Math.exp(mean + spread * normalQuantile(passed + share * (1 - passed)))),
    );
  return { on: at(0.5), early: at(EARLY), late: at(LATE) };
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
