import { hash } from "node:crypto";
import type { MemberId } from "../../loyalty/ids.ts";

/** Shares are counted in basis points, so that they add up exactly: 10,000 is everybody. */
export const WHOLE = 10_000;

/** Places from `from` up to, and without, `to`; of those from 0 to 9,999. */
export interface Slots {
  from: number;
  to: number;
}

export interface Arm {
  id: string;
  /** In basis points; the arms of an experiment make 10,000. */
  share: number;
}

/** Everything that says who is in an experiment, and in which arm. */
export interface Assignment {
  /** Experiments of one layer draw a member's place from the same salt, so that nobody is in two of them. */
  layerSalt: string;
  slots: readonly Slots[];
  /** The experiment's own: arms have nothing to do with places in the layer, nor with other experiments. */
  salt: string;
  arms: readonly Arm[];
}

/**
 * A member's place among 10,000, always the same for the same salt: the first 48 bits of SHA-256 over
 * `salt:member`, modulo 10,000. Anyone can work it out again; nothing has to be kept. (Assignment by hash and layers:
 * Tang, Agarwal, O'Brien and Meyer, "Overlapping Experiment Infrastructure", KDD 2010.)
 */
export function placeOf(salt: string, memberId: MemberId): number {
  return Number.parseInt(hash("sha256", `${salt}:${memberId}`, "hex").slice(0, 12), 16) % WHOLE;
}

/** Whoever is in it at a share stays in it at every larger one. `share` is in basis points. */
export function inControlGroup(programmeSalt: string, share: number, memberId: MemberId): boolean {
  return placeOf(`${programmeSalt}:control`, memberId) < share;
}

/** The arm a member is in; null for whoever has no part in the experiment. */
export function armOf({ layerSalt, slots, salt, arms }: Assignment, memberId: MemberId): string | null {
  const place = placeOf(layerSalt, memberId);
  if (!slots.some(({ from, to }) => from <= place && place < to)) return null;
  const drawn = placeOf(salt, memberId);
  let end = 0;
  for (const { id, share } of arms) {
    end += share;
    if (drawn < end) return id;
  }
  return null;
}

/** The first places of a layer that nobody has taken, `share` of them; null where fewer are free. */
export function freeSlots(taken: readonly Slots[], share: number): Slots[] | null {
  const found: Slots[] = [];
  let missing = share;
  let from = 0;
  for (const { from: start, to: end } of [...taken].sort((a, b) => a.from - b.from).concat(NOTHING_BEYOND)) {
    const size = Math.min(missing, start - from);
    if (size > 0) found.push({ from, to: from + size });
    missing -= Math.max(0, size);
    from = Math.max(from, end);
  }
  return missing > 0 ? null : found;
}

const NOTHING_BEYOND: Slots = { from: WHOLE, to: WHOLE };

/** How many of a layer's places are free. */
export function freeShare(taken: readonly Slots[]): number {
  return Math.max(
    0,
    taken.reduce((left, { from, to }) => left - (to - from), WHOLE),
  );
}
