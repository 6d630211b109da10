import { betaDraw, seededRandom } from "../numeric/seeded-random.ts";
import type { Choice } from "./choose-offer.ts";

/** What earlier offers of a choice came to: members whose days are over, and those of them who bought. */
export interface Tried {
  choiceId: string;
  members: number;
  bought: number;
}

/**
 * Which of several choices a member is offered, learning from what earlier ones came to (Thompson 1933; Chapelle and Li,
 * "An Empirical Evaluation of Thompson Sampling", NIPS 2011): of each choice a chance is drawn that fits what is known of
 * it, and times what an order is worth, less what the choice costs, the best one is taken. Of what is little known all get
 * their turn; what has failed often gets it seldom. The same seed draws the same, so that an offer can be explained again.
 */
export function drawChoice(
  choices: readonly Choice[],
  { tried, orderValue, seed }: { tried: readonly Tried[]; orderValue: number; seed: number },
): Choice | null {
  const random = seededRandom(seed);
  let best: { choice: Choice; gain: number } | null = null;
  for (const choice of choices) {
    const known = tried.find(({ choiceId }) => choiceId === choice.id);
    const members = Math.max(0, known?.members ?? 0);
    const bought = Math.min(members, Math.max(0, known?.bought ?? 0));
    const chance = betaDraw(1 + bought, 1 + members - bought, random);
    const gain = chance * (Math.max(0, orderValue) - choice.cost);
    if (best === null || gain > best.gain) best = { choice, gain };
  }
  return best?.choice ?? null;
}
