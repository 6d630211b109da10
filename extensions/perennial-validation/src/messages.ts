import type { PerkConfiguration } from "../../../app/loyalty/summary.ts";
import { fill, tierName, wordsFor } from "../../perennial-perks/words.ts";
import type { ClosedGate } from "./gates.ts";
import { TEXTS } from "./texts/texts.ts";

export interface Refused {
  configuration: PerkConfiguration;
  locale: string;
  /** Its title. */
  product: string;
  /** Whether the buyer has said who they are. */
  isKnown: boolean;
}

/** What keeps the product from the buyer, and what they can do. */
export function refusalMessage({ perk, reason }: ClosedGate, refused: Refused): string {
  const { configuration, locale, product, isKnown } = refused;
  const texts = wordsFor(TEXTS, locale);
  if (reason === "not-yet") return fill(texts.not_yet, { product });
  const names = perk.tiers.map((id) => tierName(configuration, id, locale));
  const sentence =
    names.length === 0
      ? texts[reason === "early" ? "early_members" : "exclusive_members"]
      : texts[reason === "early" ? "early_tiers" : "exclusive_tiers"];
  const said = fill(sentence, { product, tiers: names.join(texts.separator) });
  return `${said}${texts.space}${isKnown ? texts.remove : texts.sign_in}`;
}
