/**
 * What the storefront knows of loyalty: two JSON documents that the app writes as metafields and the theme blocks
 * print, with no request to the app. This is the one file of `app/` that extensions may know; it imports nothing.
 *
 * Liquid has whole numbers only, so whatever the blocks calculate with is given as whole numbers over a common scale.
 * A reader that meets another `v` than its own prints nothing of the document.
 */

/** A whole number: a JSON number up to 2^53 − 1, a decimal string beyond. */
export type Whole = number | string;

/** An amount of the shop's currency with that currency's decimals: "120.00", "1200", "1.250". */
export type Amount = string;

/** ISO 8601 with Z: "2026-02-01T10:00:00Z". */
export type IsoInstant = string;

/** Seconds since 1970, to be compared with Liquid's `'now' | date: '%s'`. */
export type Seconds = number;

// ---------------------------------------------------------------- the member

/**
 * The customer metafield `app.summary`: one member's points. Below `SUMMARY_MAX_BYTES`, and never a name, an e-mail
 * or an address: a theme, and so any script on the page, can read it.
 */
export interface LoyaltySummary {
  v: 2;
  /** Available points: what can be redeemed now. */
  balance: Whole;
  pending: {
    points: Whole;
    /** The next vestings, earliest first, at most `MAX_VESTINGS`; they add up to `points` unless there are more. */
    next: { points: Whole; at: IsoInstant }[];
  };
  /** Set aside for a reward whose code is not used yet. */
  held: Whole;
  /** What later points pay off first: points spent before the order that earned them was refunded. */
  owed: Whole;
  /** The level held, to be looked up in `ProgrammeSummary.tiers`; null where the programme has no levels. */
  tier: { id: string; name: string } | null;
  /** On the way through the levels; null where the programme has none. */
  progress: TierProgress | null;
  /**
   * What ends next, earliest first, at most `MAX_EXPIRING` dates. `at` is the last second at which the points are there,
   * so its date is the day that shoppers count on and not the one that begins with the midnight at which they go. Where the member has to be told first and was not yet,
   * the date is the earliest possible; what nobody was told of in time has no date, and is not in here until they are.
   */
  expiring: { points: Whole; at: IsoInstant }[];
  /** Whether the shop knows the member's birthday; null where it gives nothing for one. */
  birthday: "given" | "missing" | null;
  /** The member has left the programme, or is shut out of it. */
  out: boolean;
  /** Shut out by the shop: they can not come back by themselves, and redeem nothing. Left out where they are not. */
  blocked?: true;
  /** Rewards under way or just had, newest first, at most `MAX_REDEMPTIONS`. */
  redemptions: RedemptionSummary[];
  /** Made to this member alone, and really over at a time. Left out where none runs; of several, the one that ends first. */
  offer?: RunningOffer;
  /** Newest first, at most `MAX_HISTORY`. */
  history: HistoryEntry[];
  /** Whether the member has entries older than those in `history`. */
  older: boolean;
  updatedAt: IsoInstant;
}

export interface TierProgress {
  /** What counts now: "212.40" of the currency where `ProgrammeSummary.basis` is "spend", else whole points or orders. */
  value: string;
  /**
   * 0 to 100, whole, rounded down: from the level held towards the next; 100 at the top. 0 also for who holds a level
   * that what counts now does not reach.
   */
  percent: number;
  /** The next level above the one held, and what is missing, in the unit of `value`; null at the top. */
  next: { id: string; missing: string } | null;
  /**
   * When the level held will be lost if nothing happens until then, and what must count before that to keep it, in the
   * unit of `value`, never 0; null where time alone cannot take it away. `missing` is null where nothing before then can
   * keep it: a calendar year that ends without a guarantee lets everybody start anew.
   */
  keep: { until: IsoInstant; missing: string | null } | null;
}

/**
 * What happened. `earn` is a gain of an order; `refund`, `cancel` and `edit` are losses of one, `edit` also where the
 * cause is not known. `owe` is the part of a loss that was not there to take, `drop` the part that was forgiven.
 * `import` is what was brought along from another programme.
 * `redeem` holds points, `take` uses them up with an order, `release` gives held points back, `return` taken ones.
 */
