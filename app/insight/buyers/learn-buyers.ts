import { predict, type Prediction } from "../predict.ts";
import { purchaseDays, type ShopPast } from "./shop-past.ts";

export interface BuyersLearned {
  of: Prediction[];
}

export function learnBuyers({ past, horizon }: { past: ShopPast; horizon: number }): BuyersLearned {
  const { of } = predict(purchaseDays(past), { until: past.until, horizon });
  return { of };
}
