import { StoreUnavailable } from "../../commerce/platform.ts";
import { forgetUnseen, saveCatalogue } from "../../db/catalogue.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";

/**
 * Reads all that the store sells. What it does not tell of any more it no longer has. A store that does not answer is no
 * reason to stop: word of changes has kept what is known.
 */
export async function learnCatalogue(services: Services, shop: ShopRow): Promise<void> {
  const { db, platform, clock, log } = services;
  const began = clock();
  try {
    for (let after: string | null = null; ;) {
      const page = await platform.listProducts(shop.domain, { currency: shop.currency, after });
      if (page.items.length > 0) await saveCatalogue(db.sql, shop.id, { products: page.items, now: clock() });
      if (page.next === null) break;
      after = page.next;
    }
    await forgetUnseen(db.sql, shop.id, began);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    log.warn({ shop: shop.domain, reason: error.message }, "the catalogue could not be read");
  }
}
