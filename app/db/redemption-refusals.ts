import type { RedemptionId } from "../loyalty/ids.ts";
import type { Refusal } from "../loyalty/redemption.ts";
import type { ShopTransaction } from "./database.ts";
import { fromJson, toJson } from "./json.ts";
import type { Sql } from "./sql.ts";

/** Why a wish was refused: sent again, the same request has the same answer. */
export async function saveRefusal(tx: ShopTransaction, id: RedemptionId, refusal: Refusal): Promise<void> {
  await tx.query(
    `INSERT INTO redemption_refusal (shop_id, redemption_id, refusal) VALUES ($1, $2, $3::text::jsonb)
     ON CONFLICT DO NOTHING`,
    [tx.shopId, id, toJson(refusal)],
  );
}

export async function findRefusal(sql: Sql, shopId: number, id: RedemptionId): Promise<Refusal | null> {
  const [row] = await sql.again<{ refusal: unknown }>(
    `SELECT refusal FROM redemption_refusal WHERE shop_id = $1 AND redemption_id = $2`,
    [shopId, id],
  );
  return row === undefined ? null : fromJson<Refusal>(row.refusal);
}
