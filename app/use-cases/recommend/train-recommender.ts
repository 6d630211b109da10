import { saveModel, type ModelBasis } from "../../db/models.ts";
import { readPurchases, type Purchases } from "../../db/purchases.ts";
import type { ShopRow } from "../../db/shops.ts";
import { dateOf } from "../../insight/days.ts";
import { pack } from "../../insight/recommend/pack.ts";
import type { HeldFigure } from "../../insight/recommend/shop-model.ts";
import { todayIn } from "../analytics/today.ts";
import { runApart } from "../insight/apart.ts";
import type { Services } from "../services.ts";
import { folded } from "./kept-weights.ts";
import { learnCatalogue } from "./learn-catalogue.ts";
import { learnedFrom } from "./learned-from.ts";
import { forgetRecommender, type KeptModel } from "./load-recommender.ts";
import { makePicks } from "./make-picks.ts";

/** From so many a ranking is learned, half of them teaching and half of them telling how good it is. */
const ENOUGH = { returning: 100, baskets: 100 };

/** Learns what a shop's customers buy again, new and together, and works out what everybody is shown. */
export async function trainRecommender(services: Services, shop: ShopRow): Promise<void> {
  const { db, clock } = services;
  await learnCatalogue(services, shop);
  const now = clock();
  const { timezone } = shop;
  const bought = await readPurchases(db.sql, shop.id, { timezone, from: learnedFrom(now) });
  const { members, products, ...rows } = bought;
  const today = todayIn(timezone, now);
  const { model, figures } = await runApart("recommend", {
    ...rows,
    ...{ members: members.length, products: products.length, today },
  });
  const kept: KeptModel = { known: products, model };
  await saveModel(db.sql, shop.id, {
    ...{ kind: "recommend", trainedAt: now, basis: basisOf(bought, figures) },
    figures: figures.map(({ name, ...figure }) => ({ name, ...figure, protocol: PROTOCOLS[name] })),
    weights: await folded(pack(kept)),
  });
  forgetRecommender(services, shop.id);
  await makePicks(services, shop, bought);
}

const PROTOCOLS: Record<HeldFigure["name"], string> = {
  again:
    "what each customer bought again at their last visit, foreseen from the visits before; half of the customers taught the ranking, the other half were measured; NDCG at 10, beside their things by how well each sells",
  new: "the same, of what the customer had not bought before, beside the best sellers",
  basket: "one product hidden in each of the last baskets, looked for from the others; hit rate at 10",
};

function basisOf(bought: Purchases, figures: readonly HeldFigure[]): ModelBasis {
  const { day, orders, members, products } = bought;
  const basis = {
    from: day.length === 0 ? null : dateOf(day.reduce((one, other) => Math.min(one, other))),
    to: day.length === 0 ? null : dateOf(day.reduce((one, other) => Math.max(one, other))),
    ...{ orders, buyers: members.length, products: products.length },
  };
  return figures.length > 0 ? basis : { ...basis, reason: "not-enough", needed: ENOUGH };
}
