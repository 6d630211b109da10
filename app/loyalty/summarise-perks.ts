import { matchCriteria } from "./criteria.ts";
import { decimalText } from "./fraction.ts";
import { hundredths, seconds } from "./liquid-numbers.ts";
import { formatMoney } from "./money.ts";
import type { Perk } from "./perk.ts";
import { toJsonNumber } from "./points.ts";
import type { Programme } from "./programme.ts";
import type { PerkSummary } from "./summary.ts";

/** What everybody may see of the perks, guests too: what there is for whom, and when. */
export function summarisePerks({ perks, currency }: Programme): PerkSummary[] {
  return perks.map((perk) => perkSummary(perk, currency));
}

function perkSummary(perk: Perk, currency: string): PerkSummary {
  const terms = {
    id: perk.id,
    tiers: [...perk.tiers],
    customerTags: [...perk.customerTags],
    match: perk.kind === "gift" ? null : matchCriteria(perk.match),
    ...seconds(perk.window),
  };
  switch (perk.kind) {
    case "member-price":
      return { ...terms, kind: perk.kind, percent: decimalText(perk.percent) };
    case "gift":
      return {
        ...terms,
        kind: perk.kind,
        product: perk.product,
        minimum: perk.minimum === 0n ? null : formatMoney(perk.minimum, currency),
        minimumCents: toJsonNumber(hundredths(perk.minimum, currency)),
      };
    case "exclusive":
      return { ...terms, kind: perk.kind };
    case "early-access":
      return { ...terms, kind: perk.kind, publicAt: Math.ceil(perk.publicAt / 1000) };
  }
}
