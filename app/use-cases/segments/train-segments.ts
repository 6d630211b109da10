import { areFiguresWhole } from "../../db/figures/state.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";
import { findShopClusters } from "./find-clusters.ts";
import { followSegments } from "./follow-segments.ts";
import { regroupMembers } from "./regroup-members.ts";

/**
 * Every night: who stands where among those who buy, of which type they are, and then who is in which segment. Not before
 * the shop's past is taken in: half of it would put everybody into the wrong place.
 */
export async function trainSegments(services: Services, shop: ShopRow): Promise<void> {
  if (!(await areFiguresWhole(services.db.sql, shop.id))) return;
  await regroupMembers(services, shop);
  await findShopClusters(services, shop);
  await followSegments(services, shop.id);
}
