import type { MemberId, OrderId } from "../loyalty/ids.ts";
import { SHARED } from "./book-reads.ts";
import type { ShopTransaction } from "./database.ts";
import { lockFigures } from "./figures/state.ts";

/** The customer and whoever was merged with them, however long the chain: in the store they are one person. */
export async function listIdsOfPerson(tx: ShopTransaction, memberId: MemberId): Promise<MemberId[]> {
  const rows = await tx.query<{ id: bigint }>(
    `WITH RECURSIVE up AS (
       SELECT id, merged_into FROM member WHERE shop_id = $1 AND id = $2
       UNION SELECT m.id, m.merged_into FROM member m JOIN up ON m.shop_id = $1 AND m.id = up.merged_into),
     family AS (
       SELECT id FROM up WHERE merged_into IS NULL
       UNION SELECT m.id FROM member m JOIN family ON m.shop_id = $1 AND m.merged_into = family.id)
     SELECT id FROM family`,
    [tx.shopId, memberId],
  );
  return [...new Set([memberId, ...rows.map((row) => row.id.toString())])];
}

/** What is being worked out for them is written before they are erased, or finds nobody to be written for. */
export async function lockMembers(tx: ShopTransaction, memberIds: MemberId[]): Promise<void> {
  await tx.query(
    `SELECT 1 FROM member WHERE shop_id = $1 AND id = ANY($2::bigint[]) ORDER BY id FOR UPDATE`,
    [...[tx.shopId, memberIds]],
  );
}

/** Orders that are theirs now: of one that belongs to somebody else since, nothing is forgotten. */
export async function listOrdersOf(tx: ShopTransaction, memberIds: MemberId[]): Promise<OrderId[]> {
  const rows = await tx.query<{ id: bigint }>(
    `SELECT id FROM "order" WHERE shop_id = $1 AND member_ids && $2::bigint[] AND member_id = ANY($2::bigint[])`,
    [tx.shopId, memberIds],
  );
  return rows.map((row) => row.id.toString());
}

/** News that tells of the person or of their orders; what could not be understood is searched for ids and addresses. */
export async function eraseDeliveries(
  tx: ShopTransaction,
  { memberIds, orders }: { memberIds: MemberId[]; orders: OrderId[] },
): Promise<void> {
  await tx.query(
    `DELETE FROM delivery WHERE shop_id = $1 AND event->>'kind' IN ('points', 'customer-tagged')
       AND (member_id = ANY($2::bigint[]) OR order_id = ANY($3::bigint[]) OR event->'event'->>'keptId' = ANY($2::text[]))`,
    [tx.shopId, memberIds, orders],
  );
  // News of the store about them stays remembered under its id, but not whom it told of. What waits is still to be read.
  await tx.query(
    `UPDATE delivery SET event = NULL, member_id = NULL WHERE shop_id = $1 AND member_id = ANY($2::bigint[])
       AND state = 'done'`,
    [tx.shopId, memberIds],
  );
  await tx.query(
    `DELETE FROM delivery d WHERE shop_id = $1 AND body IS NOT NULL AND EXISTS (
       SELECT 1 FROM (SELECT encode(decode(d.body, 'base64'), 'escape') AS text) AS sent
       WHERE sent.text ~ ('\\m(' || array_to_string($2::text[], '|') || ')\\M') OR EXISTS (
         SELECT 1 FROM person p WHERE p.shop_id = $1 AND p.member_id = ANY($3::bigint[]) AND p.email <> ''
           AND strpos(lower(sent.text), lower(p.email)) > 0))`,
    [tx.shopId, [...memberIds, ...orders], memberIds],
  );
}

/** What we were asked to do for the person: the ledger keeps what came of it. */
export async function eraseCommands(tx: ShopTransaction, memberIds: MemberId[]): Promise<void> {
  await tx.query(`DELETE FROM command WHERE shop_id = $1 AND member_ids && $2::bigint[]`, [
    tx.shopId,
    memberIds,
  ]);
}

/** What files of other apps said of the person, also where nobody knows yet that it is them. */
export async function eraseMoved(tx: ShopTransaction, memberIds: MemberId[]): Promise<void> {
  await tx.query(
    `DELETE FROM import_row r WHERE shop_id = $1 AND (member_id = ANY($2::bigint[]) OR cells IS NOT NULL AND (
       cells::text ~ ('\\m(' || array_to_string($2::text[], '|') || ')\\M') OR EXISTS (
         SELECT 1 FROM person p WHERE p.shop_id = $1 AND p.member_id = ANY($2::bigint[]) AND p.email <> ''
           AND strpos(lower(r.cells::text), lower(p.email)) > 0)))`,
    [tx.shopId, memberIds],
  );
  for (const table of ["imported_entry", "referral_code"]) {
    await tx.query(`DELETE FROM ${table} WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`, [
      tx.shopId,
      memberIds,
    ]);
  }
}

