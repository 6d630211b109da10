import { latestModel, type ModelBasis, type StoredModel } from "../../db/models.ts";
import {
  listPredictions,
  PREDICTION_VIEWS,
  sumPredictions,
  type NamedPrediction,
  type PredictionSums,
  type PredictionView,
} from "../../db/predictions.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { LookBack } from "../../insight/buyers/look-back.ts";
import type { Services } from "../services.ts";
import { ENOUGH } from "./enough.ts";
import { showTraining, type TrainingView } from "./show-training.ts";

export type { NamedPrediction, PredictionView } from "../../db/predictions.ts";
export type { Reason } from "../../insight/leaving/reasons.ts";

const PAGE = 20;
/** Beyond so many, a list is read in a spreadsheet. */
const MOST_PAGES = 100;

/** What train-buyers.ts puts into the basis of its model. */
export interface BuyersBasis extends ModelBasis {
  horizonDays?: number;
  /** Of a shop that is too young: how many days it has. */
  days?: number;
  model?: { name: string; parameters: Record<string, number> };
  leaving?: { isLearned: boolean; more: string[] };
  /** null where too little could be held back. */
  heldBack?: Omit<LookBack, "figures"> | null;
}

export interface PredictionsView {
  training: TrainingView;
  model: (Omit<StoredModel, "basis"> & { basis: BuyersBasis }) | null;
  /** What the shop has, and what it would take. */
  enough: { buyers: number; days: number; needed: typeof ENOUGH };
  sums: PredictionSums;
  view: PredictionView;
  /** From 1. */
  page: number;
  hasMore: boolean;
  members: NamedPrediction[];
}

/** What is expected of a shop's members, all of them together and one by one. */
export async function showPredictions(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  asked: URLSearchParams,
): Promise<PredictionsView> {
  const { view, page } = readPredictionQuery(asked);
  const model = await latestModel(db.sql, shop.id, "buyers");
  const members = await listPredictions(db.sql, shop.id, {
    ...{ view, offset: (page - 1) * PAGE, limit: PAGE + 1 },
  });
  const basis: BuyersBasis | undefined = model?.basis;
  return {
    training: await showTraining({ db, clock }, shop),
    model: model === null ? null : { ...withoutWeights(model), basis: model.basis },
    enough: { buyers: basis?.buyers ?? 0, days: basis?.days ?? 0, needed: ENOUGH },
    sums: await sumPredictions(db.sql, shop.id),
    ...{ view, page, hasMore: members.length > PAGE && page < MOST_PAGES },
    members: members.slice(0, PAGE),
  };
}

export function readPredictionQuery(asked: URLSearchParams): { view: PredictionView; page: number } {
  const view = PREDICTION_VIEWS.find((one) => one === asked.get("view")) ?? "leaving";
  const page = Number(asked.get("page") ?? 1);
  return { view, page: Number.isSafeInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1 };
}

function withoutWeights({ kind, version, trainedAt, basis, figures }: StoredModel): StoredModel {
  return { kind, version, trainedAt, basis, figures };
}
