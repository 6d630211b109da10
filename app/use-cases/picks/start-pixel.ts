import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";

/**
 * Has a store tell us which recommendations its shoppers see. A store that has not let us do that, or does not answer, has
 * its points all the same: it is asked again at the next installation.
 */
export async function startPixel(
  { platform, log }: Pick<Services, "platform" | "log">,
  shop: ShopRow,
  appUrl: string,
): Promise<void> {
  const address = new URL("/pixel", appUrl).href;
  try {
    if (await platform.startPixel(shop.domain, address)) return;
    log.warn({ shop: shop.domain }, "the store did not take the pixel");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ shop: shop.domain, reason }, "the store was not asked to count recommendations");
  }
}
