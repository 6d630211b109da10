import type { Days } from "../value/buyers.ts";
import { FEATURES } from "./leaving-features.ts";
import type { LeavingModel } from "./leaving-model.ts";
import type { SHOP_FEATURES } from "./shop-features.ts";
import { FACETS, meanAmount, sharesOfFacets, usualBuyer, type Facet } from "./usual-buyer.ts";

/** What the model goes by, as people would name it. */
export const REASONS = [...FACETS, "pace", "returns", "loyalty"] as const;
export type ReasonKind = (typeof REASONS)[number];

/** Something that moved the risk of leaving, with the facts to say it by. */
export interface Reason {
  kind: ReasonKind;
  /** Whether it makes leaving likelier than for the usual one of those who bought lately. */
  raises: boolean;
  /** By how much, in log odds. */
  by: number;
  /** Days since the last purchase. */
  silentDays: number;
  /** Days of purchase. */
  purchases: number;
  /** Days between two of them, in the mean; null for who bought so seldom that they have no pace. */
  usualGap: number | null;
  /** At a purchase, less what came back, in units of the currency. */
  spend: number;
}

type Share = Exclude<ReasonKind, "pace">;

const MEANS: Record<(typeof SHOP_FEATURES)[number], Exclude<Share, Facet>> = {
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

/** What moves the risk of customers most; what raises it comes first. */
export function reasonsOf(
  model: LeavingModel,
  days: readonly Days[],
  until: number,
): (place: number) => Reason[] {
  const shares = sharesOf(model, days, until);
  const factsAt = (place: number) => factsOf(days[place] ?? { day: [], amount: [] }, until);
  const usual = usualOf(placesOfLately(days, until).map(factsAt));
  return (place) => {
    const facts = factsAt(place);
    return [...shares(place)]
      .filter(([, adds]) => Math.abs(adds) >= LEAST)
      .flatMap(([share, adds]) => {
        const kind = kindOf(share, adds > 0, { facts, usual });
        return kind === null ? [] : { kind, raises: adds > 0, by: Math.abs(adds), ...facts };
      })
      .sort((a, b) => b.by - a.by)
      .slice(0, MOST_REASONS)
      .sort((a, b) => signed(b) - signed(a));
  };
}

function signed({ raises, by }: Reason): number {
  return raises ? by : -by;
}

/**
 * By which fact a share is told. How often somebody buys is a number and a pace: the one is named that points the way which
 * both take together. null for the few shares whose facts all point the other way, or have nothing to be held against:
 * nobody could read them rightly.
 */
function kindOf(
  share: Share,
  raises: boolean,
  { facts, usual }: { facts: Facts; usual: Usual },
): ReasonKind | null {
  if (share === "silence") {
    // Without a pace of their own to hold it against, "bought so long ago" says nobody why the risk should be low.
    if (facts.usualGap === null && !raises) return null;
    const isLong = facts.silentDays > (facts.usualGap ?? usual.gap);
    return raises === isLong ? share : null;
  }
  if (share === "spend") return raises === facts.spend < usual.spend ? share : null;
  if (share !== "frequency") return share;
  if (raises ? facts.purchases <= usual.purchases : facts.purchases >= usual.purchases) return share;
  const isSlow = facts.usualGap === null ? null : facts.usualGap > usual.gap;
  return isSlow === raises ? "pace" : null;
}

/** The middle of those who bought lately. */
interface Usual {
  purchases: number;
  gap: number;
  spend: number;
}

function usualOf(lately: readonly Facts[]): Usual {
  const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  return {
    purchases: middle(lately.map(({ purchases }) => purchases)),
    gap: middle(lately.flatMap(({ usualGap }) => usualGap ?? [])),
    spend: middle(lately.map(({ spend }) => spend)),
  };
}

/**
 * The log odds of leaving against those of the usual buyer, parted among what they are owed to: the shares add up to the
 * difference. What comes of days and amounts is parted by exchanging silence, frequency and spend between the two, so that
 * each share is what the model itself makes of the fact that it is named after, whichever features it is told by.
 */
export function sharesOf(
  { regression, features, featuresOf, more }: LeavingModel,
  days: readonly Days[],
  until: number,
): (place: number) => Map<Share, number> {
  const lately = placesOfLately(days, until);
  const usual = usualBuyer(
    lately.map((place) => days[place] ?? { day: [], amount: [] }),
    until,
  );
  const odds = (bought: Days) =>
    featuresOf(bought).reduce((sum, value, c) => sum + (regression.weights[c] ?? 0) * value, 0);
  const mean = more.length === 0 ? new Float64Array() : meanFeatures(lately.map(features));
  return (place) => {
    const own = days[place] ?? { day: [], amount: [] };
    const shares = new Map<Share, number>(sharesOfFacets(usual(own), odds));
    if (more.length === 0) return shares;
    const row = features(place);
    for (const [n, name] of (more as (keyof typeof MEANS)[]).entries()) {
      const c = FEATURES.length + n;
      const adds = (regression.weights[c] ?? 0) * ((row[c] ?? 0) - (mean[c] ?? 0));
      shares.set(MEANS[name], (shares.get(MEANS[name]) ?? 0) + adds);
    }
    return shares;
  };
}

function placesOfLately(days: readonly Days[], until: number): number[] {
  const everybody = Array.from(days.keys());
  const recent = everybody.filter((place) => until - (days[place]?.day.at(-1) ?? -Infinity) <= LATELY_DAYS);
  return recent.length > 0 ? recent : everybody;
}

function meanFeatures(rows: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows)
    row.forEach((value, c) => {
      mean[c] = (mean[c] ?? 0) + value / rows.length;
    });
  return mean;
}

type Facts = Omit<Reason, "kind" | "raises" | "by">;

/** Two purchases have one pause between them, out of which nobody can tell how often somebody buys. */
const FEWEST_FOR_A_PACE = 3;

function factsOf(bought: Days, until: number): Facts {
  const { day } = bought;
  const [first = until, last = until] = [day[0], day.at(-1)];
  return {
    silentDays: Math.max(0, until - last),
    purchases: day.length,
    usualGap: day.length < FEWEST_FOR_A_PACE ? null : (last - first) / (day.length - 1),
    spend: meanAmount(bought),
  };
}
