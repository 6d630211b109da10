import { findRecommendRules } from "../../db/recommend-rules.ts";
import type { Sql } from "../../db/sql.ts";
import type { Instant } from "../../loyalty/time.ts";
import { FIRST_RULES, recommendRules, type RecommendRules } from "../../insight/recommend/rules.ts";

/** What the shop's merchant has decided about recommendations; what was never decided is as it is at first. */
export async function readRules(
  sql: Pick<Sql, "again">,
  shopId: number,
): Promise<{ rules: RecommendRules; revision: number; saved: { by: string; at: Instant } | null }> {
  const stored = await findRecommendRules(sql, shopId);
  if (stored === null) return { rules: FIRST_RULES, revision: 0, saved: null };
  return {
    rules: recommendRules.parse(stored.rules),
    revision: stored.revision,
    saved: { by: stored.savedBy, at: stored.savedAt },
  };
}
