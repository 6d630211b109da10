import { countMatching } from "../../db/member-list.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";
import { memberAddress, readMemberQuery } from "./member-query.ts";
import { memberFilterOf } from "./member-terms.ts";

/** Counted to the last, with the address that it is the number of. */
export async function countMembers(
  services: Services,
  shop: ShopRow,
  address: URLSearchParams,
): Promise<{ members: number; address: string }> {
  const query = readMemberQuery(address);
  const filter = await memberFilterOf(services, shop, query);
  const members = await countMatching(services.db.sql, shop.id, filter);
  return { members, address: memberAddress(query).toString() };
}
