import type { Days } from "./buyers.ts";
import { fitGammaGamma, type SpendModel } from "./gamma-gamma.ts";

/** Fewer who bought again than these say little about how much people differ. */
const ENOUGH_REPEATERS = 20;
const MOST_REPEATERS = 5_000;

/** What a customer will spend at a purchase, by their own past purchases and those of all. */
export type MeanSpend = (bought: Days) => number;

/**
 * By Gamma-Gamma, from what was spent at repeat purchases, as the paper has it: a first basket is often unlike the later
 * ones. In a shop too small for it, the customer's own mean drawn towards that of all.
 */
export function meanSpendOf(days: readonly Days[]): MeanSpend {
  const repeaters = days.filter(({ amount }) => amount.length > 1 && repeatOf(amount).mean > 0);
  const amounts = days.flatMap(({ amount }) => amount.filter((each) => each > 0));
  const mean = amounts.reduce((sum, each) => sum + each, 0) / Math.max(1, amounts.length);
  if (repeaters.length < ENOUGH_REPEATERS)
    return ({ amount }) => {
      const sum = amount.reduce((all, each) => all + Math.max(0, each), 0);
      return (sum + 2 * mean) / (amount.length + 2);
    };
  const step = Math.max(1, Math.ceil(repeaters.length / MOST_REPEATERS));
  const looked = repeaters.filter((_, place) => place % step === 0).map(({ amount }) => repeatOf(amount));
  const model: SpendModel = fitGammaGamma(
    looked.map(({ many }) => many),
    looked.map((repeat) => repeat.mean),
  );
  return ({ amount }) => {
    const repeat = repeatOf(amount);
    return model.mean(repeat.many, repeat.mean);
  };
}

/** Returns may be larger than what was bought on a day; nobody will spend less than nothing. */
function repeatOf(amount: readonly number[]): { many: number; mean: number } {
  const repeat = amount.slice(1).filter((each) => each > 0);
  const sum = repeat.reduce((all, each) => all + each, 0);
  return { many: repeat.length, mean: repeat.length === 0 ? 0 : sum / repeat.length };
}
