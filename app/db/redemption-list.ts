import type { MemberId, OrderId } from "../loyalty/ids.ts";
import type { RedemptionRecord } from "../loyalty/records.ts";
import type { Instant } from "../loyalty/time.ts";
import { fromJson } from "./json.ts";
import { parametersFrom } from "./member-filter.ts";
import type { Sql } from "./sql.ts";

/** How far a redemption is, as staff read it. */
export type CodeState =
  "making" | "ready" | "waiting" | "used" | "granted" | "returned" | "not-made" | "refused";

/** Held: being made, or its code is ready, or it waits for a person. Taken: by an order, or granted. Released, refused. */
const STATE = `CASE
  WHEN r.state = 'held' AND b.state = 'by-hand' THEN 'waiting'
  WHEN r.state = 'held' AND b.state = 'done' THEN 'ready'
  WHEN r.state = 'held' THEN 'making'
  WHEN r.state = 'taken' AND r.code IS NULL THEN 'granted'
  WHEN r.state = 'taken' THEN 'used'
  WHEN r.state = 'released' AND b.state = 'refused' AND b.reason IS NOT NULL THEN 'not-made'
  WHEN r.state = 'released' THEN 'returned' ELSE 'refused' END`;
/** What each of them stands in, so that the rows of a state are found by it. */
const STORED: Record<CodeState, RedemptionRecord["state"]> = {
  ...{ making: "held", ready: "held", waiting: "held", used: "taken", granted: "taken" },
  ...{ returned: "released", "not-made": "released", refused: "refused" },
};
const HELD_AT = `(r.record->>'heldAt')::bigint`;

export interface CodeFilter {
  states: readonly CodeState[];
  rewards: readonly string[];
  from: Instant | null;
  to: Instant | null;
  /** A code in lower case, or whose they are. */
  code: string | null;
  memberId: MemberId | null;
}

export interface CodePlace {
  heldAt: Instant;
  id: string;
}

export interface ListedCode {
  record: RedemptionRecord;
  state: CodeState;
  /** What the store said last. */
  reason: string | null;
  attempts: number;
  /** When the store is asked next. */
  dueAt: Instant | null;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  orderId: OrderId | null;
  orderName: string | null;
}

interface CodeRow {
  record: unknown;
  progress: CodeState;
  reason: string | null;
  attempts: number | null;
  due_at: Date | null;
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  order_id: bigint | null;
  order_name: string | null;
}

const SELECT = `SELECT r.record, ${STATE} AS progress, b.reason, b.attempts, b.due_at, p.first_name, p.last_name, p.email,
    r.order_id, o.name AS order_name
  FROM redemption r LEFT JOIN benefit b ON b.shop_id = r.shop_id AND b.redemption_id = r.id
  LEFT JOIN person p ON p.shop_id = r.shop_id AND p.member_id = r.member_id
  LEFT JOIN "order" o ON o.shop_id = r.shop_id AND o.id = r.order_id`;

/** Every redemption of the shop, the newest first; pages follow each other by key. */
export async function listCodes(
  sql: Sql,
  shopId: number,
  page: { filter: CodeFilter; from: { place: CodePlace; side: "after" | "before" } | null; limit: number },
): Promise<ListedCode[]> {
  const { filter, from } = page;
  const parameters: unknown[] = [shopId, page.limit];
  const parameter = parametersFrom(parameters);
  const backwards = from?.side === "before";
  const stored = [...new Set(filter.states.map((state) => STORED[state]))];
  const conditions = [
    ...(from === null
      ? []
      : [
          `(${HELD_AT}, r.id) ${backwards ? ">" : "<"} (${parameter(from.place.heldAt)}::bigint, ${parameter(from.place.id)}::text)`,
        ]),
    ...(filter.states.length === 0
      ? []
      : [
          `r.state = ANY(${parameter(stored)}::text[])`,
          `${STATE} = ANY(${parameter(filter.states)}::text[])`,
        ]),
    ...(filter.rewards.length === 0
      ? []
      : [`r.record->>'rewardId' = ANY(${parameter(filter.rewards)}::text[])`]),
    ...(filter.from === null ? [] : [`${HELD_AT} >= ${parameter(filter.from)}::bigint`]),
    ...(filter.to === null ? [] : [`${HELD_AT} <= ${parameter(filter.to)}::bigint`]),
    ...(filter.code === null && filter.memberId === null
      ? []
      : [
          `(r.code = ${parameter(filter.code)}::text OR r.member_id = ${parameter(filter.memberId)}::bigint)`,
        ]),
  ];
  const direction = backwards ? "ASC" : "DESC";
  const rows = await sql.query<CodeRow>(
    `${SELECT} WHERE ${["r.shop_id = $1", ...conditions].join(" AND ")}
     ORDER BY ${HELD_AT} ${direction}, r.id ${direction} LIMIT $2`,
    parameters,
  );
  const codes = rows.map(codeOf);
  return backwards ? codes.reverse() : codes;
}

export async function findCode(sql: Sql, shopId: number, id: string): Promise<ListedCode | null> {
  const [row] = await sql.query<CodeRow>(`${SELECT} WHERE r.shop_id = $1 AND r.id = $2`, [shopId, id]);
  return row === undefined ? null : codeOf(row);
}

function codeOf(row: CodeRow): ListedCode {
  return {
    record: fromJson<RedemptionRecord>(row.record),
    state: row.progress,
    reason: row.reason,
    attempts: row.attempts ?? 0,
    dueAt: row.due_at?.getTime() ?? null,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    orderId: row.order_id?.toString() ?? null,
    orderName: row.order_name,
  };
}

/** How many redemptions of a reward, under a version of the programme, are in a state. */
export interface RewardTally {
  rewardId: string;
  version: number;
  state: RedemptionRecord["state"];
  redemptions: number;
  /** Of a sliding cost: whole units in all. */
  units: bigint;
  /** Of them, redeemed since the instant asked about. */
  recent: number;
}

export async function tallyRewards(sql: Sql, shopId: number, recentSince: Instant): Promise<RewardTally[]> {
  return sql.query<RewardTally>(
    `SELECT r.record->>'rewardId' AS "rewardId", (r.record->>'version')::int AS version, r.state,
       count(*)::int AS redemptions, coalesce(sum((r.record->'units'->>'$n')::bigint), 0) AS units,
       count(*) FILTER (WHERE ${HELD_AT} >= $2::bigint)::int AS recent
     FROM redemption r WHERE r.shop_id = $1 GROUP BY 1, 2, 3`,
    [shopId, recentSince],
  );
}
