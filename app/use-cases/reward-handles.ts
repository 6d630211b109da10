import { findHandles } from "../db/products.ts";
import type { ShopRow } from "../db/shops.ts";
import type { ProductId } from "../loyalty/ids.ts";
import type { Reward } from "../loyalty/programme.ts";
import { productIdOf } from "../loyalty/summarise-rewards.ts";
import { learnProducts } from "./learn-products.ts";
import type { Services } from "./services.ts";

/** Handles of the products that rewards name by their ids; the store is asked for those that were never met. */
export async function rewardHandles(
  services: Services,
  shop: ShopRow,
  rewards: readonly Reward[],
): Promise<Map<ProductId, string>> {
  const ids = new Set<ProductId>();
  for (const reward of rewards) {
    const id = "product" in reward ? productIdOf(reward.product) : null;
    if (id !== null) ids.add(id);
  }
  const known = await findHandles(services.db.sql, shop.id, [...ids]);
  const missing = [...ids].filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  await learnProducts(services, shop, missing);
  return findHandles(services.db.sql, shop.id, [...ids]);
}
