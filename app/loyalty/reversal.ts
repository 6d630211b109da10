import type { LedgerTransaction } from "./ledger.ts";
import type { Points } from "./points.ts";

/** What one adjustment by hand is called in the ledger. Those of many at once, and of experiments, have colons within. */
const BY_HAND = /^adjust:[\w-]+$/;

/** Whether a transaction is an adjustment of one member by hand: those of many at once are taken back together. */
export function isByHand({ kind, key }: Pick<LedgerTransaction, "kind" | "key">): boolean {
  return kind === "adjust" && BY_HAND.test(key);
}

/**
 * The key of the adjustment that takes back the one with this key in the ledger: the same for every attempt, so that it
 * is taken back once. No form makes such a key.
 */
export function reversalKey(adjustment: string): string {
  return adjustment.replace(/^adjust:/, "undo:");
}

/** What an adjustment in fact gave, or below 0 took: without what was forgiven, for that was never there to take. */
export function effectOf({ postings }: Pick<LedgerTransaction, "postings">): Points {
  let effect = 0n;
  for (const { debit, credit, points } of postings) {
    if (debit === "adjustments") effect += points;
    if (credit === "adjustments" && debit !== "forgiveness") effect -= points;
  }
  return effect;
}

/**
 * By how many points an adjustment is taken back: the opposite of its effect, less what of its own lot has expired
 * (`expired`, less what staff gave back of that), for those points are gone already.
 *
 * They come off the lots in consumption order, as with every adjustment below 0: only a claw-back of an order takes from
 * the order's own lots first. Nobody is worse off by it, for what expires first goes first, and what stays lasts at least
 * as long as if neither had been made.
 */
export function sizeOfReversal(adjustment: Pick<LedgerTransaction, "postings">, expired: Points): Points {
  const effect = effectOf(adjustment);
  if (effect <= 0n) return -effect;
  return expired >= effect ? 0n : expired - effect;
}
