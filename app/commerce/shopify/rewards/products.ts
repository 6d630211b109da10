import { StoreRefused } from "../../reward-store.ts";
import type { AdminApi } from "../admin-api.ts";
import {
  LargestCollectionsDocument,
  RewardProductDocument,
  type LargestCollectionsQuery,
} from "../generated/admin.ts";
import { nextOf } from "../reconcile/orders.ts";

/** Shopify takes no more in one discount. */
const MOST_COLLECTIONS = 100;
/** Of 250 collections each. */
const MOST_PAGES = 4;

export interface RewardProduct {
  id: string;
  /**
   * Of its cheapest variant: whoever chooses a dearer one pays the difference. What is taken off is an amount, and that
   * of a dearer one would give away several of the cheapest.
   */
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
  return { id: product.id, price: product.priceRangeV2.minVariantPrice.amount };
}

function identifierOf(name: string) {
  if (/^\d+$/.test(name)) return { id: `gid://shopify/Product/${name}` };
  return name.startsWith("gid://") ? { id: name } : { handle: name };
}

/**
 * "Anything": Shopify has no word for it where something must be bought to get something, but takes up to a hundred
 * collections, so the largest of the shop's first thousand stand for it.
 */
export async function productsToBuy(
  api: AdminApi,
  shop: string,
): Promise<{ collections: { add: string[] } }> {
  const filled = (await listCollections(api, shop)).filter(({ products }) => products > 0);
  if (filled.length === 0)
    throw new StoreRefused(
      "A gift with a purchase needs a collection of the products that count: the store has none.",
    );
  const largest = filled.sort((a, b) => b.products - a.products).slice(0, MOST_COLLECTIONS);
  return { collections: { add: largest.map(({ id }) => id) } };
}

async function listCollections(api: AdminApi, shop: string): Promise<{ id: string; products: number }[]> {
  const listed: { id: string; products: number }[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { collections }: LargestCollectionsQuery = await api(shop, LargestCollectionsDocument, { after });
    listed.push(
      ...collections.nodes.map(({ id, productsCount }) => ({ id, products: productsCount?.count ?? 0 })),
    );
    after = nextOf(collections.pageInfo);
    if (after === null) break;
  }
  return listed;
}
