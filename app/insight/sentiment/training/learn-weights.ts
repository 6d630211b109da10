import { seededRandom } from "../../numeric/seeded-random.ts";
import type { FeatureBag } from "../feature-bag.ts";
import type { LearnedWeights } from "../linear-model.ts";
import { TONE_KEYS } from "../tone.ts";
import { separate, type Row } from "./separate.ts";

/** A text whose sentiment is known. */
export interface Example {
  features: FeatureBag;
  isPositive: boolean;
  /** How much it counts beside others, 1 for as much as they do. */
  weight: number;
}

export interface Recipe {
  /** What an example that is taken for the wrong one costs, beside large weights: more fits closer, and too close. */
  cost: number;
  /** A feature of fewer texts is passed over. */
  fewest: number;
  /** How far features count by how much more often they come with one sentiment: 1 wholly, 0 not. */
  byRatio: number;
}

const LARGEST_RATIO = 2.5;
const SEED = 20_261_122;

/**
 * A linear model over features that are first weighed by the ratio of how often they come in positive and in negative
 * texts (Wang and Manning, "Baselines and Bigrams", ACL 2012, with a support vector machine of squared loss).
 */
export function learnWeights(examples: readonly Example[], recipe: Recipe): LearnedWeights {
  const { places, ratios } = weighFeatures(examples, recipe);
  const rows = examples.map(({ features, isPositive, weight }): Row => {
    const kept = [...features.entries()].flatMap(([key, value]) => {
      const place = places.get(key);
      return place === undefined ? [] : [[place, value * (ratios[place] ?? 0)] as const];
    });
    return {
      places: Int32Array.from(kept, ([place]) => place),
      values: Float64Array.from(kept, ([, value]) => value),
      sign: isPositive ? 1 : -1,
      cost: recipe.cost * weight,
    };
  });
  const { weights, intercept } = separate(rows, places.size, seededRandom(SEED));
  return {
    weights: new Map(
      Array.from(places, ([key, place]) => [key, (weights[place] ?? 0) * (ratios[place] ?? 0)]),
    ),
    intercept,
  };
}

function weighFeatures(examples: readonly Example[], { fewest, byRatio }: Recipe) {
  const counts = new Map<number, { texts: number; positive: number; negative: number }>();
  let [positive, negative] = [0, 0];
  for (const { features, isPositive, weight } of examples) {
    const counted = Math.min(1, weight);
    if (isPositive) positive += counted;
    else negative += counted;
    for (const [key] of features.entries()) {
      const count = counts.get(key) ?? { texts: 0, positive: 0, negative: 0 };
      count.texts++;
      count[isPositive ? "positive" : "negative"] += counted;
      counts.set(key, count);
    }
  }
  const places = new Map<number, number>();
  const ratios: number[] = [];
  for (const [key, count] of counts) {
    if (count.texts < fewest) continue;
    places.set(key, ratios.length);
    const [up, down] = [(count.positive + 1) / (positive + 1), (count.negative + 1) / (negative + 1)];
    const ratio = Math.min(LARGEST_RATIO, Math.abs(Math.log(up / down)));
    ratios.push(TONE_KEYS.has(key) ? 1 : 1 - byRatio + byRatio * ratio);
  }
  return { places, ratios };
}