export type EntryKind =
  | "earn"
  | "refund"
  | "cancel"
  | "edit"
  | "vest"
  | "signup"
  | "birthday"
  | "activity"
  | "adjust"
  | "import"
  | "expire"
  | "redeem"
  | "take"
  | "release"
  | "return"
  | "owe"
  | "drop"
  | "merge";

export interface HistoryEntry {
  at: IsoInstant;
  kind: EntryKind;
  /** With its sign: what the shopper gained or lost. `vest` and `take` move points the shopper had already. */
  points: Whole;
  /** What people call the order: "#1001". */
  order: string | null;
  /** While the points of this entry wait: when they become available. */
  availableAt: IsoInstant | null;
  /** Words of the shop about it (the reason of an adjustment, the name of an activity or a reward), as written. */
  note: string | null;
  /** The arithmetic, where there is one. */
  reason: Reason | null;
}

/**
 * Why an order earned what it earned, as data: the page says it in its own language. `sum` is the order's whole
 * entitlement; the entry's points are `sum − before`, less what a claw-back left owed or dropped.
 */
export interface Reason {
  /** Lines of the order that share rate and factors, added up; at most `MAX_TERMS`, the rest counted in `moreTerms`. */
  terms: Term[];
  moreTerms: number;
  /** All terms together, rounded down once. */
  rate: Whole;
  /** Whether that rounding took anything. */
  rounded: boolean;
  bonuses: { rule: string; points: Whole }[];
  sum: Whole;
  /** What was posted for the order before this entry: 0 for the first. */
  before: Whole;
}

/** Prints as "120.00 x 1 point x 1.25 (silver)", or "120.00 / 10.00 x 1 point" where `per` is not 1. */
export interface Term {
  value: Amount;
  /** Points for each `per`, a decimal string. */
  points: string;
  per: Amount;
  /** The factors other than 1, as decimal strings: those of rules first, that of `tier` last. */
  times: string[];
  /** The name of the level whose factor stands last in `times`; null where none multiplied. */
  tier: string | null;
}

/**
 * How far a reward is. `making`: points are set aside and the store is being asked; `ready`: the code can be used;
 * `waiting`: somebody of the shop has to hand it over; `granted`: had, within the last 30 days.
 */
export type RewardState = "making" | "ready" | "waiting" | "granted";

export interface RedemptionSummary {
  /** For cancelling it. */
  id: string;
  /** The reward's id in the programme it was redeemed under. */
  reward: string;
  kind: RewardKind;
  points: Whole;
  /** What it is worth: "5.00" of the currency, or per cent; null for kinds without an amount. */
  value: string | null;
  state: RewardState;
  /**
   * To be written at the checkout, once `ready`. A code that is money to whoever has it (a gift card's) is never in
   * here: the app shows it to the signed-in member alone.
   */
  code: string | null;
  heldAt: IsoInstant;
  /** When the code ends; null where nothing does. */
  endsAt: IsoInstant | null;
}

/** A reward without points whose code the store takes until an instant, and never again: nothing starts it anew. */
export interface RunningOffer {
  /** The reward's id in the programme. */
  reward: string;
  kind: RewardKind;
  /** What it is worth: "5.00" of the currency, or per cent; null for kinds without an amount. */
  value: string | null;
  /** To be written at the checkout. */
  code: string;
  /** What a basket must be worth for it; null for any. */
  minimum: Amount | null;
  /** Why it was made, in the shop's words; at most `MAX_OFFER_TEXT` characters. */
  reason: string;
  /** When it ends: to be compared with the clock, and the same to be shown. */
  to: Seconds;
  endsAt: IsoInstant;
}

