import type { FindProduct } from "./events.ts";
import type { Fraction } from "./fraction.ts";
import type { Order } from "./order.ts";
import type { Points } from "./points.ts";
import type { ActivityRule, Programme } from "./programme.ts";
import type { Instant } from "./time.ts";
import type { EarningExplanation, SignupExplanation } from "./explain-earning.ts";

export interface EarningTerms {
  programme: Programme;
  /** The level the order has fixed; null without tiers. Only named in the explanation. */
  tierId: string | null;
  tierMultiplier: Fraction;
  product: FindProduct;
}

export interface Evaluation {
  /** Order value in minor units. */
  value: Fraction;
  ratePoints: Points;
  bonusPoints: Points;
  /** On top, if this is the member's first counting order. */
  firstOrderPoints: Points;
  explanation: EarningExplanation;
}

/** Section 4 of the rules: what an order earns under one version, whether or not it counts. */
export declare function evaluateOrder(order: Order, terms: EarningTerms): Evaluation;

/** 1 where the version has no level of this id. */
export declare function tierMultiplier(programme: Programme, levelId: string | null): Fraction;

export declare function signupPoints(programme: Programme, at: Instant): { points: Points; explanation: SignupExplanation };

/** The rules that reward this activity at this instant; whether their limits leave room is the caller's to count. */
export declare function activityRules(programme: Programme, activity: string, at: Instant): ActivityRule[];
