import { latestModel } from "../../db/models.ts";
import { predictionOf, type StoredPrediction } from "../../db/predictions.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import type { BuyersBasis } from "./show-predictions.ts";

export interface PredictionGlance {
  now: Instant;
  /** How far ahead it looks. */
  horizonDays: number;
  expected: StoredPrediction;
}

/** What is expected of a member; null where nothing is. */
export async function glanceAtPrediction(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  memberId: MemberId,
): Promise<PredictionGlance | null> {
  const expected = await predictionOf(db.sql, shop.id, memberId);
  if (expected === null) return null;
  const model = await latestModel(db.sql, shop.id, "buyers");
  const basis: BuyersBasis | undefined = model?.basis;
  return { now: clock(), horizonDays: basis?.horizonDays ?? 0, expected };
}
