import type { MemberId, OrderId } from "../loyalty/ids.ts";
import type { ShopTransaction } from "./database.ts";

export async function listOrdersOfMember(tx: ShopTransaction, memberId: MemberId): Promise<OrderId[]> {
  const rows = await tx.query<{ id: bigint }>(
    `SELECT id FROM "order" WHERE shop_id = $1 AND member_ids @> ARRAY[$2::bigint]`,
    [tx.shopId, memberId],
  );
  return rows.map((row) => row.id.toString());
}

interface MemberErasure {
  memberId: MemberId;
  surrogate: string;
  orders: OrderId[];
}

/** Puts the surrogate in the place of the id and drops what tells of a person. */
export async function eraseMemberRows(tx: ShopTransaction, erasure: MemberErasure): Promise<void> {
  const { memberId, surrogate, orders } = erasure;
  const { shopId } = tx;
  const pair = [shopId, memberId, surrogate];
  await tx.query(`SELECT set_config('perennial.erasing_member', $1, true)`, [memberId]);
  await tx.query(`DELETE FROM person WHERE shop_id = $1 AND member_id = $2`, [shopId, memberId]);
  await tx.query(`DELETE FROM data_request WHERE shop_id = $1 AND member_id = $2`, [shopId, memberId]);
  await tx.query(
    `DELETE FROM delivery WHERE shop_id = $1 AND event->>'kind' = 'points'
       AND (member_id = $2 OR order_id = ANY($3::bigint[]))`,
    [shopId, memberId, orders],
  );
  for (const table of ["lot", "activity", "redemption", "ledger_transaction", "posting"]) {
    await tx.query(`UPDATE ${table} SET member_id = $3::bigint WHERE shop_id = $1 AND member_id = $2`, pair);
  }
  for (const table of ["activity", "redemption"]) {
    await tx.query(
      `UPDATE ${table} SET record = jsonb_set(record, '{memberId}', to_jsonb($2::text)) WHERE shop_id = $1 AND member_id = $2::bigint`,
      [shopId, surrogate],
    );
  }
  await tx.query(
    `UPDATE "order" SET snapshot = NULL,
       member_id = CASE WHEN member_id = $2 THEN $3::bigint ELSE member_id END,
       member_ids = array_replace(member_ids, $2::bigint, $3::bigint),
       record = replace(record::text, '"memberId": "' || $2::text || '"', '"memberId": "' || $3::text || '"')::jsonb
     WHERE shop_id = $1 AND member_ids @> ARRAY[$2::bigint]`,
    pair,
  );
  await tx.query(
    `UPDATE member SET id = $3::bigint, redacted_at = now(), next_due_at = NULL, summary_stale = false
     WHERE shop_id = $1 AND id = $2`,
    pair,
  );
  await tx.query(`UPDATE member SET merged_into = $3::bigint WHERE shop_id = $1 AND merged_into = $2`, pair);
  await tx.query(`SELECT set_config('perennial.erasing_member', '', true)`);
}

const TABLES_OF_A_SHOP = [
  "posting",
  "ledger_transaction",
  "seal",
  "lot",
  "order",
  "redemption",
  "activity",
  "adjustment_key",
  "person",
  "member",
  "delivery",
  "product",
  "erased_id",
  "data_request",
  "programme_version",
];

/** Everything of the shop, itself included. */
export async function eraseShopRows(tx: ShopTransaction): Promise<void> {
  await tx.query(`SELECT set_config('perennial.erasing_shop', $1, true)`, [String(tx.shopId)]);
  for (const table of TABLES_OF_A_SHOP)
    await tx.query(`DELETE FROM "${table}" WHERE shop_id = $1`, [tx.shopId]);
  await tx.query(`DELETE FROM shop WHERE id = $1`, [tx.shopId]);
  await tx.query(`SELECT set_config('perennial.erasing_shop', '', true)`);
}
