import type { Choice, ChosenOffer } from "./choose-offer.ts";

/**
 * Why something that may be offered goes to nobody: it costs more than any member's part of what is at risk; it is a code,
 * and whoever could get it buys at the full price anyway; it is points, and whoever could get them waits for lower prices;
 * whoever could get it gets something larger; what others brought was better; only the first choice is offered; the budget
 * ended before; or chance left all without who would have had it.
 */
export type WhyNobody =
  "too-dear" | "full-price" | "lower-prices" | "larger" | "learned" | "first-only" | "budget" | "chance";

export interface Offered {
  /** Whom an offer was chosen for, whether the budget reached them or not. */
  offers: readonly ChosenOffer[];
  reached: readonly ChosenOffer[];
  isGiven(memberId: ChosenOffer["memberId"]): boolean;
}

/** Of the choices those that nobody is given, each with why; none where nobody is given anything at all. */
export function unusedChoices<C extends Choice>(
  choices: readonly C[],
  { offers, reached, isGiven }: Offered,
): { choice: C; why: WhyNobody }[] {
  const given = new Set(reached.flatMap(({ memberId, choice }) => (isGiven(memberId) ? [choice.id] : [])));
  if (given.size === 0) return [];
  const isAmong = (some: readonly ChosenOffer[], { id }: Choice) =>
    some.some(({ choice }) => choice.id === id);
  return choices
    .filter(({ id }) => !given.has(id))
    .map((choice) => {
      if (isAmong(reached, choice)) return { choice, why: "chance" };
      return { choice, why: isAmong(offers, choice) ? "budget" : whyNotChosen(choice, offers) };
    });
}

function whyNotChosen(choice: Choice, offers: readonly ChosenOffer[]): WhyNobody {
  const policy = offers[0]?.because.policy;
  if (policy === "same") return "first-only";
  // Who can get something is always offered something: among these is everybody who could have got it.
  const could = offers.filter(({ because }) => because.size >= choice.cost);
  if (could.length === 0) return "too-dear";
  if (policy === "learned") return "learned";
  if (could.some((offer) => offer.choice.kind === choice.kind)) return "larger";
  return choice.kind === "reward" ? "full-price" : "lower-prices";
}