/** What was brought in without saying of whom, where it names the person or is about an order of theirs. */
export async function eraseFeedbackNaming(
  tx: ShopTransaction,
  { memberIds, orders }: { memberIds: MemberId[]; orders: OrderId[] },
): Promise<void> {
  await tx.query(
    `DELETE FROM feedback f USING (SELECT f.id, f.message || ' ' || f.note AS text FROM feedback f
       WHERE f.shop_id = $1 AND f.member_id IS NULL) AS said
     WHERE f.shop_id = $1 AND f.id = said.id AND (f.order_id = ANY($3::bigint[])
       OR said.text ~ ('\\m(' || array_to_string($2::text[], '|') || ')\\M') OR EXISTS (
         SELECT 1 FROM person p WHERE p.shop_id = $1 AND p.member_id = ANY($2::bigint[]) AND p.email <> ''
           AND strpos(lower(said.text), lower(p.email)) > 0))`,
    [tx.shopId, memberIds, orders],
  );
}

/** What staff searched for when they kept a view, or did something to many: by it the person alone may be found. */
export async function eraseSearches(tx: ShopTransaction, memberIds: MemberId[]): Promise<void> {
  for (const table of ["member_view", "bulk_run"]) {
    await tx.query(
      `UPDATE ${table} t SET search = '' WHERE shop_id = $1 AND search <> '' AND (
         search ~ ('\\m(' || array_to_string($2::text[], '|') || ')\\M') OR EXISTS (
           SELECT 1 FROM person p,
             LATERAL (SELECT ARRAY(SELECT '%' || word || '%'
               FROM unnest(string_to_array(perennial_folded(t.search), ' ')) AS word) AS patterns) AS asked
           WHERE p.shop_id = $1 AND p.member_id = ANY($2::bigint[]) AND p.words LIKE ALL (asked.patterns)
             AND NOT EXISTS (SELECT 1 FROM person other WHERE other.shop_id = $1
               AND other.member_id <> ALL($2::bigint[]) AND other.words LIKE ALL (asked.patterns))))`,
      [tx.shopId, memberIds],
    );
  }
  await tx.query(`DELETE FROM bulk_row WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`, [
    tx.shopId,
    memberIds,
  ]);
}

/** Puts the surrogate in the place of the id and drops what tells of a person. */
export async function eraseMemberRows(
  tx: ShopTransaction,
  { memberId, surrogate }: { memberId: MemberId; surrogate: string },
): Promise<void> {
  const { shopId } = tx;
  const pair = [shopId, memberId, surrogate];
  await tx.query(`SELECT set_config('perennial.erasing_member', $1, true)`, [memberId]);
  await tx.query(`DELETE FROM person WHERE shop_id = $1 AND member_id = $2`, [shopId, memberId]);
  await tx.query(`DELETE FROM data_request WHERE shop_id = $1 AND member_id = $2`, [shopId, memberId]);
  await tx.query(`DELETE FROM consent WHERE shop_id = $1 AND member_id = $2`, [shopId, memberId]);
  await eraseFromLog(tx, pair);
  for (const table of ["study_member", "member_prediction", "member_picks", "pick_refusal", ...SEGMENT_ROWS])
    await tx.query(`DELETE FROM ${table} WHERE shop_id = $1 AND member_id = $2`, [shopId, memberId]);
  await tx.query(`DELETE FROM experiment_member WHERE shop_id = $1 AND member_id = $2`, [shopId, memberId]);
  await tx.query(`DELETE FROM feedback WHERE shop_id = $1 AND member_id = $2`, [shopId, memberId]);
  await eraseRewards(tx, memberId);
  await eraseFromFigures(tx, { memberId, surrogate });
  await tx.query(
    `UPDATE posting SET member_id = $3::bigint WHERE shop_id = $1 AND member_id = $2 AND transaction_id IN (
       SELECT id FROM ledger_transaction WHERE shop_id = $1 AND member_id = $2)`,
    pair,
  );
  for (const table of ["lot", "level_change", "activity", "redemption", "ledger_transaction"]) {
    await tx.query(`UPDATE ${table} SET member_id = $3::bigint WHERE shop_id = $1 AND member_id = $2`, pair);
  }
  for (const table of ["activity", "redemption"]) {
    await tx.query(
      `UPDATE ${table} SET record = jsonb_set(record, '{memberId}', to_jsonb($2::text)) WHERE shop_id = $1 AND member_id = $2::bigint`,
      [shopId, surrogate],
    );
  }
  await tx.query(
    `UPDATE "order" SET snapshot = CASE WHEN member_id = $2 THEN NULL ELSE snapshot END,
       member_id = CASE WHEN member_id = $2 THEN $3::bigint ELSE member_id END,
       member_ids = array_replace(member_ids, $2::bigint, $3::bigint),
       record = replace(record::text, '"memberId": "' || $2::text || '"', '"memberId": "' || $3::text || '"')::jsonb
     WHERE shop_id = $1 AND (member_id = $2 OR (member_ids @> ARRAY[$2::bigint] AND ${SHARED}))`,
    pair,
  );
  await tx.query(
    `UPDATE member SET id = $3::bigint, redacted_at = now(), next_due_at = NULL, summary_stale = false, summary_due_at = NULL,
       record = record || '{"birthday": null}'
     WHERE shop_id = $1 AND id = $2`,
    pair,
  );
  await tx.query(`UPDATE member SET merged_into = $3::bigint WHERE shop_id = $1 AND merged_into = $2`, pair);
  await tx.query(`SELECT set_config('perennial.erasing_member', '', true)`);
}

