import type { StoreEvent } from "../commerce/platform.ts";
import { listIdsOfPerson } from "../db/erase.ts";
import { personalDataText, readPersonalData, saveDataRequest } from "../db/personal-data.ts";
import type { ShopTransaction } from "../db/database.ts";
import type { ShopRow } from "../db/shops.ts";
import { lookAtShop } from "../db/snapshot.ts";
import type { MemberId } from "../loyalty/ids.ts";
import { formatInstant, type Instant } from "../loyalty/time.ts";
import type { Services } from "./services.ts";

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
  const file = { shop: shop.domain, request: news.requestId, ...(await dataOf(tx, news.customerId)) };
  await saveDataRequest(tx, { id: news.requestId, memberId: news.customerId, requestedAt, file });
}

/** The same for the person themselves, as the text of a file that is kept nowhere. */
export function readOwnData({ db, clock }: Services, shop: ShopRow, memberId: MemberId): Promise<string> {
  return lookAtShop(db, shop.id, async (tx) => {
    const about = { shop: shop.domain, at: formatInstant(clock()) };
    return personalDataText({ ...about, ...(await dataOf(tx, memberId)) }, 2);
  });
}

async function dataOf(tx: ShopTransaction, memberId: MemberId): Promise<Record<string, unknown>> {
  return readPersonalData(tx, await listIdsOfPerson(tx, memberId));
}
