import { formatMoney } from "../loyalty/money.ts";
import { decimalText } from "../loyalty/fraction.ts";
import type { Programme, RateRule } from "../loyalty/programme.ts";

/** A programme in the few values that a sentence says; amounts and rates are decimal strings. */
export interface ProgrammeGlance {
  name: string;
  /** null where no rate holds for every line. */
  rate: { points: string; per: string } | null;
  pendingDays: number;
  exclude: {
    giftCards: boolean;
    productTags: string[];
    productTypes: string[];
    vendors: string[];
    collections: string[];
    /** Products and variants named one by one. */
    products: number;
  };
  /** What the sentence does not say. */
  more: { rules: number; levels: number; rewards: number };
}

export function glanceAt(programme: Programme): ProgrammeGlance {
  const { earning, points, tiers, rewards } = programme;
  const { exclude } = earning;
  const rate = baseRate(programme);
  return {
    name: programme.name,
    rate:
      rate === null
        ? null
        : { points: decimalText(rate.points), per: formatMoney(rate.per, programme.currency) },
    pendingDays: points.pendingDays,
    exclude: {
      giftCards: exclude.giftCards,
      productTags: [...exclude.productTags],
      productTypes: [...exclude.productTypes],
      vendors: [...exclude.vendors],
      collections: [...exclude.collections],
      products: exclude.productIds.length + exclude.variantIds.length,
    },
    more: {
      rules: earning.rules.length - (rate === null ? 0 : 1),
      levels: tiers?.levels.length ?? 0,
      rewards: rewards.length,
    },
  };
}

/** The rate that holds for every line at any time: of several the last of the document, as lines take it. */
export function baseRate({ earning }: Programme): RateRule | null {
  const rates = earning.rules.filter((rule): rule is RateRule => rule.kind === "rate");
  return (
    rates.findLast((rule) => rule.match === null && rule.window.from === null && rule.window.to === null) ??
    null
  );
}
