import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/texts.ts";
import type { OfferLine } from "../../use-cases/offers/act-on-offers.ts";

/** How often they used codes, and why that is not what decided, where it is not. */
export function usedText(
  { because, taken }: Pick<OfferLine, "because" | "taken">,
  { t, f }: { t: Texts; f: Formats },
): string {
  const words = t.offers.preview;
  const { orders, discounted } = because.sensitivity;
  if (orders === 0) return words.noOrders;
  const counts = [f.count(discounted), f.count(orders)] as const;
  return taken === null ? words.sensitivity(...counts) : words.takenOtherwise[taken](...counts);
}
