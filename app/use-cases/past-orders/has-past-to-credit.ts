import { reachesBack } from "../../db/programme-versions.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";

/** Whether orders from before the shop's first version was saved are still without points. */
export async function hasPastToCredit({ db }: Pick<Services, "db">, shop: ShopRow): Promise<boolean> {
  return !(await reachesBack(db.sql, shop.id));
}
