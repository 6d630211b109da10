import { countPassing, listPassing } from "../../db/segments/passing.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Definition } from "../../insight/segments/definition.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Services } from "../services.ts";
import { segmentTermsOf } from "./segment-terms.ts";

type Looking = Pick<Services, "db" | "clock">;

/** How many pass at this instant, whether it is saved or not. */
export async function countOf(services: Looking, shop: ShopRow, definition: Definition): Promise<number> {
  const terms = await segmentTermsOf(services, shop, [definition]);
  return countPassing(services.db.sql, shop.id, { definition, terms });
}

/** Who passes at this instant: what is saved of a segment may be an hour old. In the order of their numbers. */
export async function membersOf(
  services: Looking,
  shop: ShopRow,
  { definition }: { definition: Definition },
): Promise<MemberId[]> {
  const terms = await segmentTermsOf(services, shop, [definition]);
  return listPassing(services.db.sql, shop.id, { definition, terms });
}