/** That somebody of the shop did something stays in their log, and with how many points; not for whom. */
async function eraseFromLog(tx: ShopTransaction, [shopId, memberId, surrogate]: unknown[]): Promise<void> {
  await tx.query(
    `UPDATE staff_action SET
       subject_id = CASE WHEN subject_kind = 'member' AND subject_id = $2::text THEN $3::text ELSE subject_id END,
       detail = CASE WHEN detail ? 'points' THEN jsonb_build_object('points', detail->'points') ELSE '{}' END
     WHERE shop_id = $1 AND (subject_kind = 'member' AND subject_id = $2::text
       OR detail::text ~ ('\\m' || $2::text || '\\M'))`,
    [shopId, memberId, surrogate],
  );
}

/**
 * The sums keep what they moved, under the number that stands for them from now on, and count them no more as soon as
 * they are worked out again: so is whoever shared an order with them, for the news of it go as well.
 */
async function eraseFromFigures(
  tx: ShopTransaction,
  { memberId, surrogate }: { memberId: MemberId; surrogate: string },
): Promise<void> {
  await lockFigures(tx);
  await tx.query(
    `UPDATE figure_member SET stale = true WHERE shop_id = $1 AND (member_id = $2 OR member_id IN (
       SELECT f.member_id FROM figure_order f JOIN "order" o ON o.shop_id = f.shop_id AND o.id = f.order_id
       WHERE f.shop_id = $1 AND o.member_id = $2))`,
    [tx.shopId, memberId],
  );
  for (const table of ["figure_member", "figure_share", "figure_order", "figure_segment_member"])
    await tx.query(`UPDATE ${table} SET member_id = $3::bigint WHERE shop_id = $1 AND member_id = $2`, [
      tx.shopId,
      memberId,
      surrogate,
    ]);
}

/** What the store was asked for them: words of its refusals may name a person, and a gift to many names its members. */
async function eraseRewards(tx: ShopTransaction, memberId: MemberId): Promise<void> {
  const who = [tx.shopId, memberId];
  for (const table of ["benefit", "redemption_refusal"])
    await tx.query(
      `DELETE FROM ${table} b USING redemption r
       WHERE b.shop_id = $1 AND r.shop_id = $1 AND r.id = b.redemption_id AND r.member_id = $2`,
      who,
    );
  await tx.query(`DELETE FROM issued_code WHERE shop_id = $1 AND member_id = $2`, who);
}

/** Where somebody stands among the others, and stood. */
const SEGMENT_ROWS = ["segment_member", "segment_move", "segment_tag", "member_group", "group_move"];

const TABLES_OF_A_SHOP = [
  "agency_store",
  "agency_code",
  "agency",
  "ledger_check",
  "staff_action",
  "staff_member",
  "shop_settings",
  "access_key",
  "reconciliation_finding",
  "reconciliation",
  "posting",
  "ledger_transaction",
  "signed_head",
  "verification",
  "seal",
  "lot",
  "level_change",
  "order",
  "benefit",
  "redemption_refusal",
  "store_pause",
  "reward_issue",
  "issue_batch",
  "issued_code",
  "withdrawn_code",
  "redemption",
  "activity",
  "adjustment_key",
  "command",
  "person",
  "member",
  "delivery",
  "product",
  "catalogue_product",
  "product_picks",
  "member_picks",
  "recommend_rules",
  "erased_id",
  "data_request",
  "programme_version",
  "programme_draft",
  "import_row",
  "member_import",
  "imported_entry",
  "referral_code",
  "consent",
  "pick_event",
  "pick_visit",
  "pick_refusal",
  "member_view",
  "bulk_row",
  "bulk_run",
  "study_member",
  "study",
  "feedback",
  "offer_month",
  "offer_budget",
  "experiment_look",
  "experiment_member",
  "experiment",
  "onboarding",
  ...SEGMENT_ROWS,
  "segment_day",
  "segment",
  "figure_cell",
  "figure_segment_member",
  "figure_segment",
  "figure_share",
  "figure_member",
  "figure_order",
  "figure_state",
  "member_prediction",
  "insight_training",
  "insight_model",
];

/** Everything of the shop, itself included. */
export async function eraseShopRows(tx: ShopTransaction): Promise<void> {
  await tx.query(`SELECT set_config('perennial.erasing_shop', $1, true)`, [String(tx.shopId)]);
  for (const table of TABLES_OF_A_SHOP)
    await tx.query(`DELETE FROM "${table}" WHERE shop_id = $1`, [tx.shopId]);
  // Whom it looked after is looked after by it no more.
  await tx.query(`DELETE FROM agency_store WHERE agency_id = $1`, [tx.shopId]);
  await tx.query(`DELETE FROM shop WHERE id = $1`, [tx.shopId]);
  await tx.query(`SELECT set_config('perennial.erasing_shop', '', true)`);
}
