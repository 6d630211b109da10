import type { StoreEvent } from "../commerce/platform.ts";
import { listIdsOfPerson } from "../db/erase.ts";
import { readPersonalData, saveDataRequest } from "../db/personal-data.ts";
import type { ShopTransaction } from "../db/database.ts";
import type { ShopRow } from "../db/shops.ts";
import type { Instant } from "../loyalty/time.ts";

interface DataRequest {
  shop: ShopRow;
  news: Extract<StoreEvent, { kind: "data-requested" }>;
  requestedAt: Instant;
}

/** Everything kept about the person, as one file that the merchant can download and hand on. */
export async function collectPersonalData(
  tx: ShopTransaction,
  { shop, news, requestedAt }: DataRequest,
): Promise<void> {
  const memberIds = await listIdsOfPerson(tx, news.customerId);
  const file = { shop: shop.domain, request: news.requestId, ...(await readPersonalData(tx, memberIds)) };
  await saveDataRequest(tx, { id: news.requestId, memberId: news.customerId, requestedAt, file });
}
