import type { Instant } from "../loyalty/time.ts";
import { toStorableJson } from "./json.ts";
import type { Sql } from "./sql.ts";

export const MODEL_KINDS = ["buyers", "recommend", "clusters"] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];

/** What a model was learned of; dates as "2026-01-31", null where there is nothing yet. */
export interface ModelBasis {
  from: string | null;
  to: string | null;
  orders: number;
  buyers: number;
  products: number;
  /** Why nothing was learned, and of how many it could be; the rest is the owner's own. */
  reason?: "not-enough";
  needed?: Record<string, number>;
  [more: string]: unknown;
}

/** How good a model is on what was held back of this shop's own past. */
export interface ModelFigure {
  name: string;
  value: number | null;
  /** The same without a model. */
  base: number | null;
  low?: number;
  high?: number;
  /** How many it rests on. */
  rows: number;
  protocol: string;
}

export interface StoredModel {
  kind: ModelKind;
  version: number;
  trainedAt: Instant;
  basis: ModelBasis;
  figures: ModelFigure[];
}

export interface NewModel extends Omit<StoredModel, "version"> {
  weights: Uint8Array | null;
}

const KEPT = 10;

/** Keeps it as the newest of its kind and answers its version; the oldest beyond the last ten are forgotten. */
export async function saveModel(
  sql: Pick<Sql, "query">,
  shopId: number,
  { kind, trainedAt, basis, figures, weights }: NewModel,
): Promise<number> {
  const [row] = await sql.query<{ version: number }>(
    `INSERT INTO insight_model (shop_id, kind, version, trained_at, basis, figures, weights)
     SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4::text::jsonb, $5::text::jsonb, decode($6, 'hex')
     FROM insight_model WHERE shop_id = $1 AND kind = $2 RETURNING version`,
    [
      ...[shopId, kind, new Date(trainedAt), toStorableJson(basis), toStorableJson(figures)],
      weights === null ? null : Buffer.from(weights).toString("hex"),
    ],
  );
  const version = row?.version ?? 1;
  await sql.query(`DELETE FROM insight_model WHERE shop_id = $1 AND kind = $2 AND version <= $3`, [
    shopId,
    kind,
    version - KEPT,
  ]);
  return version;
}

interface ModelRow {
  kind: ModelKind;
  version: number;
  trained_at: Date;
  basis: ModelBasis;
  figures: ModelFigure[];
}

const COLUMNS = `kind, version, trained_at, basis, figures`;

/** The newest of its kind with its weights; null before the first. */
export async function latestModel(
  sql: Pick<Sql, "query">,
  shopId: number,
  kind: ModelKind,
): Promise<(StoredModel & { weights: Uint8Array | null }) | null> {
  const [row] = await sql.query<ModelRow & { weights: Uint8Array | null }>(
    `SELECT ${COLUMNS}, weights FROM insight_model WHERE shop_id = $1 AND kind = $2 ORDER BY version DESC LIMIT 1`,
    [shopId, kind],
  );
  return row === undefined ? null : { ...modelOf(row), weights: row.weights };
}

/** Every version that is kept, by kind, the newest first; without weights. */
export async function listModels(sql: Pick<Sql, "query">, shopId: number): Promise<StoredModel[]> {
  const rows = await sql.query<ModelRow>(
    `SELECT ${COLUMNS} FROM insight_model WHERE shop_id = $1 ORDER BY kind, version DESC`,
    [shopId],
  );
  return rows.map(modelOf);
}

function modelOf({ trained_at: trainedAt, ...row }: ModelRow): StoredModel {
  return {
    kind: row.kind,
    version: row.version,
    trainedAt: trainedAt.getTime(),
    basis: row.basis,
    figures: row.figures,
  };
}

/** Of how many kinds there is one. */
export async function countModels(sql: Pick<Sql, "query">, shopId: number): Promise<number> {
  const rows = await sql.query(`SELECT DISTINCT kind FROM insight_model WHERE shop_id = $1`, [shopId]);
  return rows.length;
}
