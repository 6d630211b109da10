import { listBalances } from "../../db/balances.ts";
import { listRefusals } from "../../db/pick-events.ts";
import { readPurchases } from "../../db/purchases.ts";
import type { ShopRow } from "../../db/shops.ts";
import { NO_PICKS, type MemberPicks, type Pick as Recommended } from "../../insight/recommend/pick.ts";
import type { MemberId, ProductId } from "../../loyalty/ids.ts";
import { whoGetsRecommendations } from "../experiments/who-gets-recommendations.ts";
import type { Services } from "../services.ts";
import { learnedFrom } from "./learned-from.ts";
import { historiesIn } from "./member-histories.ts";
import { offersFor } from "./points-offers.ts";
import { loadRecommender } from "./load-recommender.ts";

type Asking = Pick<Services, "db" | "clock">;

/** What goes with a product, the best first. */
export function boughtTogether(
  services: Asking,
  shop: ShopRow,
  productId: ProductId,
): Promise<Recommended[]> {
  return forBasket(services, shop, [productId]);
}

/** What goes with everything in a basket, the best first. */
export async function forBasket(
  services: Asking,
  shop: ShopRow,
  productIds: readonly ProductId[],
): Promise<Recommended[]> {
  const { recommender } = await loadRecommender(services, shop);
  return recommender.forProducts(productIds);
}

/**
 * What a member may want next, as lists that share no product; nothing for the control group, whose members get nothing
 * that is made for one person, and for whoever an experiment leaves without.
 */
export async function forMember(services: Asking, shop: ShopRow, memberId: MemberId): Promise<MemberPicks> {
  if (!(await whoGetsRecommendations(services, shop, [memberId])).has(memberId)) return NO_PICKS;
  return pickFor(services, shop, memberId);
}

/** The same for whoever looks after the shop: also of the control group it can be seen what they would be shown. */
export async function pickFor(services: Asking, shop: ShopRow, memberId: MemberId): Promise<MemberPicks> {
  const { sql } = services.db;
  const { recommender, offers } = await loadRecommender(services, shop);
  const from = learnedFrom(services.clock());
  const [bought, balances, refusals] = await Promise.all([
    readPurchases(sql, shop.id, { timezone: shop.timezone, from, memberIds: [memberId] }),
    listBalances(sql, shop.id, [memberId]),
    listRefusals(sql, shop.id, [memberId]),
  ]);
  const balance = balances.get(memberId);
  if (balance === undefined) return NO_PICKS;
  return recommender.forCustomer({
    history: historiesIn(bought, recommender).get(memberId) ?? [],
    notForMe: refusals.get(memberId) ?? new Set(),
    offers: offersFor(offers, balance.level),
    available: balance.available,
  });
}
