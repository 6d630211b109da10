import type { Instant } from "../loyalty/time.ts";
import type { Sql } from "./sql.ts";

export interface Leftovers {
  shopId: number;
  /** Members whose summary in the store is out of date. */
  summaries: boolean;
  programme: boolean;
  /** Perks of which the store's checkout is to be told by now. */
  perks: boolean;
  /** What changed of what the store shows beside products and to members. */
  picks: boolean;
  /** Members whose chain grew since it was sealed. */
  unsealed: boolean;
  /** A day since its ledger, which has a seal, was last verified. */
  unproved: boolean;
  /** Benefits that the store is to be asked for by now, and is not being left alone. */
  benefits: boolean;
  /** The same of rewards that were given to many. */
  codes: boolean;
  /** Files of other apps whose rows are being looked at, brought in or taken back. */
  imports: string[];
  /** What is being done to many members, or taken back. */
  bulk: string[];
  /** Past orders that are being taken in. */
  studies: string[];
}

const DAY_MS = 86_400_000;

/** Of installed shops, those with something left to do. */
export async function listLeftovers(sql: Sql, now: Instant): Promise<Leftovers[]> {
  const rows = await sql.query<Omit<Leftovers, "shopId"> & { id: number }>(
    `SELECT * FROM (
       SELECT s.id, s.programme_stale AS programme, coalesce(s.perks_due_at <= $2, false) AS perks,
         EXISTS (SELECT 1 FROM member m WHERE m.shop_id = s.id AND m.summary_stale AND m.id > 0)
           OR EXISTS (SELECT 1 FROM member m WHERE m.shop_id = s.id AND m.summary_due_at <= $2)
           AS summaries,
         EXISTS (SELECT 1 FROM product_picks p WHERE p.shop_id = s.id AND p.published_at IS NULL)
           OR EXISTS (SELECT 1 FROM member_picks p WHERE p.shop_id = s.id AND p.published_at IS NULL) AS picks,
         EXISTS (SELECT 1 FROM member m WHERE m.shop_id = s.id AND m.seq > m.sealed_seq) AS unsealed,
         EXISTS (SELECT 1 FROM seal WHERE shop_id = s.id) AND NOT EXISTS (SELECT 1 FROM verification v WHERE v.shop_id = s.id AND v.at > $1) AS unproved,
         EXISTS (SELECT 1 FROM benefit b WHERE b.shop_id = s.id AND b.state = 'due' AND b.due_at <= $2)
           AND NOT EXISTS (SELECT 1 FROM store_pause p WHERE p.shop_id = s.id AND p.until > $2) AS benefits,
         (EXISTS (SELECT 1 FROM issue_batch b WHERE b.shop_id = s.id AND b.state IN ('due', 'adding') AND b.due_at <= $2)
           OR EXISTS (SELECT 1 FROM withdrawn_code w WHERE w.shop_id = s.id AND w.due_at <= $2))
           AND NOT EXISTS (SELECT 1 FROM store_pause p WHERE p.shop_id = s.id AND p.until > $2) AS codes,
         ARRAY(SELECT i.id FROM member_import i WHERE i.shop_id = s.id AND i.state IN ('checking', 'applying', 'undoing') ORDER BY i.id)
           AS imports,
         ARRAY(SELECT r.id FROM bulk_run r WHERE r.shop_id = s.id AND r.state IN ('running', 'undoing') ORDER BY r.id)
           AS bulk,
         ARRAY(SELECT t.id FROM study t WHERE t.shop_id = s.id AND t.kind = 'past-orders' AND t.state = 'waiting') AS studies
       FROM shop s WHERE s.uninstalled_at IS NULL) AS left_over
     WHERE summaries OR programme OR perks OR picks OR unsealed OR unproved OR benefits OR codes OR imports <> '{}' OR bulk <> '{}' OR studies <> '{}'
     ORDER BY id`,
    [new Date(now - DAY_MS), new Date(now)],
  );
  return rows.map(({ id, ...flags }) => ({ shopId: id, ...flags }));
}
