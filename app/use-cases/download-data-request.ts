import { findDataRequestFile } from "../db/data-requests.ts";
import type { ShopRow } from "../db/shops.ts";
import type { Services } from "./services.ts";

/** Everything kept about a person, as JSON text, for the merchant to hand on; null where nobody asked. */
export function downloadDataRequest({ db }: Services, shop: ShopRow, id: string): Promise<string | null> {
  return findDataRequestFile(db.sql, shop.id, id);
}
