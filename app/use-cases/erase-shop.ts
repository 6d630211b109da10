import type { ShopTransaction } from "../db/database.ts";
import { eraseShopRows } from "../db/erase.ts";
import { forgetTokens, lockShop } from "../db/shops.ts";

/** The law's last word, 48 hours after the app was uninstalled: nothing of the shop stays. */
export async function eraseShop(tx: ShopTransaction): Promise<void> {
  const shop = await lockShop(tx);
  // Of a shop that has installed the app again in the meantime nothing may be lost.
  if (shop === null || shop.uninstalledAt === null) return;
  await eraseShopRows(tx);
  await forgetTokens(tx, shop.domain);
}
