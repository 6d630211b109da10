import { chanceOf, fitLogistic, type Table } from "../numeric/logistic-regression.ts";

/** What was known of the customer at a place at the end of a past day, and whether they bought nothing after it. */
export interface Example {
  place: number;
  features: Float64Array;
  left: boolean;
}

const FOLDS = 4;
/** As many tell whether something helps. */
const ENOUGH_EXAMPLES = 12_000;
/** By so much of itself what is unexplained must lessen: below it, more features are more to be wrong about. */
const LEAST_GAIN = 0.001;

/** All features of the examples but the last few. */
export function tableOf(examples: readonly Example[], without: number): Table {
  const columns = Math.max(0, (examples[0]?.features.length ?? 0) - without);
  const values = new Float64Array(examples.length * columns);
  examples.forEach(({ features }, row) => values.set(features.subarray(0, columns), row * columns));
  return { values, columns };
}

/** Whether the last `many` features explain more of customers that a model was not learned of. */
export function helps(examples: readonly Example[], many: number, ridge: number): boolean {
  const step = Math.max(1, Math.ceil(examples.length / ENOUGH_EXAMPLES));
  const some = examples.filter((_, row) => row % step === 0);
  return unexplained(some, 0, ridge) < unexplained(some, many, ridge) * (1 - LEAST_GAIN);
}

/** Minus the log-likelihood of what others did, by models learned without them; a customer is never on both sides. */
function unexplained(examples: readonly Example[], without: number, ridge: number): number {
  let sum = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const learned = examples.filter(({ place }) => place % FOLDS !== fold);
    const asked = examples.filter(({ place }) => place % FOLDS === fold);
    if (learned.length === 0) continue;
    const table = tableOf(learned, without);
    const model = fitLogistic(
      table,
      Uint8Array.from(learned, ({ left }) => (left ? 1 : 0)),
      ridge,
    );
    for (const { features, left } of asked) {
      const chance = chanceOf(model, features);
      sum -= Math.log(Math.max(1e-9, left ? chance : 1 - chance));
    }
  }
  return sum;
}
