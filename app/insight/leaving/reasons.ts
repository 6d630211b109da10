import type { Days } from "../value/buyers.ts";
import { FEATURES } from "./leaving-features.ts";
import type { LeavingModel } from "./leaving-model.ts";
import type { SHOP_FEATURES } from "./shop-features.ts";

/** What the features of the model are to people. */
export const REASONS = ["silence", "frequency", "rhythm", "spend", "returns", "loyalty"] as const;
export type ReasonKind = (typeof REASONS)[number];

/** Something that moved the risk of leaving, with the facts to say it by. */
export interface Reason {
  kind: ReasonKind;
  /** Whether it makes leaving likelier than for the shop's average buyer. */
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
  "mean gap": "rhythm",
  "spread of gaps": "rhythm",
  spent: "spend",
  "spent a purchase": "spend",
  "spent recently": "spend",
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

/**
 * What moves the risk of customers most, against the shop's average buyer: what features of one meaning add to the log
 * odds, taken together, for single ones of them say the same thing twice and back.
 */
export function reasonsOf(
  { regression, features, more }: LeavingModel,
  days: readonly Days[],
  until: number,
): (place: number) => Reason[] {
  const names = [...FEATURES, ...more] as FeatureName[];
  const mean = new Float64Array(names.length);
  days.forEach((_, place) => {
    const row = features(place);
    for (let c = 0; c < mean.length; c++) mean[c] = (mean[c] ?? 0) + (row[c] ?? 0) / days.length;
  });
  return (place) => {
    const row = features(place);
    const by = new Map<ReasonKind, number>();
    names.forEach((name, c) => {
      const adds = (regression.weights[c] ?? 0) * ((row[c] ?? 0) - (mean[c] ?? 0));
      by.set(MEANS[name], (by.get(MEANS[name]) ?? 0) + adds);
    });
    const facts = factsOf(days[place] ?? { day: [], amount: [] }, until);
    return [...by]
      .filter(([, adds]) => Math.abs(adds) >= LEAST)
      .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
      .slice(0, MOST_REASONS)
      .map(([kind, adds]) => ({ kind, raises: adds > 0, by: Math.abs(adds), ...facts }));
  };
}

function factsOf({ day, amount }: Days, until: number): Omit<Reason, "kind" | "raises" | "by"> {
  const [first = until, last = until] = [day[0], day.at(-1)];
  const spent = amount.reduce((sum, each) => sum + Math.max(0, each), 0);
  return {
    silentDays: Math.max(0, until - last),
    purchases: day.length,
    usualGap: day.length > 1 ? (last - first) / (day.length - 1) : null,
    spend: spent / Math.max(1, day.length),
  };
}
