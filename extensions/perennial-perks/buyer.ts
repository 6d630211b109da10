import type { PerkSummary } from "../../app/loyalty/summary.ts";

/** A customer as a function's query asks for one. */
export interface FunctionCustomer {
  /** The member's summary. */
  metafield: { jsonValue: unknown } | null;
  hasTags: { tag: string; hasTag: boolean }[];
}

/** What decides on perks of whoever buys. */
export interface Buyer {
  tier: string | null;
  tags: readonly string[];
}

export const NOBODY: Buyer = { tier: null, tags: [] };

export function buyerOf(customer: FunctionCustomer | null | undefined): Buyer {
  if (customer == null) return NOBODY;
  return {
    tier: tierIn(customer.metafield?.jsonValue),
    tags: customer.hasTags.filter(({ hasTag }) => hasTag).map(({ tag }) => tag),
  };
}

/** Whoever has left the programme holds no level. */
function tierIn(summary: unknown): string | null {
  if (typeof summary !== "object" || summary === null) return null;
  if ("out" in summary && summary.out === true) return null;
  const tier: unknown = "tier" in summary ? summary.tier : null;
  if (typeof tier !== "object" || tier === null || !("id" in tier)) return null;
  return typeof tier.id === "string" ? tier.id : null;
}

export function has({ tier, tags }: Buyer, perk: Pick<PerkSummary, "tiers" | "customerTags">): boolean {
  return (tier !== null && perk.tiers.includes(tier)) || perk.customerTags.some((tag) => tags.includes(tag));
}