export const SUMMARY_MAX_BYTES = 10_000;
export const MAX_HISTORY = 12;
export const MAX_REDEMPTIONS = 5;
export const MAX_VESTINGS = 3;
export const MAX_EXPIRING = 3;
export const MAX_TERMS = 3;
export const MAX_BONUSES = 3;
/** Characters of a name or note that is somebody's free text. */
export const MAX_TEXT = 60;
/** Characters of what a shop says of an offer: it may say as much. */
export const MAX_OFFER_TEXT = 120;

// ---------------------------------------------------------------- the programme

/**
 * The shop metafield `app.programme`: what everybody may see, guests included. Enough to say what a product or a cart
 * earns: "about", since the one rounding is on the whole order and tax and discounts are settled at checkout.
 *
 *     points = floor( sum over lines of price x rate.weight x multiplier.weight x tier.weight
 *                     ÷ (rateScale x multiplierScale x tierScale) )
 *
 * `price` is Liquid's: hundredths of the currency's unit, whatever the currency (¥1,200 is 120000).
 */
export interface ProgrammeSummary {
  v: 2;
  /** The version of the programme this was made of. */
  version: number;
  /** Nothing is earned for now; balances stay. */
  paused: boolean;
  currency: string;
  decimals: number;
  /** Earned points become available after this many times 24 hours. */
  pendingDays: number;
  exclude: Criteria & { giftCards: boolean };
  /** A line takes the last one that fits. */
  rates: RateSummary[];
  rateScale: Whole;
  /** `best`: a line takes the largest that fits; `stack`: all of them, one after another. */
  combine: "best" | "stack";
  multipliers: MultiplierSummary[];
  multiplierScale: Whole;
  /** Rising; a new member starts at the first. Empty where the programme has no levels. */
  tiers: { id: string; name: string; at: string; times: string; weight: Whole }[];
  tierScale: Whole;
  /** What levels are reached by; null where the programme has none. */
  basis: "spend" | "points" | "orders" | null;
  /** What of it counts; null where the programme has no levels. */
  window: { kind: "rolling"; months: number } | { kind: "calendar-year" } | { kind: "lifetime" } | null;
  /** `lots`: each gain ends so many months after it became available; `inactivity`: all, after the last gain. */
  expiry: { kind: "none" } | { kind: "lots" | "inactivity"; months: number };
  /** Nothing ends of which the member was not told in time. */
  noticeRequired: boolean;
  /** Given once for an order, untouched by multipliers. */
  orderBonuses: BonusSummary[];
  firstOrderBonuses: BonusSummary[];
  signupBonuses: BonusSummary[];
  birthdayBonuses: BonusSummary[];
  activities: ActivitySummary[];
  /** The merchant's own names by locale ("de", "zh-CN"); a locale or a name that is left out has none. */
  texts: Record<string, NameTexts>;
  /** In the order of the document, at most `MAX_REWARDS`. */
  rewards: RewardSummary[];
  /** In the order of the document. */
  perks: PerkSummary[];
}

/** Values of which any one fits; keys that are left out ask for nothing. Ids are decimal strings. */
export interface Criteria {
  productTags?: string[];
  productIds?: string[];
  variantIds?: string[];
  vendors?: string[];
  productTypes?: string[];
  /** Handles. */
  collections?: string[];
}

/** From inclusive, to exclusive; null where open. */
export interface Window {
  from: Seconds | null;
  to: Seconds | null;
}

export interface RateSummary extends Window {
  id: string;
  points: string;
  per: Amount;
  /** ÷ `rateScale` = points for a hundredth of the currency's unit. */
  weight: Whole;
  /** All keys must fit; null fits everything. */
  match: Criteria | null;
}

export interface MultiplierSummary extends Window {
  id: string;
  times: string;
  /** ÷ `multiplierScale` = `times`. */
  weight: Whole;
  match: Criteria | null;
}

export interface BonusSummary extends Window {
  id: string;
  points: Whole;
  minimum: Amount | null;
  /** `minimum` in hundredths of the unit, rounded up; 0 where there is none. */
  minimumCents: Whole;
  match: Criteria | null;
}

