import type { ShopTransaction } from "../../db/database.ts";
import { noteRepairs } from "../../db/reconciliation-findings.ts";
import type { Book } from "../../loyalty/book.ts";
import type { Account } from "../../loyalty/ledger.ts";
import type { Points } from "../../loyalty/points.ts";

const OF_MEMBERS: ReadonlySet<Account> = new Set<Account>(["pending", "available", "held", "owed"]);

/** Notes for the reports by how much the deliveries of reconciliations among these changed what members have. */
export async function noteRepairsBy(
  tx: ShopTransaction,
  book: Pick<Book, "journal">,
  settled: readonly { webhookId: string; topic: string }[],
): Promise<void> {
  const repairs = settled.filter(({ topic }) => topic.startsWith("reconcile/"));
  if (repairs.length === 0) return;
  const changed = new Map<string, Points>(repairs.map(({ webhookId }) => [webhookId, 0n]));
  for (const { cause, postings } of book.journal) {
    const sum = changed.get(cause.eventId);
    if (sum === undefined) continue;
    const moved = postings.map(({ debit, credit, points }) => {
      return points * (BigInt(OF_MEMBERS.has(credit)) - BigInt(OF_MEMBERS.has(debit)));
    });
    changed.set(
      cause.eventId,
      moved.reduce((total, points) => total + points, sum),
    );
  }
  await noteRepairs(tx, changed);
}
