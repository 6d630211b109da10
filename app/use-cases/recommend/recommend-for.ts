import { listCatalogue } from "../../db/catalogue.ts";
import { findMemberPicks, findProductPicks } from "../../db/picks.ts";
import type { ShopRow } from "../../db/shops.ts";
import { NO_PICKS, type MemberPicks, type Pick as Recommended } from "../../insight/recommend/pick.ts";
import { mayBeShown } from "../../insight/recommend/shown.ts";
import type { MemberId, ProductId } from "../../loyalty/ids.ts";
import type { Services } from "../services.ts";
import { readRules } from "./read-rules.ts";

type Asking = Pick<Services, "db">;

/** What goes with a product, the best first, as it stands beside it in the store. */
export async function boughtTogether(
  { db }: Asking,
  shop: ShopRow,
  productId: ProductId,
): Promise<Recommended[]> {
  const picks = (await findProductPicks(db.sql, shop.id, productId)) ?? [];
  return shownOf({ db }, shop, picks);
}

/** What a member may want next, as lists that share no product. */
export async function forMember({ db }: Asking, shop: ShopRow, memberId: MemberId): Promise<MemberPicks> {
  const picks = (await findMemberPicks(db.sql, shop.id, memberId)) ?? NO_PICKS;
  const shown = new Set(await shownOf({ db }, shop, Object.values(picks).flat()));
  const left = (list: Recommended[]) => list.filter((pick) => shown.has(pick));
  return {
    again: left(picks.again),
    fresh: left(picks.fresh),
    due: left(picks.due),
    reachable: left(picks.reachable),
  };
}

/** Those that can be bought now: stock and rules may have changed since they were worked out. */
async function shownOf({ db }: Asking, shop: ShopRow, picks: Recommended[]): Promise<Recommended[]> {
  if (picks.length === 0) return [];
  const ids = picks.map(({ productId }) => productId);
  const [{ rules }, products] = await Promise.all([
    readRules(db.sql, shop.id),
    listCatalogue(db.sql, shop.id, ids),
  ]);
  const may = new Set(products.filter((product) => mayBeShown(product, rules)).map(({ id }) => id));
  return picks.filter(({ productId }) => may.has(productId));
}
