import type { PerkConfiguration, PerkSummary } from "../../../app/loyalty/summary.ts";
import type { Buyer } from "../../perennial-perks/buyer.ts";
import { fill, tierName, wordsFor } from "../../perennial-perks/words.ts";
import { TEXTS, type DiscountTexts } from "./texts/texts.ts";

/** Who is told, and in which language. */
export interface Told {
  configuration: PerkConfiguration;
  buyer: Buyer;
  locale: string;
}

/** "Gold price" for whoever has it by their level, "Member price" by a tag. */
export function priceMessage(perk: PerkSummary, told: Told): string {
  return messageOf(perk, told, { byTier: "tier_price", byTag: "member_price" });
}

export function giftMessage(perk: PerkSummary, told: Told): string {
  return messageOf(perk, told, { byTier: "tier_gift", byTag: "member_gift" });
}

function messageOf(
  { tiers }: PerkSummary,
  { configuration, buyer, locale }: Told,
  keys: { byTier: keyof DiscountTexts; byTag: keyof DiscountTexts },
): string {
  const texts = wordsFor(TEXTS, locale);
  if (buyer.tier === null || !tiers.includes(buyer.tier)) return texts[keys.byTag];
  return fill(texts[keys.byTier], { tier: tierName(configuration, buyer.tier, locale) });
}
