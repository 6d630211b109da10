import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { labelsOf } from "../programme-labels.ts";
import type { Services } from "../services.ts";
import { grantable } from "./bulk-cost.ts";

/** Rewards that can be given to many, as the merchant calls them. */
export async function listGrantable(
  { db, clock, rewardTitle }: Services,
  shop: ShopRow,
  locale: string,
): Promise<{ id: string; name: string }[]> {
  const versions = await listVersions(db.sql, shop.id);
  const { rewards } = labelsOf(versions, { locale, now: clock(), rewardTitle });
  return grantable(versions, clock()).map(({ id }) => ({ id, name: rewards[id] ?? id }));
}
