import { requireShop, type ShopRow } from "../../db/shops.ts";
import { finishTraining, noteTraining } from "../../db/trainings.ts";
import { trainRecommender } from "../recommend/train-recommender.ts";
import type { Services } from "../services.ts";
import { trainSegments } from "../segments/train-segments.ts";
import { trainBuyers } from "./train-buyers.ts";

/** Learns one thing of a shop's facts and keeps what came of it. */
export type Trainer = (services: Services, shop: ShopRow) => Promise<void>;

/** In this order, for later ones may build on earlier ones. To add one is a line here, and its name in every language. */
const TRAINERS: Readonly<Record<string, Trainer>> = {
  buyers: trainBuyers,
  clusters: trainSegments,
  recommend: trainRecommender,
};

/** Learns all models of a shop anew. What fails holds nothing else up; the night brings it about again. */
export async function trainModels(services: Services, shopId: number): Promise<void> {
  const { db, clock, log } = services;
  const shop = await requireShop(db.sql, shopId);
  const failed: string[] = [];
  const trainers = Object.entries(TRAINERS);
  for (const [done, [step, train]] of trainers.entries()) {
    await noteTraining(db.sql, shopId, { step, done, steps: trainers.length });
    try {
      await train(services, shop);
    } catch (error) {
      log.error({ error, shop: shop.domain, step }, "a model could not be learned");
      failed.push(step);
    }
  }
  await finishTraining(db.sql, shopId, { failed, at: clock() });
}
