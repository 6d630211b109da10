import { latestModel, type ModelKind } from "../../db/models.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";

/** How a part of Insight stands, for its card: see app/routes/app.insight._index/parts.ts. */
export type PartState =
  /** So many orders taught it something. */
  | { is: "learned"; orders: number; at: Instant }
  /** It needs so many buyers and has fewer. */
  | { is: "not-enough"; buyers: number; needed: number }
  /** So many of what it holds. */
  | { is: "some"; count: number }
  | { is: "nothing" };

export type LookAtPart = (services: Pick<Services, "db" | "clock">, shop: ShopRow) => Promise<PartState>;

/** How a model stands that is learned every night. */
export function lookAtModel(kind: ModelKind): LookAtPart {
  return async ({ db }, shop) => {
    const model = await latestModel(db.sql, shop.id, kind);
    if (model === null) return { is: "nothing" };
    const { basis, trainedAt } = model;
    return basis.reason === "not-enough"
      ? { is: "not-enough", buyers: basis.buyers, needed: basis.needed?.buyers ?? 0 }
      : { is: "learned", orders: basis.orders, at: trainedAt };
  };
}
