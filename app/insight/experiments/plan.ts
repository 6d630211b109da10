import type { Because, Choice, Policy } from "../offers/choose-offer.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Arm } from "./assign.ts";

/** What is tried: everybody's programme and prices are the same in all arms, always. */
export type ExperimentKind = "control-group" | "points" | "reward" | "recommendations" | "offers";

/** What whoever is in an arm gets; points are a decimal string. */
export type Gives =
  | { kind: "nothing" }
  /** All that is made for one person: recommendations, offers and messages. */
  | { kind: "everything-personal" }
  | { kind: "points"; points: string }
  | { kind: "reward"; rewardId: string }
  | { kind: "recommendations" }
  /** To each member their own: see `Offer`. */
  | { kind: "offer" };

/** What one member is offered, and by what it was decided. Money in minor units. */
export interface Offer {
  choiceId: string;
  gives: Extract<Gives, { kind: "points" | "reward" }>;
  cost: number;
  because: Because;
}

/** What offers were drawn up by. */
export interface OfferPlan {
  policy: Policy;
  /** In minor units; what is given never costs more. */
  budget: number;
  /** In basis points of what is at risk. */
  generosity: number;
  choices: (Choice & { gives: Offer["gives"] })[];
  /** So many days the predictions look ahead; null where none were asked. */
  horizonDays: number | null;
  /** When the codes end, whatever the rewards say; without it each code lasts as its reward says. */
  endsAt?: Instant;
}

export interface PlannedArm extends Arm {
  gives: Gives;
}

/** What is compared, of each member in the days after they were reached. */
export const MEASURES = ["bought", "orders", "revenue", "margin"] as const;
export type MeasureName = (typeof MEASURES)[number];

export type Audience = { kind: "everybody" } | { kind: "segment"; id: string; name: string };

export interface ExperimentPlan {
  audience: Audience;
  /** How many of the audience take part, in basis points. */
  share: number;
  /** The first gets nothing: the others are held against it. */
  arms: PlannedArm[];
  measure: MeasureName;
  /** So many days after a member was reached count. */
  windowDays: number;
  /** Members are reached over so many days, 1 for all at once; later ones have no part in it. */
  spreadDays: number;
  /** The smallest lift worth knowing of, in basis points of what the first arm does. */
  smallest: number;
  /** What of net revenue is left when goods are paid, in basis points; null where nobody said. */
  goodsMargin: number | null;
  /** What members read beside a gift; empty where nothing is given. */
  reason: string;
  /** Members that are needed to find the smallest lift, as it was worked out; null where the shop's past did not tell. */
  needed: number | null;
  /** No more than so many are given something, as it was shown when it began; without it whoever is drawn is. */
  mostGiven?: number;
  /** Of personal offers only. */
  offers?: OfferPlan;
}
