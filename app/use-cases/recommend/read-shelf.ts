import { listCatalogue } from "../../db/catalogue.ts";
import { countPickEvents } from "../../db/pick-events.ts";
import type { Sql } from "../../db/sql.ts";
import type { ShopRow } from "../../db/shops.ts";
import { addOutcomes, loweredBy, type Outcome } from "../../insight/recommend/feedback.ts";
import type { ShelfProduct } from "../../insight/recommend/recommender.ts";
import type { ProductId } from "../../loyalty/ids.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import { todayIn } from "../analytics/today.ts";

/** What became of a product where it was shown longer ago says nothing of it any more. */
const FEEDBACK_DAYS = 90;

export interface OnSale extends ShelfProduct {
  handle: string | null;
  image: string | null;
}

/** All that the store sells, with what shoppers made of it where it was recommended. */
export async function readShelf(sql: Sql, shop: ShopRow, now: Instant): Promise<OnSale[]> {
  const [products, outcomes] = [await listCatalogue(sql, shop.id), await readOutcomes(sql, shop.id, now)];
  const all = addOutcomes(outcomes.values());
  return products.map((product) => {
    const outcome = outcomes.get(product.id);
    const { price, cost, createdAt } = product;
    return {
      ...product,
      margin: price === null || cost === null || price <= 0n ? null : Number(price - cost) / Number(price),
      lowered: outcome === undefined ? 1 : loweredBy(outcome, all),
      createdOn: todayIn(shop.timezone, createdAt),
    };
  });
}

/** By product, wherever it was shown. */
export async function readOutcomes(sql: Sql, shopId: number, now: Instant): Promise<Map<ProductId, Outcome>> {
  const outcomes = new Map<ProductId, Outcome>();
  for (const counts of await countPickEvents(sql, shopId, { since: now - FEEDBACK_DAYS * DAY })) {
    const { shown, clicked, bought, refused: notForMe } = counts;
    const known = outcomes.get(counts.productId);
    const now = { shown, clicked, bought, notForMe };
    outcomes.set(counts.productId, known === undefined ? now : addOutcomes([known, now]));
  }
  return outcomes;
}
