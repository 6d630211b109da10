import { countModels, latestModel, type ModelKind } from "../../db/models.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";

/** How a part of Insight stands, for its card: see app/routes/app.insight._index/parts.ts. */
export type PartState =
  /** So many orders taught it something. */
  | { is: "learned"; orders: number; at: Instant }
  /** It needs so many buyers and has fewer. */
  | { is: "not-enough"; buyers: number; needed: number }
  /** It needs the orders of so many days and has those of fewer. */
  | { is: "too-young"; days: number; needed: number }
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
    if (basis.reason !== "not-enough") return { is: "learned", orders: basis.orders, at: trainedAt };
    const { buyers: needed = 0, days: neededDays = 0 } = basis.needed ?? {};
    return basis.buyers < needed || typeof basis.days !== "number"
      ? { is: "not-enough", buyers: basis.buyers, needed }
      : { is: "too-young", days: basis.days, needed: neededDays };
  };
}

/** How many kinds of models the shop has. */
export const lookAtModels: LookAtPart = async ({ db }, shop) => {
  const count = await countModels(db.sql, shop.id);
  return count === 0 ? { is: "nothing" } : { is: "some", count };
};
