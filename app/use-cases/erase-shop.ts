import type { ShopTransaction } from "../db/database.ts";
import { eraseShopRows } from "../db/erase.ts";
import type { ShopRow } from "../db/shops.ts";
import type { Services } from "./services.ts";

/** The law's last word, 48 hours after the app was uninstalled: nothing of the shop stays. */
export async function eraseShop(services: Services, tx: ShopTransaction, shop: ShopRow): Promise<void> {
  // Of a shop that has installed the app again in the meantime nothing may be lost.
  if (shop.uninstalledAt === null) return;
  await eraseShopRows(tx);
  await services.platform.forgetShop(shop.domain);
}
