/** What became of a product where it was recommended. */
export interface Outcome {
  shown: number;
  clicked: number;
  bought: number;
  notForMe: number;
}

/** So many purchases of doubt: before a product was shown often enough for them, little is made of what it lacks. */
const DOUBT = 3;
/** Somebody who says that it is not for them tells as much as so many who pass by. */
const NO_THANKS = 20;
/** A click is interest, and a small part of a purchase. */
const CLICK = 0.1;
const LEAST = 0.3;

/**
 * How far a product is lowered for what became of it where it was shown: from `LEAST` to 1. It is never raised. A
 * purchase already counts among the shop's facts, from which the ranking is learned: if it counted here as well,
 * whatever was shown first would be bought more, and so shown more, whether it is wanted or not.
 */
export function loweredBy(outcome: Outcome, all: Outcome): number {
  const seen = (of: Outcome) => of.shown + NO_THANKS * of.notForMe;
  const wins = (of: Outcome) => of.bought + CLICK * of.clicked;
  const usual = wins(all) / Math.max(1, seen(all));
  const lowered = (wins(outcome) + DOUBT) / (usual * seen(outcome) + DOUBT);
  return Math.min(1, Math.max(LEAST, lowered));
}

export function addOutcomes(outcomes: Iterable<Outcome>): Outcome {
  const all = { shown: 0, clicked: 0, bought: 0, notForMe: 0 };
  for (const { shown, clicked, bought, notForMe } of outcomes) {
    all.shown += shown;
    all.clicked += clicked;
    all.bought += bought;
    all.notForMe += notForMe;
  }
  return all;
}
