import type { PerkSummary } from "../../../app/loyalty/summary.ts";
import { compare, decimal } from "../../perennial-perks/decimal.ts";
import { fits } from "../../perennial-perks/product.ts";
import { priceMessage, type Told } from "./messages.ts";
import type { Candidate, Goods } from "./shapes.ts";

type MemberPrice = Extract<PerkSummary, { kind: "member-price" }>;

/** For each perk that is the largest of some lines: these lines together. */
export function memberPricesOf(
  goods: readonly Goods[],
  perks: readonly PerkSummary[],
  told: Told,
): Candidate[] {
  const prices = perks.filter((perk): perk is MemberPrice => perk.kind === "member-price");
  const byPerk = new Map<MemberPrice, Goods[]>();
  for (const one of goods) {
    const best = largest(prices.filter(({ match }) => fits(match, one.product)));
    if (best !== null) byPerk.set(best, [...(byPerk.get(best) ?? []), one]);
  }
  return [...byPerk].map(([perk, lines]) => ({
    message: priceMessage(perk, told),
    targets: lines.map(({ line }) => ({ cartLine: { id: line.id } })),
    value: { percentage: { value: perk.percent } },
  }));
}

/** Of equal ones the first in the programme. */
function largest(prices: readonly MemberPrice[]): MemberPrice | null {
  return prices.reduce<MemberPrice | null>(
    (best, price) =>
      best === null || compare(decimal(price.percent), decimal(best.percent)) > 0 ? price : best,
    null,
  );
}
