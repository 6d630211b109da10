import type { MemberId, ProductId } from "../loyalty/ids.ts";
import { IN_PROGRAMME } from "./absences.ts";
import type { Sql } from "./sql.ts";

export interface ShownMember {
  level: string | null;
  /** false for whoever asked for no recommendations; whoever never said anything is shown them. */
  wantsPicks: boolean;
  /** What they do not want to be shown. */
  refused: ReadonlySet<ProductId>;
}

/**
 * What these members have said about recommendations, with their level; whoever is out of the programme or merged away is
 * missing. One statement, for every page that shows recommendations asks it.
 */
export async function listShownMembers(
  sql: Pick<Sql, "again">,
  shopId: number,
  ids: readonly MemberId[],
): Promise<Map<MemberId, ShownMember>> {
  const rows = await sql.again<{ id: bigint; level: string | null; wants_picks: boolean; refused: string[] }>(
    `WITH asked AS MATERIALIZED (
       -- By the key alone, whatever the database thinks of the other conditions: plans are kept while a shop grows.
       SELECT m.id, m.level, ${IN_PROGRAMME} AS is_in FROM member m
       WHERE m.shop_id = $1 AND m.id = ANY($2::bigint[]))
     SELECT a.id, a.level,
       coalesce((SELECT c.given FROM consent c
         WHERE c.shop_id = $1 AND c.member_id = ANY(family.ids) AND c.purpose = 'recommendations'
         ORDER BY c.at DESC LIMIT 1), true) AS wants_picks,
       ARRAY(SELECT r.product_id::text FROM pick_refusal r
         WHERE r.shop_id = $1 AND r.member_id = ANY(family.ids)) AS refused
     FROM asked a CROSS JOIN LATERAL (
       -- What somebody said who was merged into the member, however long the chain, holds for the member.
       WITH RECURSIVE chain AS (
         SELECT a.id UNION SELECT merged.id FROM chain CROSS JOIN LATERAL (
           SELECT id FROM member WHERE shop_id = $1 AND merged_into = chain.id OFFSET 0) merged)
       SELECT array_agg(id) AS ids FROM chain) family
     WHERE a.is_in`,
    [shopId, ids],
  );
  return new Map(
    rows.map(({ id, level, wants_picks: wantsPicks, refused }) => [
      id.toString(),
      { level, wantsPicks, refused: new Set(refused) },
    ]),
  );
}
