import type { Because } from "../../insight/offers/choose-offer.ts";
import { isTakenOtherwise, waitsForLowerPrices } from "../../insight/offers/price-sensitivity.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";

/** How often they used codes, and why that is not what decided, where it is not. */
export function usedText(
  { policy, sensitivity }: Pick<Because, "policy" | "sensitivity">,
  { t, f }: { t: Texts; f: Formats },
): string {
  const words = t.offers.preview;
  const { orders, discounted } = sensitivity;
  if (orders === 0) return words.noOrders;
  const counts = [f.count(discounted), f.count(orders)] as const;
  // Only where what is at risk decides, a code or points go by it.
  if (policy !== "personal" || !isTakenOtherwise(sensitivity)) return words.sensitivity(...counts);
  return words.takenOtherwise[waitsForLowerPrices(sensitivity) ? "lower" : "full"](...counts);
}
