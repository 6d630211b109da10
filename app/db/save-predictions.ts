import type { Day } from "../insight/days.ts";
import type { Reason } from "../insight/leaving/reasons.ts";
import type { RfmScore, Segment } from "../insight/segments/rfm.ts";
import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import { toStorableJson } from "./json.ts";

/** A figure with the bounds between which it lies nine times of ten. */
export interface Bounded {
  value: number;
  low: number;
  high: number;
}

/** What is expected of a member within the model's horizon. Money is in units of the shop's currency. */
export interface MemberPrediction {
  memberId: MemberId;
  /** The chance that they have not stopped buying for good. */
  alive: Bounded;
  orders: Bounded;
  value: Bounded;
  /** The chance that they buy nothing. */
  leaving: Bounded;
  /** null where no date can be named. */
  next: { on: Day; early: Day; late: Day } | null;
  group: Segment;
  scores: RfmScore;
  /** Days on which they bought, and the last of them. */
  purchases: number;
  lastOrderOn: Day;
  reasons: Reason[];
}

const MEMBERS_AT_ONCE = 2_000;

/**
 * Puts what is expected of a shop's members in the place of what was expected before, all at once for whoever reads it.
 * Whoever was erased or merged meanwhile is not written down again.
 */
export async function replacePredictions(
  tx: ShopTransaction,
  predictions: readonly MemberPrediction[],
  { version, madeAt }: { version: number; madeAt: Instant },
): Promise<void> {
  for (let from = 0; from < predictions.length; from += MEMBERS_AT_ONCE) {
    const rows = predictions.slice(from, from + MEMBERS_AT_ONCE).map(rowOf);
    await tx.query(UPSERT, [tx.shopId, version, new Date(madeAt), toStorableJson(rows)]);
  }
  await tx.query(`DELETE FROM member_prediction WHERE shop_id = $1 AND model_version <> $2`, [
    tx.shopId,
    version,
  ]);
}

function rowOf(prediction: MemberPrediction): Record<string, unknown> {
  const { alive, orders, value, leaving, next, scores } = prediction;
  return {
    member_id: prediction.memberId,
    ...columnsOf("p_alive", alive),
    ...columnsOf("expected_orders", orders),
    ...columnsOf("expected_value", value),
    ...columnsOf("churn_risk", leaving),
    ...{ next_on: next?.on ?? null, next_early: next?.early ?? null, next_late: next?.late ?? null },
    ...{ rfm_group: prediction.group, ...scores },
    ...{ purchases: prediction.purchases, last_on: prediction.lastOrderOn, reasons: prediction.reasons },
  };
}

function columnsOf(name: string, { value, low, high }: Bounded): Record<string, number> {
  return { [name]: value, [`${name}_low`]: low, [`${name}_high`]: high };
}

const BOUNDED = ["p_alive", "expected_orders", "expected_value", "churn_risk"].flatMap((name) => [
  name,
  `${name}_low`,
  `${name}_high`,
]);
const DAYS = { next_order_on: "next_on", next_order_early: "next_early", next_order_late: "next_late" };
const PLAIN = ["rfm_group", "recency", "frequency", "money", "purchases", "reasons"];
const COLUMNS = [...BOUNDED, ...Object.keys(DAYS), "last_order_on", ...PLAIN];
const dayOf = (column: string) => `date '1970-01-01' + new.${column}`;

const UPSERT = `INSERT INTO member_prediction (shop_id, model_version, made_at, member_id, ${COLUMNS.join(", ")})
  SELECT $1, $2, $3, new.member_id, ${[
    ...BOUNDED.map((column) => `new.${column}`),
    ...Object.values(DAYS).map(dayOf),
    dayOf("last_on"),
    ...PLAIN.map((column) => `new.${column}`),
  ].join(", ")}
  FROM jsonb_to_recordset($4::text::jsonb) AS new(member_id bigint, ${BOUNDED.map((column) => `${column} float8`).join(", ")},
    ${Object.values(DAYS)
      .map((column) => `${column} int`)
      .join(
        ", ",
      )}, last_on int, rfm_group text, recency int, frequency int, money int, purchases int, reasons jsonb)
  JOIN member m ON m.shop_id = $1 AND m.id = new.member_id AND m.merged_into IS NULL
  ON CONFLICT (shop_id, member_id) DO UPDATE SET model_version = excluded.model_version, made_at = excluded.made_at,
    ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(", ")}`;
