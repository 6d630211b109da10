import { listLatestTransactions, type StoredTransaction } from "../../db/ledger.ts";
import { listOrderGlances } from "../../db/summaries.ts";
import type { ShopRow } from "../../db/shops.ts";
import { historyOf } from "../../loyalty/history.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { EntryFacts } from "../../loyalty/summarise.ts";
import type { Services } from "../services.ts";

const SHOWN = 25;

/** What happened to a member's points: the ledger's transaction, and the lines that a shopper reads it as. */
export interface Recounted {
  transaction: StoredTransaction;
  lines: EntryFacts[];
}

/** The newest first; `older` where there is more than is told. */
export async function recountHistory(
  { db: { sql } }: Pick<Services, "db">,
  shop: ShopRow,
  memberId: MemberId,
): Promise<{ entries: Recounted[]; older: boolean }> {
  const latest = await listLatestTransactions(sql, shop.id, { ids: [memberId], each: SHOWN + 1 });
  const transactions = latest.get(memberId) ?? [];
  const named = transactions.flatMap(({ explanation }) =>
    "order" in explanation && explanation.order !== null ? [explanation.order] : [],
  );
  const orders = await listOrderGlances(sql, shop.id, { members: [], orders: [...new Set(named)] });
  const byId = new Map(orders.map((order) => [order.id, order]));
  const entries = transactions.slice(0, SHOWN).map((transaction) => {
    const { explanation } = transaction;
    const order = byId.get("order" in explanation ? (explanation.order ?? "") : "");
    const facts =
      order === undefined
        ? null
        : {
            vestsAt: order.pending > 0n ? order.vestsAt : null,
            refunded: order.refunded,
            boughtAt: order.boughtAt,
          };
    return { transaction, lines: historyOf(transaction, facts) };
  });
  return { entries, older: transactions.length > SHOWN };
}
