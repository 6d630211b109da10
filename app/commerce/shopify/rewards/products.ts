import { StoreRefused } from "../../reward-store.ts";
import type { AdminApi } from "../admin-api.ts";
import { LargestCollectionsDocument, RewardProductDocument } from "../generated/admin.ts";

export interface RewardProduct {
  id: string;
  /** Of its dearest variant: the reward is free, whichever is chosen. */
  price: string;
}

/** The programme names a product by its id, its gid or its handle; null where the store has none of that name. */
export async function rewardProduct(
  api: AdminApi,
  shop: string,
  name: string,
): Promise<RewardProduct | null> {
  const { productByIdentifier: product } = await api(shop, RewardProductDocument, {
    identifier: identifierOf(name),
  });
  if (product == null) return null;
  return { id: product.id, price: product.priceRangeV2.maxVariantPrice.amount };
}

function identifierOf(name: string) {
  if (/^\d+$/.test(name)) return { id: `gid://shopify/Product/${name}` };
  return name.startsWith("gid://") ? { id: name } : { handle: name };
}

/**
 * "Anything": Shopify has no word for it where something must be bought to get something, but takes up to a hundred
 * collections, so the shop's largest ones stand for it.
 */
export async function productsToBuy(
  api: AdminApi,
  shop: string,
): Promise<{ collections: { add: string[] } }> {
  const { collections } = await api(shop, LargestCollectionsDocument, {});
  const filled = collections.nodes
    .filter(({ productsCount }) => (productsCount?.count ?? 0) > 0)
    .sort((a, b) => (b.productsCount?.count ?? 0) - (a.productsCount?.count ?? 0));
  if (filled.length === 0)
    throw new StoreRefused(
      "A gift with a purchase needs a collection of the products that count: the store has none.",
    );
  return { collections: { add: filled.map(({ id }) => id) } };
}