/** Points for something that is not an order: a review, a quiz. */
export interface ActivitySummary extends Window {
  id: string;
  /** "review". */
  activity: string;
  points: Whole;
  limit: { times: number; per: "day" | "month" | "year" | "lifetime" } | null;
}

export interface NameTexts {
  /** What one, two, many points are called, by the plural categories of `Intl.PluralRules`. */
  points?: Partial<Record<PluralCategory, string>> & { other: string };
  /** By id. */
  tiers?: Record<string, string>;
  rewards?: Record<string, string>;
  activities?: Record<string, string>;
  /** Of rules that stand on no activity: what multiplied, and what a bonus was for. */
  rules?: Record<string, string>;
}

export type PluralCategory = "zero" | "one" | "two" | "few" | "many" | "other";

export type RewardKind =
  | "amount"
  | "percent"
  | "free-shipping"
  | "free-product"
  | "gift-with-purchase"
  | "store-credit"
  | "gift-card"
  | "exclusive"
  | "donation"
  | "custom";

export const MAX_REWARDS = 40;
/** Shopify takes no JSON metafield above 128 kB. What gives way first: `programme-size.ts`. */
export const PROGRAMME_MAX_BYTES = 120_000;

/** What points are good for. Whether a member may have it just now (limits, stock) only the app can say. */
export interface RewardSummary extends Window {
  id: string;
  kind: RewardKind;
  /** Points for one; null where there is only a sliding cost. */
  cost: Whole | null;
  /** What `cost` buys: "5.00" of the currency, or per cent; null for kinds without an amount, or without `cost`. */
  value: string | null;
  /** A sliding cost: points for each 1.00 of the currency, or each per cent; null where there is none. */
  costPer: Whole | null;
  /** How many of those may be had at once; null for no end. */
  mostUnits: Whole | null;
  /** What a basket must be worth for the code. */
  minimum: Amount | null;
  /** `minimum` in hundredths of the unit, rounded up; 0 where there is none. */
  minimumCents: Whole;
  /** How many times 24 hours the code can be used; null for kinds without a code. */
  codeDays: number | null;
  /** The product given, as the programme names it. */
  product: string | null;
  /** The handle of that product, for its picture or model; null where there is none or it is not known. */
  handle: string | null;
  /** Ids of the levels that may have it; null for everybody. */
  tiers: string[] | null;
  /** How often one member may have it; null for no limit. */
  perMember: number | null;
}

interface PerkTerms extends Window {
  id: string;
  /** Ids of levels. Whoever holds one of them has the perk, and whoever carries one of the tags. */
  tiers: string[];
  customerTags: string[];
  /** Without `variantIds`. All keys must fit; null fits everything. */
  match: Criteria | null;
}

/**
 * What some members have for nothing. `member-price`: per cent off what fits, the largest of those that fit a line;
 * `gift`: one of a product, where what else is in the cart is worth the minimum; `exclusive`: nobody else may buy what
 * fits; `early-access`: the same until `publicAt`, and before `from` nobody may (`to` is null).
 */
export type PerkSummary =
  | (PerkTerms & { kind: "member-price"; percent: string })
  | (PerkTerms & { kind: "gift"; product: string; minimum: Amount | null; minimumCents: Whole })
  | (PerkTerms & { kind: "exclusive" })
  | (PerkTerms & { kind: "early-access"; publicAt: Seconds });

/**
 * The metafield `$app:perks` of our discount and of our validation: what their functions are told, which have neither a
 * clock nor a network. Of a larger one than `SUMMARY_MAX_BYTES` the store would tell them nothing.
 */
export interface PerkConfiguration {
  v: 1;
  /** When this was written. */
  at: Seconds;
  /** The first instant after that at which a perk begins or ends: the store says whether it has come. null for none. */
  next: Seconds | null;
  /** Collections and the products of gifts by the store's ids ("gid://shopify/Collection/1"), not by name. */
  perks: PerkSummary[];
  /** What people call the levels that perks name, by id and locale; "" is the name for all other locales. */
  tiers: Record<string, Record<string, string>>;
}
