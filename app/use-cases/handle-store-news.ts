import type { StoreEvent } from "../commerce/platform.ts";
import type { ShopTransaction } from "../db/database.ts";
import { changeCatalogue, forgetCatalogueProduct } from "../db/catalogue.ts";
import { emptyDeliveries, type WaitingDelivery } from "../db/deliveries.ts";
import { findErased } from "../db/erased.ts";
import { deletePerson } from "../db/persons.ts";
import { forgetProducts, updateProduct } from "../db/products.ts";
import { forgetTokens, markUninstalled, updateShop, type ShopRow } from "../db/shops.ts";
import type { MemberId } from "../loyalty/ids.ts";
import { withdrawKeysOfPast } from "./apps/access-keys.ts";
import { collectPersonalData } from "./collect-personal-data.ts";
import { eraseCustomer } from "./erase-customer.ts";
import { eraseShop } from "./erase-shop.ts";

/** News that is about neither points nor tags of customers: each goes alone. */
export type StoreNews = Exclude<StoreEvent, { kind: "points" | "customer-tagged" }>;

export function isStoreNews(event: StoreEvent): event is StoreNews {
  return event.kind !== "points" && event.kind !== "customer-tagged";
}

export interface NewsOfStore {
  tx: ShopTransaction;
  shop: ShopRow;
  delivery: WaitingDelivery;
  news: StoreNews;
}

export async function handleStoreNews({ tx, shop, delivery, news }: NewsOfStore): Promise<void> {
  if (
    "customerId" in news &&
    news.kind !== "customer-redacted" &&
    (await isErased(tx, shop, news.customerId))
  )
    return emptyDeliveries(tx, [delivery.webhookId]);
  switch (news.kind) {
    case "customer-deleted":
      return deletePerson(tx, news.customerId);
    case "product-changed":
      await updateProduct(tx, { ...news, id: news.productId });
      if (news.sold !== undefined)
        await changeCatalogue(tx, shop.id, { product: news.sold, now: delivery.receivedAt });
      return;
    case "product-deleted":
      // Orders that had it were settled with what was known; refunds of them still are.
      return forgetCatalogueProduct(tx, shop.id, news.productId);
    case "collection-changed":
      return forgetProducts(tx);
    case "shop-changed":
      return updateShop(tx, news.shop);
    case "scopes-changed":
      return;
    case "uninstalled":
      return uninstall(tx, shop, delivery);
    case "data-requested":
      return collectPersonalData(tx, { shop, news, requestedAt: delivery.receivedAt });
    case "customer-redacted":
      await eraseCustomer(tx, { shop, ...news, now: delivery.receivedAt });
      return emptyDeliveries(tx, [delivery.webhookId]);
    case "shop-redacted":
      return eraseShop(tx);
  }
}

async function isErased(tx: ShopTransaction, shop: ShopRow, customerId: MemberId): Promise<boolean> {
  const { customers } = await findErased(tx, shop, { customers: [customerId], orders: [] });
  return customers.size > 0;
}

/** Stops everything: nothing of the shop is worked off until it installs again. */
async function uninstall(tx: ShopTransaction, shop: ShopRow, delivery: WaitingDelivery): Promise<void> {
  const at = delivery.triggeredAt ?? delivery.receivedAt;
  // Deliveries may come late: this one tells of an installation before the present one.
  const isPast = at < shop.installedAt;
  await withdrawKeysOfPast(tx, shop, { at, madeUntil: isPast ? at : Number.MAX_SAFE_INTEGER });
  if (isPast) return;
  await markUninstalled(tx, at);
  await forgetTokens(tx, shop.domain);
}
