import type { MemberId, ProductId } from "../loyalty/ids.ts";
import { IN_PROGRAMME } from "./balances.ts";
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
    `SELECT m.id, m.level, said.wants_picks, said.refused
     FROM (SELECT id, level FROM member WHERE shop_id = $1 AND id = ANY($2::bigint[]) AND ${IN_PROGRAMME}) m
     CROSS JOIN LATERAL (
       -- What somebody said who was merged into the member, however long the chain, holds for the member.
       WITH RECURSIVE family AS (
         SELECT m.id UNION SELECT k.id FROM member k JOIN family f ON k.shop_id = $1 AND k.merged_into = f.id)
       SELECT
         coalesce((SELECT c.given FROM family f
           JOIN consent c ON c.shop_id = $1 AND c.member_id = f.id AND c.purpose = 'recommendations'
           ORDER BY c.at DESC LIMIT 1), true) AS wants_picks,
         ARRAY(SELECT r.product_id::text FROM family f
           JOIN pick_refusal r ON r.shop_id = $1 AND r.member_id = f.id) AS refused) said`,
    [shopId, ids],
  );
  return new Map(
    rows.map(({ id, level, wants_picks: wantsPicks, refused }) => [
      id.toString(),
      { level, wantsPicks, refused: new Set(refused) },
    ]),
  );
}
