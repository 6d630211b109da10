import { listBalances } from "../../db/balances.ts";
import { listRefusals } from "../../db/pick-events.ts";
import { readPurchases } from "../../db/purchases.ts";
import type { ShopRow } from "../../db/shops.ts";
import { NO_PICKS, type MemberPicks } from "../../insight/recommend/pick.ts";
import { NO_VISITS } from "../../insight/recommend/visits.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Services } from "../services.ts";
import { learnedFrom } from "./learned-from.ts";
import { historiesIn } from "./member-histories.ts";
import { offersFor } from "./points-offers.ts";
import { loadRecommender } from "./load-recommender.ts";

type Asking = Pick<Services, "db" | "clock">;

/**
 * What a member may want next, as lists that share no product, for whoever looks after the shop: also of the control group
 * it can be seen what they would be shown.
 */
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
    history: historiesIn(bought, recommender).get(memberId) ?? NO_VISITS,
    notForMe: refusals.get(memberId) ?? new Set(),
    offers: offersFor(offers, balance.level),
    available: balance.available,
  });
}
