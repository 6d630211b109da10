import type { Money } from "../../loyalty/money.ts";
import { parseInstant } from "../../loyalty/time.ts";
import type { SoldProduct } from "../catalogue-store.ts";
import type { Page } from "../store-state.ts";
import type { AdminApi } from "./admin-api.ts";
import { CatalogueDocument, type CatalogueQuery } from "./generated/admin.ts";
import { minorUnits, statusOf, textOrNull } from "./product-values.ts";
import { nextOf } from "./reconcile/orders.ts";
import { idOfGid } from "./translate.ts";

export async function listProducts(
  api: AdminApi,
  shopDomain: string,
  { currency, after }: { currency: string; after: string | null },
): Promise<Page<SoldProduct>> {
  const { products } = await api(shopDomain, CatalogueDocument, { after });
  return {
    items: products.nodes.map((node) => productOf(node, currency)),
    next: nextOf(products.pageInfo),
  };
}

type Node = CatalogueQuery["products"]["nodes"][number];

function productOf(node: Node, currency: string): SoldProduct {
  const costs = node.variants.nodes.flatMap(
    ({ inventoryItem }) => minorUnits(inventoryItem.unitCost?.amount, currency) ?? [],
  );
  const hasFree = node.variants.nodes.some(({ availableForSale }) => availableForSale);
  return {
    id: idOfGid(node.id),
    title: node.title,
    handle: node.handle,
    vendor: textOrNull(node.vendor),
    productType: textOrNull(node.productType),
    tags: node.tags,
    collections: node.collections.nodes.map(({ handle }) => handle),
    price: minorUnits(node.priceRangeV2.minVariantPrice.amount, currency),
    cost: costs.reduce<Money | null>((low, cost) => (low === null || cost < low ? cost : low), null),
    image: node.featuredMedia?.preview?.image?.url ?? null,
    status: statusOf(node.status),
    published: node.publishedAt !== null && node.publishedAt !== undefined,
    tracked: node.tracksInventory,
    inStock: !node.tracksInventory || hasFree || node.totalInventory > 0,
    giftCard: node.isGiftCard,
    createdAt: parseInstant(node.createdAt),
  };
}
