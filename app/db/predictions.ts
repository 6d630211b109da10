import type { Reason } from "../insight/leaving/reasons.ts";
import type { Segment } from "../insight/segments/rfm.ts";
import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import type { MemberPrediction } from "./save-predictions.ts";
import type { Sql } from "./sql.ts";

/** What is expected of a member, by which version of the model, and when that was worked out. */
export interface StoredPrediction extends MemberPrediction {
  modelVersion: number;
  madeAt: Instant;
}

/** The same with what they are called. */
export interface NamedPrediction extends StoredPrediction {
  firstName: string | null;
  lastName: string | null;
  email: string | null;
}

interface Row {
  member_id: bigint;
  model_version: number;
  made_at: Date;
  p_alive: number[];
  expected_orders: number[];
  expected_value: number[];
  churn_risk: number[];
  next_order: (number | null)[];
  rfm_group: Segment;
  scores: number[];
  purchases: number;
  last_on: number;
  reasons: Reason[];
}

const bounded = (name: string) => `ARRAY[p.${name}, p.${name}_low, p.${name}_high] AS ${name}`;
const day = (column: string) => `p.${column} - date '1970-01-01'`;
const COLUMNS = `p.member_id, p.model_version, p.made_at, ${bounded("p_alive")}, ${bounded("expected_orders")},
  ${bounded("expected_value")}, ${bounded("churn_risk")},
  ARRAY[${["next_order_on", "next_order_early", "next_order_late"].map(day).join(", ")}] AS next_order,
  p.rfm_group, ARRAY[p.recency, p.frequency, p.money]::int[] AS scores, p.purchases, ${day("last_order_on")} AS last_on,
  p.reasons`;

/** null where nothing is expected of them: they have not bought, or too little is known. */
export async function predictionOf(
  sql: Sql,
  shopId: number,
  memberId: MemberId,
): Promise<StoredPrediction | null> {
  const [row] = await sql.query<Row>(
    `SELECT ${COLUMNS} FROM member_prediction p WHERE p.shop_id = $1 AND p.member_id = $2`,
    [shopId, memberId],
  );
  return row === undefined ? null : predictionOfRow(row);
}

/** Whom to look at: who may be lost, who is worth most, who is expected next, or everybody. */
export const PREDICTION_VIEWS = ["leaving", "value", "next", "all"] as const;
export type PredictionView = (typeof PREDICTION_VIEWS)[number];

/** Whoever was merged into another is expected as that other alone. */
const COUNTED = `p.shop_id = $1 AND NOT EXISTS (SELECT FROM member m
  WHERE m.shop_id = p.shop_id AND m.id = p.member_id AND m.merged_into IS NOT NULL)`;

/** Bought more than once and not long ago: whoever has been gone for long is not about to leave. */
const STILL_THERE = `p.purchases > 1 AND p.last_order_on > p.made_at::date - 180`;

const VIEWS: Record<PredictionView, { where: string; order: string }> = {
  leaving: { where: STILL_THERE, order: "p.churn_risk DESC, p.member_id" },
  value: { where: "true", order: "p.expected_value DESC, p.member_id" },
  next: { where: "p.next_order_on IS NOT NULL", order: "p.next_order_on, p.member_id" },
  all: { where: "true", order: "p.churn_risk DESC, p.member_id" },
};

export async function listPredictions(
  sql: Sql,
  shopId: number,
  { view, offset, limit }: { view: PredictionView; offset: number; limit: number },
): Promise<NamedPrediction[]> {
  const { where, order } = VIEWS[view];
  const rows = await sql.query<
    Row & { first_name: string | null; last_name: string | null; email: string | null }
  >(
    `SELECT ${COLUMNS}, n.first_name, n.last_name, n.email FROM member_prediction p
     LEFT JOIN person n ON n.shop_id = p.shop_id AND n.member_id = p.member_id
     WHERE ${COUNTED} AND ${where} ORDER BY ${order} OFFSET $2 LIMIT $3`,
    [shopId, offset, limit],
  );
  return rows.map((row) => ({
    ...predictionOfRow(row),
    ...{ firstName: row.first_name, lastName: row.last_name, email: row.email },
  }));
}

export interface PredictionSums {
  members: number;
  /** By view. */
  views: Record<PredictionView, number>;
  /** How many members the risk of leaving puts into each tenth: the first from 0 to 0.1. */
  risks: number[];
  /** What all of them are expected to order and to spend. */
  orders: number;
  value: number;
}

export async function sumPredictions(sql: Sql, shopId: number): Promise<PredictionSums> {
  const [sums] = await sql.query<Record<`in_${PredictionView}`, bigint> & { orders: number; value: number }>(
    `SELECT ${PREDICTION_VIEWS.map((view) => `count(*) FILTER (WHERE ${VIEWS[view].where}) AS in_${view}`).join(", ")},
       coalesce(sum(p.expected_orders), 0)::float8 AS orders, coalesce(sum(p.expected_value), 0)::float8 AS value
     FROM member_prediction p WHERE ${COUNTED}`,
    [shopId],
  );
  const tenths = await sql.query<{ tenth: number; members: bigint }>(
    `SELECT least(9, floor(p.churn_risk * 10))::int AS tenth, count(*) AS members FROM member_prediction p
     WHERE ${COUNTED} GROUP BY 1`,
    [shopId],
  );
  const risks = Array.from({ length: 10 }, (_, tenth) =>
    Number(tenths.find((one) => one.tenth === tenth)?.members ?? 0),
  );
  const count = (view: PredictionView) => Number(sums?.[`in_${view}`] ?? 0);
  const views = Object.fromEntries(PREDICTION_VIEWS.map((view) => [view, count(view)]));
  return {
    ...{ members: count("all"), views: views as Record<PredictionView, number>, risks },
    ...{ orders: sums?.orders ?? 0, value: sums?.value ?? 0 },
  };
}

function predictionOfRow(row: Row): StoredPrediction {
  const [on, early, late] = row.next_order;
  const [recency = 3, frequency = 3, money = 3] = row.scores;
  const isKnown = typeof on === "number" && typeof early === "number" && typeof late === "number";
  return {
    memberId: row.member_id.toString(),
    ...{ modelVersion: row.model_version, madeAt: row.made_at.getTime() },
    alive: boundedOf(row.p_alive),
    orders: boundedOf(row.expected_orders),
    value: boundedOf(row.expected_value),
    leaving: boundedOf(row.churn_risk),
    next: isKnown ? { on, early, late } : null,
    ...{ group: row.rfm_group, scores: { recency, frequency, money } },
    ...{ purchases: row.purchases, lastOrderOn: row.last_on, reasons: row.reasons },
  };
}

function boundedOf([value = 0, low = 0, high = 0]: number[]): { value: number; low: number; high: number } {
  return { value, low, high };
}
