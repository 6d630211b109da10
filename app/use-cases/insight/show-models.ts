import { listModels, MODEL_KINDS, type ModelKind, type StoredModel } from "../../db/models.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";
import type { BuyersBasis } from "./show-predictions.ts";
import { showTraining, type TrainingView } from "./show-training.ts";

export type { ModelFigure } from "../../db/models.ts";
export type { GroupCheck } from "../../insight/buyers/groups.ts";

/** A model with what is known of it, and how it was before. */
export interface ModelCard extends Omit<StoredModel, "basis"> {
  /** Of "buyers" with all that train-buyers.ts knows. */
  basis: BuyersBasis;
  before: Omit<StoredModel, "kind"> | null;
}

export interface ModelsView {
  training: TrainingView;
  /** The newest of each kind. */
  models: ModelCard[];
  /** Kinds that were never learned. */
  missing: ModelKind[];
}

/** What each model predicts, of what it was learned and how good it is on this shop. */
export async function showModels(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
): Promise<ModelsView> {
  const byKind = Map.groupBy(await listModels(db.sql, shop.id), ({ kind }) => kind);
  const models = MODEL_KINDS.flatMap((kind): ModelCard[] => {
    const [newest, before] = byKind.get(kind) ?? [];
    return newest === undefined ? [] : [{ ...newest, basis: newest.basis, before: before ?? null }];
  });
  return {
    training: await showTraining({ db, clock }, shop),
    models,
    missing: MODEL_KINDS.filter((kind) => !byKind.has(kind)),
  };
}
