import type { MemberId } from "../../loyalty/ids.ts";
import type { Sensitivity } from "./price-sensitivity.ts";

/** Something that can be offered; the same thing costs the same for everybody. */
export interface Choice {
  id: string;
  kind: "points" | "reward";
  /** What it costs at most, in minor units of the currency, whole. */
  cost: number;
}

/** What is expected of a member who is offered nothing. Money in minor units. */
export interface Prospect {
  memberId: MemberId;
  /** What they are expected to spend within the horizon. */
  expected: number;
  /** The chance that they buy nothing within it. */
  risk: number;
  sensitivity: Sensitivity;
}

export interface OfferTerms {
  choices: readonly Choice[];
  /** In basis points: so much of what is at risk may an offer cost. */
  generosity: number;
  /** "personal": by value and sensitivity; "same": everybody the first choice. */
  policy: "personal" | "same";
}

/** An offer and everything that it was decided by. */
export interface ChosenOffer {
  memberId: MemberId;
  choice: Choice;
  because: Because;
}

export interface Because {
  policy: "personal" | "same" | "learned";
  expected: number;
  risk: number;
  /** What would be lost: what they spend where they buy at all, times the chance that they do not. */
  atRisk: number;
  /** What the offer may cost by that. */
  size: number;
  sensitivity: Sensitivity;
}

/** From here on a member is taken for one who waits for lower prices. */
export const SENSITIVE = 0.5;
/** Beyond it what they spend where they buy is a guess. */
const MOST_RISK = 0.95;

/** What a member would be lost with. */
export function atRiskOf({ expected, risk }: Pick<Prospect, "expected" | "risk">): number {
  const chance = Math.min(MOST_RISK, Math.max(0, finite(risk)));
  return (Math.max(0, finite(expected)) / (1 - chance)) * chance;
}

/**
 * The offer for a member, or none: the largest that costs no more than its part of what is at risk. Who comes anyway, or
 * has little to lose, is offered nothing, for that would be given away. Whoever waits for lower prices gets a code, others
 * points, as far as there are both. What an offer costs is the floor and the ceiling: the smallest and the largest choice.
 */
export function chooseOffer(prospect: Prospect, terms: OfferTerms): ChosenOffer | null {
  const { memberId, expected, risk, sensitivity } = prospect;
  const atRisk = atRiskOf(prospect);
  const size = Math.floor((atRisk * terms.generosity) / 10_000);
  const because = { policy: terms.policy, expected, risk, atRisk, size, sensitivity };
  const [first] = terms.choices;
  if (terms.policy === "same") return first === undefined ? null : { memberId, choice: first, because };
  const affordable = terms.choices.filter(({ cost }) => cost <= size).sort((a, b) => b.cost - a.cost);
  const fitting = sensitivity.estimate >= SENSITIVE ? "reward" : "points";
  const choice = affordable.find(({ kind }) => kind === fitting) ?? affordable[0];
  return choice === undefined ? null : { memberId, choice, because };
}

/**
 * Those who fit into a budget: first where most is at risk for what the offer costs. Under "same for all" nobody is more
 * worth than another, so the order given stands. What is left over is too little for whoever comes next.
 */
export function withinBudget(
  offers: readonly ChosenOffer[],
  { budget, policy }: { budget: number; policy: OfferTerms["policy"] },
): { chosen: ChosenOffer[]; cost: number } {
  const worth = ({ because, choice }: ChosenOffer) => because.atRisk / Math.max(1, choice.cost);
  const ordered =
    policy === "same"
      ? [...offers]
      : [...offers].sort((a, b) => worth(b) - worth(a) || (a.memberId < b.memberId ? -1 : 1));
  const chosen: ChosenOffer[] = [];
  let cost = 0;
  for (const offer of ordered) {
    if (cost + offer.choice.cost > budget) continue;
    chosen.push(offer);
    cost += offer.choice.cost;
  }
  return { chosen, cost };
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
