import type { DeedName } from "./merchant/deeds.ts";

const DAY = 24 * 3_600_000;
/** How many days ago the merchant did what, in this order. */
const DONE_DAYS_AGO: Readonly<Record<number, readonly DeedName[]>> = {
  140: ["tryPoints"],
  112: ["saveSegments"],
  84: ["decideOnPoints", "learnModels", "sendPersonalOffers"],
};
/**
 * So much of the past is told at once. The app lives in the past while it is told of it; the less it is told at once, the
 * nearer to its day everything is dealt with, and the longer it takes.
 */
const USUAL = 28;
/** Longer ago little happened yet: twice as much at once. */
const LONG_AGO = 13 * USUAL;
/** Days ago at which it is looked at more closely: an experiment takes in members, and is read. */
const CLOSER = [137, 134, 107, 103];

/** A part of the past that is told at once. */
export interface Span {
  begin: number;
  end: number;
  /** What the merchant does at its beginning. */
  deeds: readonly DeedName[];
  /** Members may have been given something by then. */
  isGiven: boolean;
  /** Something is recommended by then. */
  isShown: boolean;
}

/** The past from its beginning until now, the oldest part first. */
export function spansOf(first: number, now: number): Span[] {
  const daysAgo = [0, ...CLOSER];
  for (let day = USUAL; now - day * DAY > first; day += day < LONG_AGO ? USUAL : 2 * USUAL) daysAgo.push(day);
  daysAgo.push((now - first) / DAY);
  daysAgo.sort((one, other) => other - one);
  const done = Object.entries(DONE_DAYS_AGO).map(([day, deeds]) => ({ day: Number(day), deeds }));
  const since = (day: number, deed: DeedName) =>
    done.some((one) => day <= one.day && one.deeds.includes(deed));
  return daysAgo.slice(0, -1).map((day, place) => ({
    begin: now - day * DAY,
    // What happened at this very instant is told too.
    end: now - (daysAgo[place + 1] ?? 0) * DAY + (place === daysAgo.length - 2 ? 1 : 0),
    deeds: DONE_DAYS_AGO[day] ?? [],
    isGiven: since(day, "tryPoints"),
    isShown: since(day, "learnModels"),
  }));
}
