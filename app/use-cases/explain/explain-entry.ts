import { listMemberTransactions, type StoredTransaction } from "../../db/ledger.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";

/** One entry of a member's ledger, by its place in their chain; null where there is none. */
export async function explainEntry(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  { memberId, seq }: { memberId: string; seq: number },
): Promise<StoredTransaction | null> {
  const [entry] = await listMemberTransactions(db.sql, shop.id, { memberId, limit: 1, before: seq + 1 });
  return entry?.seq === seq ? entry : null;
}
