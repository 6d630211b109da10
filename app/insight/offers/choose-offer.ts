import type { MemberId } from "../../loyalty/ids.ts";
import { drawChoice, type Tried } from "./learn-choice.ts";
import { waitsForLowerPrices, type Sensitivity } from "./price-sensitivity.ts";

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
  /** What one of their orders is worth. */
  orderValue: number;
  sensitivity: Sensitivity;
}

export const POLICIES = ["personal", "learned", "same"] as const;
/**
 * How the choice is made: "personal" by value and sensitivity; "learned" by what earlier offers came to; "same" gives
 * everybody the first choice.
 */
export type Policy = (typeof POLICIES)[number];

export interface OfferTerms {
  choices: readonly Choice[];
  /** In basis points: so much of what is at risk may an offer cost. */
  generosity: number;
  policy: Policy;
  /** What earlier offers came to, and the chance that is drawn with for a member: both for "learned". */
  tried: readonly Tried[];
  seedOf(memberId: MemberId): number;
}

/** An offer and everything that it was decided by. */
export interface ChosenOffer {
  memberId: MemberId;
  choice: Choice;
  because: Because;
}

export interface Because {
  policy: Policy;
  /** What they spend where they buy at all. */
  worth: number;
  risk: number;
  /** What would be lost: the one times the other. */
  atRisk: number;
  /** What the offer may cost by that. */
  size: number;
  sensitivity: Sensitivity;
}

/**
 * With less than this at risk an offer is as good as given away: more than nine of ten would have bought all the same, and
 * even if it moved every single one of the others, each would cost ten offers. Below it the chance is also no longer told
 * from certainty: in the groups of Online Retail what was told of leaving lay 0.05 to 0.08 above what came in 90 days.
 */
const LEAST_RISK = 0.1;

/** Whether they buy almost surely, offer or not. */
export function comesAnyway({ risk }: Pick<Prospect, "risk">): boolean {
  return finite(risk) < LEAST_RISK;
}

/**
 * What they spend where they buy at all: one order at least, and what is expected of them where that is more. Not what is
 * expected divided by the chance to buy: two models that are both a little off would make fortunes of members long gone.
 */
function worthOf({ expected, orderValue }: Pick<Prospect, "expected" | "orderValue">): number {
  return Math.max(0, finite(expected), finite(orderValue));
}

/**
 * The offer for a member, or none: one that costs no more than its part of what is at risk. Who comes anyway, however much
 * they spend, or has little to lose, is offered nothing, for that would be given away. "personal" takes the largest: for whoever waits for
 * lower prices a code, for others points, as far as there are both. The smallest and the largest choice are floor and
 * ceiling.
 */
export function chooseOffer(prospect: Prospect, terms: OfferTerms): ChosenOffer | null {
  const { memberId, sensitivity } = prospect;
  const risk = Math.min(1, Math.max(0, finite(prospect.risk)));
  const worth = worthOf(prospect);
  const atRisk = worth * risk;
  const size = Math.floor((atRisk * terms.generosity) / 10_000);
  const because = { policy: terms.policy, worth, risk, atRisk, size, sensitivity };
  const [first] = terms.choices;
  if (terms.policy === "same") return first === undefined ? null : { memberId, choice: first, because };
  if (comesAnyway({ risk })) return null;
  const affordable = terms.choices
    .filter(({ cost }) => cost <= size)
    .sort((one, other) => other.cost - one.cost);
  const choice =
    terms.policy === "learned" ? learned(prospect, affordable, terms) : fitting(sensitivity, affordable);
  return choice === null ? null : { memberId, choice, because };
}

function fitting(sensitivity: Sensitivity, affordable: readonly Choice[]): Choice | null {
  const kind = waitsForLowerPrices(sensitivity) ? "reward" : "points";
  return affordable.find((choice) => choice.kind === kind) ?? affordable[0] ?? null;
}

function learned(
  { memberId, orderValue }: Prospect,
  affordable: readonly Choice[],
  { tried, seedOf }: OfferTerms,
): Choice | null {
  return drawChoice(affordable, { tried, orderValue: finite(orderValue), seed: seedOf(memberId) });
}

/**
 * What an offer may change, before anybody knows: what is at risk, times the chance that they may still be moved. Whoever
 * comes anyway and whoever is lost for certain are both beyond it; it is largest where both are as likely.
 */
export function movable({ worth, risk }: Pick<Because, "worth" | "risk">): number {
  return worth * risk * (1 - risk);
}

/**
 * Whom a budget reaches: first where most can be moved for what the offer costs; under "same for all" nobody is more worth
 * than another, so the order given stands. Those whom chance leaves without (`isGiven`) stand among them, so that both
 * sides are alike, and cost nothing. It ends with the first offer that does not fit any more.
 */
export function withinBudget(
  offers: readonly ChosenOffer[],
  { budget, policy, isGiven }: { budget: number; policy: Policy; isGiven(memberId: MemberId): boolean },
): { reached: ChosenOffer[]; cost: number } {
  const gain = ({ because, choice }: ChosenOffer) => movable(because) / Math.max(1, choice.cost);
  const ordered =
    policy === "same"
      ? offers
      : [...offers].sort((a, b) => gain(b) - gain(a) || (a.memberId < b.memberId ? -1 : 1));
  const reached: ChosenOffer[] = [];
  let cost = 0;
  for (const offer of ordered) {
    const price = isGiven(offer.memberId) ? offer.choice.cost : 0;
    if (cost + price > budget) break;
    reached.push(offer);
    cost += price;
  }
  return { reached, cost };
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
