import type { Instant } from "../loyalty/time.ts";
import { toStorableJson } from "./json.ts";
import type { Sql } from "./sql.ts";

export interface StoredRules {
  /** Counts the savings, from 1. */
  revision: number;
  /** As they were written; what they say is read by use-cases/recommend. */
  rules: unknown;
  savedAt: Instant;
  savedBy: string;
}

/** null where nothing was ever saved. */
export async function findRecommendRules(
  sql: Pick<Sql, "query">,
  shopId: number,
): Promise<StoredRules | null> {
  const [row] = await sql.query<{ revision: number; rules: unknown; saved_at: Date; saved_by: string }>(
    `SELECT revision, rules, saved_at, saved_by FROM recommend_rules WHERE shop_id = $1`,
    [shopId],
  );
  if (row === undefined) return null;
  return {
    revision: row.revision,
    rules: row.rules,
    savedAt: row.saved_at.getTime(),
    savedBy: row.saved_by,
  };
}

/** Answers whether it was saved: not where somebody else saved since `revision` was read. */
export async function saveRecommendRules(
  sql: Pick<Sql, "query">,
  shopId: number,
  { revision, rules, now, by }: { revision: number; rules: unknown; now: Instant; by: string },
): Promise<boolean> {
  const saved = await sql.query(
    `INSERT INTO recommend_rules AS old (shop_id, revision, rules, saved_at, saved_by)
     SELECT $1, $2 + 1, $3::text::jsonb, $4, $5 WHERE $2 = 0 OR EXISTS (SELECT 1 FROM recommend_rules WHERE shop_id = $1)
     ON CONFLICT (shop_id) DO UPDATE SET revision = excluded.revision, rules = excluded.rules,
       saved_at = excluded.saved_at, saved_by = excluded.saved_by
     WHERE old.revision = $2 RETURNING 1`,
    [shopId, revision, toStorableJson(rules), new Date(now), by],
  );
  return saved.length > 0;
}
