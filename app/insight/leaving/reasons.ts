import type { Days } from "../value/buyers.ts";
import { FEATURES } from "./leaving-features.ts";
import type { LeavingModel } from "./leaving-model.ts";
import type { SHOP_FEATURES } from "./shop-features.ts";

/** What the features of the model are to people. */
export const REASONS = ["silence", "frequency", "spend", "returns", "loyalty"] as const;
export type ReasonKind = (typeof REASONS)[number];

/** Something that moved the risk of leaving, with the facts to say it by. */
export interface Reason {
  kind: ReasonKind;
  /** Whether it makes leaving likelier than for the average of those who bought lately. */
  raises: boolean;
  /** By how much, in log odds. */
  by: number;
  /** Days since the last purchase. */
  silentDays: number;
  /** Days of purchase. */
  purchases: number;
  /** Days between two of them, in the mean; null for who bought once. */
  usualGap: number | null;
  /** At a purchase, in units of the currency. */
  spend: number;
}

type FeatureName = (typeof FEATURES)[number] | (typeof SHOP_FEATURES)[number];

const MEANS: Record<FeatureName, ReasonKind> = {
  model: "silence",
  "days since the last": "silence",
  "gaps that have passed": "silence",
  purchases: "frequency",
  "bought again": "frequency",
  lately: "silence",
  recently: "silence",
  formerly: "frequency",
  "mean gap": "silence",
  "spread of gaps": "silence",
  spent: "spend",
  "spent a purchase": "spend",
  "spent recently": "silence",
  "spent at the last": "spend",
  "spent at most": "spend",
  "share sent back": "returns",
  "times sent back": "returns",
  "sent back lately": "returns",
  "rewards chosen": "loyalty",
  "reward chosen lately": "loyalty",
  level: "loyalty",
  "days known": "loyalty",
};

const MOST_REASONS = 3;
/** Less than this moves a chance by hardly a point in a hundred. */
const LEAST = 0.05;

/** Whoever bought within as many days has bought lately: against those who left long ago nobody is at risk. */
const LATELY_DAYS = 180;

/**
 * What moves the risk of customers most, against the average of those who bought lately: what features of one meaning add
 * to the log odds, taken together, for single ones of them say the same thing twice and back. What raises it comes first.
 * What only takes back a part of another feature's share, and so reads the wrong way round, is left out: see `isSense`.
 */
export function reasonsOf(
  { regression, features, more }: LeavingModel,
  days: readonly Days[],
  until: number,
): (place: number) => Reason[] {
  const names = [...FEATURES, ...more] as FeatureName[];
  const mean = new Float64Array(names.length);
  const everybody = Array.from(days.keys());
  const recent = everybody.filter((place) => isLately(days[place]?.day.at(-1), until));
  const lately = recent.length > 0 ? recent : everybody;
  for (const place of lately) {
    const row = features(place);
    for (let c = 0; c < mean.length; c++) mean[c] = (mean[c] ?? 0) + (row[c] ?? 0) / lately.length;
  }
  const factsAt = (place: number) => factsOf(days[place] ?? { day: [], amount: [] }, until);
  const usual = meanOf(lately.map(factsAt));
  return (place) => {
    const row = features(place);
    const by = new Map<ReasonKind, number>();
    names.forEach((name, c) => {
      const adds = (regression.weights[c] ?? 0) * ((row[c] ?? 0) - (mean[c] ?? 0));
      by.set(MEANS[name], (by.get(MEANS[name]) ?? 0) + adds);
    });
    const facts = factsAt(place);
    return [...by]
      .filter(([kind, adds]) => Math.abs(adds) >= LEAST && isSense(kind, adds > 0, { facts, usual }))
      .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
      .slice(0, MOST_REASONS)
      .sort(([, a], [, b]) => b - a)
      .map(([kind, adds]) => ({ kind, raises: adds > 0, by: Math.abs(adds), ...facts }));
  };
}

/**
 * Whether a reason reads the right way round: who ordered on more days than others is not likelier to leave for it, who
 * spends less is not likelier to stay, and who is silent for longer than others and than they themselves use to be is
 * not likelier to stay.
 */
function isSense(
  kind: ReasonKind,
  raises: boolean,
  { facts, usual }: { facts: Facts; usual: Usual },
): boolean {
  if (kind === "frequency") return raises === facts.purchases < usual.purchases;
  if (kind === "spend") return raises === facts.spend < usual.spend;
  if (kind !== "silence") return true;
  const [least, most] = [usual.silentDays, facts.usualGap ?? usual.silentDays].sort((a, b) => a - b);
  return raises ? facts.silentDays >= (least ?? 0) : facts.silentDays <= (most ?? 0);
}

/** Of those who bought lately, in the mean. */
type Usual = Pick<Facts, "silentDays" | "purchases" | "spend">;

function meanOf(all: readonly Facts[]): Usual {
  const mean = (of: (facts: Facts) => number) =>
    all.reduce((sum, facts) => sum + of(facts), 0) / Math.max(1, all.length);
  return {
    silentDays: mean((facts) => facts.silentDays),
    purchases: mean((facts) => facts.purchases),
    spend: mean((facts) => facts.spend),
  };
}

function isLately(last: number | undefined, until: number): boolean {
  return last !== undefined && until - last <= LATELY_DAYS;
}

type Facts = Omit<Reason, "kind" | "raises" | "by">;

function factsOf({ day, amount }: Days, until: number): Facts {
  const [first = until, last = until] = [day[0], day.at(-1)];
  const spent = amount.reduce((sum, each) => sum + Math.max(0, each), 0);
  return {
    silentDays: Math.max(0, until - last),
    purchases: day.length,
    usualGap: day.length > 1 ? (last - first) / (day.length - 1) : null,
    spend: spent / Math.max(1, day.length),
  };
}
