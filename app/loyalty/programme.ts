import type { Fraction } from "./fraction.ts";
import type { Money } from "./money.ts";
import type { Perk } from "./perk.ts";
import type { Points } from "./points.ts";
import type { Texts } from "./programme-names.ts";
import type { Instant } from "./time.ts";

export { checkProgramme } from "./check-programme.ts";
export type { ProgrammeCheck } from "./check-programme.ts";
export type { Fault } from "./programme-faults.ts";
export { parseProgrammeText } from "./programme-text.ts";

/**
 * Everything a merchant configures, read once and exact from then on: no text is left that still had to be
 * understood, and what the document leaves out holds its default.
 */
export interface Programme {
  readonly name: string;
  /** ISO 4217; every `Money` in here is in its minor units. */
  readonly currency: string;
  /** IANA zone whose days, months and years count. */
  readonly timezone: string;
  /** null where the document leaves it to the moment of saving. */
  readonly effectiveFrom: Instant | null;
  readonly state: ProgrammeState;
  readonly points: PointsTerms;
  readonly earning: Earning;
  /** null where the document has no tiers: then everybody's tier is null. */
  readonly tiers: Tiers | null;
  readonly rewards: readonly Reward[];
  /** What some members have besides, without points. */
  readonly perks: readonly Perk[];
  /** By locale; what has no name here is called by its id. */
  readonly texts: Texts;
  /** The document as it was written, to be stored and exported unchanged. */
  readonly document: Readonly<Record<string, unknown>>;
}

/**
 * Whether anything can be earned and redeemed: "paused" for a while, "archived" for good. What members have stays in all
 * three. See docs/decisions/.
 */
export type ProgrammeState = "running" | "paused" | "archived";

export interface PointsTerms {
  /** Times 24 h after the order's `processedAt`; 0 is at once. */
  readonly pendingDays: number;
  readonly expiry: Expiry;
  readonly notice: { readonly days: readonly number[]; readonly required: boolean };
  readonly debt: Debt;
}

export type Debt = "owe" | "forgive";

export type Expiry =
  | { readonly kind: "none" }
  | { readonly kind: "lots"; readonly months: number }
  | { readonly kind: "inactivity"; readonly months: number };

/** From inclusive, to exclusive; null is open. */
export interface Window {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** Keys that name lines of an order. An empty list says nothing. */
export interface LineKeys {
  readonly productTags: readonly string[];
  readonly productIds: readonly string[];
  readonly variantIds: readonly string[];
  readonly vendors: readonly string[];
  readonly productTypes: readonly string[];
  readonly collections: readonly string[];
}

export interface Earning {
  /** Of several multipliers that fit a line: the largest, or their product. */
  readonly combine: "best" | "stack";
  /** One key that fits is enough to make a line worth nothing. */
  readonly exclude: LineKeys & { readonly giftCards: boolean };
  readonly rules: readonly EarningRule[];
}

interface RuleTerms {
  readonly id: string;
  readonly window: Window;
}

/** On lines: all keys that say something must fit; null fits every line. */
interface LineMatch {
  readonly match: LineKeys | null;
}

export interface RateRule extends RuleTerms, LineMatch {
  readonly kind: "rate";
  readonly points: Fraction;
  /** Above 0. */
  readonly per: Money;
}

export interface MultiplyRule extends RuleTerms, LineMatch {
  readonly kind: "multiply";
  readonly times: Fraction;
}

/** "order-bonus": once for every order that fits; "first-order": only for the member's first counting one. */
export interface BonusRule extends RuleTerms, LineMatch {
  readonly kind: "order-bonus" | "first-order";
  readonly bonus: Points;
  /** 0 where the document names none. */
  readonly minimum: Money;
}

export interface SignupRule extends RuleTerms {
  readonly kind: "signup";
  readonly bonus: Points;
}

export interface BirthdayRule extends RuleTerms {
  readonly kind: "birthday";
  readonly bonus: Points;
}

export interface ActivityRule extends RuleTerms {
  readonly kind: "activity";
  /** "review" for `on: "activity:review"`. */
  readonly activity: string;
  readonly bonus: Points;
  readonly limit: ActivityLimit | null;
}

/** Counts for each rule and member. */
export interface ActivityLimit {
  readonly times: number;
  readonly per: LimitPeriod;
}

export type LimitPeriod = "day" | "month" | "year" | "lifetime";

export type EarningRule = RateRule | MultiplyRule | BonusRule | SignupRule | BirthdayRule | ActivityRule;

export interface Tiers {
  readonly basis: "spend" | "points" | "orders";
  readonly window: TierWindow;
  /** Times 24 h. */
  readonly guaranteeDays: number;
  /** Rising; the first stands at 0. Never empty. */
  readonly levels: readonly Level[];
}

export type TierWindow =
  | { readonly kind: "rolling"; readonly months: number }
  | { readonly kind: "calendar-year" }
  | { readonly kind: "lifetime" };

export interface Level {
  readonly id: string;
  /** Minor units, points or orders, as `basis` says. */
  readonly at: bigint;
  readonly multiplier: Fraction;
}

export interface Combinations {
  readonly order: boolean;
  readonly product: boolean;
  readonly shipping: boolean;
}

interface RewardTerms {
  readonly id: string;
  /** Points; null only where `costPer` stands alone. */
  readonly cost: Points | null;
  /** Points for each whole unit of the value (1.00 of the currency, 1 per cent): a sliding cost. */
  readonly costPer: Points | null;
  /** Times 24 h after the hold. */
  readonly codeDays: number;
  /** What a basket must be worth; 0 where the document names none. */
  readonly minimum: Money;
  /** How often one member may have it; null is no limit. */
  readonly perMember: number | null;
  /** How often everybody together may have it; null is no limit. */
  readonly total: number | null;
  /** How many there are; null is no limit. */
  readonly stock: number | null;
  readonly window: Window;
  /** Levels that may have it; null is everybody. */
  readonly tiers: readonly string[] | null;
  /** Which other discounts its code may be used together with. */
  readonly combinesWith: Combinations;
}

/** `value` is null only for a sliding cost without an upper end. */
export type Reward = RewardTerms &
  (
    | { readonly kind: "amount" | "store-credit" | "gift-card"; readonly value: Money | null }
    | { readonly kind: "percent"; readonly value: Fraction | null }
    | { readonly kind: "free-shipping" }
    | { readonly kind: "free-product" | "gift-with-purchase"; readonly product: string }
    | { readonly kind: "exclusive"; readonly grants: string }
    | { readonly kind: "donation"; readonly cause: string }
    | { readonly kind: "custom"; readonly instructions: string }
  );

export type RewardKind = Reward["kind"];
