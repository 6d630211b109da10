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
  sql: Pick<Sql, "again">,
  shopId: number,
): Promise<StoredRules | null> {
  const [row] = await sql.again<{ revision: number; rules: unknown; saved_at: Date; saved_by: string }>(
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

/** Whoever saves holds the shop's lock, and has looked whether somebody else saved meanwhile. */
export async function saveRecommendRules(
  tx: Pick<Sql, "query">,
  shopId: number,
  { revision, rules, savedAt, savedBy }: StoredRules,
): Promise<void> {
  await tx.query(
    `INSERT INTO recommend_rules (shop_id, revision, rules, saved_at, saved_by) VALUES ($1, $2, $3::text::jsonb, $4, $5)
     ON CONFLICT (shop_id) DO UPDATE SET revision = excluded.revision, rules = excluded.rules,
       saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
    [shopId, revision, toStorableJson(rules), new Date(savedAt), savedBy],
  );
}
