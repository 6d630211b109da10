import type { Chance } from "./chance.ts";
import type { Family } from "./families.ts";
import { isGiftTime, tradeIn } from "./seasons.ts";

const DAY = 24 * 3_600_000;

/** Customers of a family differ in how likely each order is their last. */
const LEAVING_DIFFERS = 0.5;
/** Most who leave come more seldom first: so many times their pause, before each of the last orders. */
const FADES = 0.65;
const FADING = [1.7, 2.6];
/** Somebody whose season it is not looks in again after so long, in parts of their pause. */
const LOOKS_IN = 0.5;

/** When a customer buys, from the first time until they leave or the past ends; the earliest first. */
export function buyingInstants(
  chance: Chance,
  family: Family,
  { opened, now }: { opened: number; now: number },
): number[] {
  const first = firstInstant(chance, family, { opened, now });
  const [days, differing] = family.every;
  const every = chance.around(days, differing);
  const leaves = chance.around(family.leaves, LEAVING_DIFFERS);
  const instants = [first];
  const pause = () => chance.around(every, family.unevenness) * DAY;
  while (instants.length < (family.most ?? Infinity)) {
    const last = instants.at(-1) ?? first;
    if (chance.happens(leaves)) {
      if (chance.happens(FADES)) instants.push(...fading(chance, last, every));
      break;
    }
    const next = nextInstant(family, { last, pause });
    if (next > now) break;
    instants.push(next);
  }
  return instants.map((at) => openingHour(chance, at)).filter((at) => at <= now);
}

/** More shops find new customers in spring than in winter. */
function firstInstant(
  chance: Chance,
  family: Family,
  { opened, now }: { opened: number; now: number },
): number {
  for (let tries = 0; ; tries += 1) {
    const at = opened + Math.pow(chance.next(), 1.25) * (now - opened) * 0.995;
    const date = new Date(at);
    const fits = family.giftsOnly === true ? isGiftTime(date) : chance.happens(tradeIn(date) / 1.5);
    if (fits || tries > 20) return at;
  }
}

function nextInstant(family: Family, { last, pause }: { last: number; pause: () => number }): number {
  if (family.giftsOnly === true) {
    let at = last + Math.max(DAY, pause());
    while (!isGiftTime(new Date(at))) at += Math.max(DAY, LOOKS_IN * pause());
    return at;
  }
  // Who buys by the calendar of their own does so in winter too.
  const season = family.staple === true ? 1 : Math.sqrt(tradeIn(new Date(last)));
  return last + Math.max(DAY, pause() / season);
}

function fading(chance: Chance, last: number, every: number): number[] {
  let at = last;
  return FADING.map((times) => (at += Math.max(DAY, chance.around(times * every, 0.2) * DAY)));
}

/** Days have hours: most buy in the evening, the till is open from nine to half past five. */
export function openingHour(chance: Chance, at: number): number {
  const midnight = Math.floor(at / DAY) * DAY;
  const hour = Math.max(chance.int(9, 17), chance.int(9, 16));
  return midnight + hour * 3_600_000 + chance.int(0, 29) * 60_000 + chance.int(0, 59) * 1000;
}
