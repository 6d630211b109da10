import type { PerkSummary, Seconds } from "../../../app/loyalty/summary.ts";
import { has, type Buyer } from "../../perennial-perks/buyer.ts";
import { isInForce } from "../../perennial-perks/configuration.ts";
import { fits, type FunctionProduct } from "../../perennial-perks/product.ts";

/** A perk that keeps a product from a buyer; `not-yet`: from everybody. */
export interface ClosedGate {
  perk: PerkSummary;
  reason: "exclusive" | "early" | "not-yet";
}

/** The first gate before the product that the buyer does not pass: all have to be passed. */
export function closedGate(
  perks: readonly PerkSummary[],
  product: FunctionProduct,
  { buyer, now }: { buyer: Buyer; now: Seconds },
): ClosedGate | null {
  for (const perk of perks) {
    if (!fits(perk.match, product)) continue;
    const reason = reasonAgainst(perk, buyer, now);
    if (reason !== null) return { perk, reason };
  }
  return null;
}

function reasonAgainst(perk: PerkSummary, buyer: Buyer, now: Seconds): ClosedGate["reason"] | null {
  if (perk.kind === "exclusive") return isInForce(perk, now) && !has(buyer, perk) ? "exclusive" : null;
  if (perk.kind !== "early-access" || now >= perk.publicAt) return null;
  if (perk.from !== null && now < perk.from) return "not-yet";
  return has(buyer, perk) ? null : "early";
}
