import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

/** Up to which instant is forgotten what is older; null for nothing. */
export interface ForgetBefore {
  requests: Instant | null;
  deadLetters: Instant | null;
}

/** Dead letters that may still name somebody: by what was sent, or by what was understood of it. */
const NAMES_SOMEBODY = `(body IS NOT NULL OR event ? 'person')`;

/** Days that a shop keeps something, in SQL: its own setting, else the parameter. */
function daysOf(name: string, fallback: string): string {
  return `CASE WHEN st.settings->'keep' ? '${name}' THEN (st.settings->'keep'->>'${name}')::int ELSE ${fallback}::int END`;
}

/** How long it is kept who came into a segment or a group, or left it: what reports of two years ask for. */
const MOVES_KEPT_DAYS = 730;
const MOVES = ["segment_move", "group_move"] as const;

/** Who moved where so long ago that nobody asks any more. */
export async function forgetMoves(tx: ShopTransaction, now: Instant): Promise<void> {
  for (const table of MOVES)
    await tx.query(
      `DELETE FROM ${table} WHERE shop_id = $1 AND at < $2::timestamptz - make_interval(days => ${MOVES_KEPT_DAYS})`,
      [tx.shopId, new Date(now)],
    );
}

/** Shops with something that is older than they keep it. `usual` is for how many days shops without settings do. */
export async function listShopsToForgetFor(
  sql: Sql,
  now: Instant,
  usual: Record<"requests" | "deadLetters" | "activity" | "feedback", number | null>,
): Promise<number[]> {
  const ago = (days: string) => `$1::timestamptz - make_interval(days => ${days})`;
  const rows = await sql.query<{ id: number }>(
    `SELECT s.id FROM shop s LEFT JOIN shop_settings st ON st.shop_id = s.id WHERE
       EXISTS (SELECT FROM data_request d WHERE d.shop_id = s.id AND d.requested_at < ${ago(daysOf("requests", "$2"))})
       OR EXISTS (SELECT FROM delivery d WHERE d.shop_id = s.id AND d.state = 'dead' AND ${NAMES_SOMEBODY}
         AND d.received_at < ${ago(daysOf("deadLetters", "$3"))})
       OR EXISTS (SELECT FROM staff_action a WHERE a.shop_id = s.id AND a.at < ${ago(daysOf("activity", "$4"))})
       OR EXISTS (SELECT FROM feedback f WHERE f.shop_id = s.id AND f.received_at < ${ago(daysOf("feedback", "$5"))})
       OR EXISTS (SELECT FROM pick_visit v WHERE v.shop_id = s.id AND v.day < ($1::timestamptz AT TIME ZONE 'UTC')::date)
       OR ${MOVES.map(
         (table) =>
           `EXISTS (SELECT FROM ${table} v WHERE v.shop_id = s.id AND v.at < ${ago(String(MOVES_KEPT_DAYS))})`,
       ).join(" OR ")}
     ORDER BY s.id`,
    [new Date(now), usual.requests, usual.deadLetters, usual.activity, usual.feedback],
  );
  return rows.map(({ id }) => id);
}

/** Files that were collected go; of dead letters stays that they came, and why they are dead. */
export async function forgetOldData(
  tx: ShopTransaction,
  { requests, deadLetters }: ForgetBefore,
): Promise<void> {
  if (requests !== null)
    await tx.query(`DELETE FROM data_request WHERE shop_id = $1 AND requested_at < $2`, [
      tx.shopId,
      new Date(requests),
    ]);
  if (deadLetters !== null)
    await tx.query(
      `UPDATE delivery SET body = NULL, event = event - '{person,note}'::text[]
       WHERE shop_id = $1 AND state = 'dead' AND received_at < $2 AND ${NAMES_SOMEBODY}`,
      [tx.shopId, new Date(deadLetters)],
    );
}
