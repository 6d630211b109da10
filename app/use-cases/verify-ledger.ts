import type { ShopTransaction } from "../db/database.ts";
import { sumOfBooks } from "../db/chain-ends.ts";
import { listSealedEnds } from "../db/seals.ts";
import type { ShopRow } from "../db/shops.ts";
import { readAsOfOneInstant } from "../db/snapshot.ts";
import { checkInBulk, type Progress } from "./check-in-bulk.ts";
import { findLedgerFault } from "./find-ledger-fault.ts";
import { readSeals, type SealedHeads } from "./read-seals.ts";
import { sealLedger } from "./seal-ledger.ts";
import type { Services } from "./services.ts";

export type Verification =
  | {
      ok: true;
      transactions: number;
      /** Of these, what was written after the last seal: nothing but the members' own chains proves it yet. */
      unsealed: number;
      head: string;
      sum: bigint;
    }
  | { ok: false; fault: string };

const MEMBERS_AT_ONCE = 5_000;

/**
 * Reads the whole ledger of a shop: every hash, every link, every balance and lot against its postings, and the shop's
 * own chain over the members with what was signed of it. Seals first, so that nothing that was written by then is left unproved. Names the first
 * fault. All of it is read as of one instant, so that what goes on meanwhile is not taken for a fault.
 */
export async function verifyLedger(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  progress?: Progress,
): Promise<Verification> {
  await sealLedger(services, shop.id);
  return readAsOfOneInstant(services.db, shop.id, async (readers) => {
    const [tx] = readers;
    const seals = await readSeals(tx, shop.domain);
    if ("fault" in seals) return { ok: false, fault: seals.fault };
    const { isWhole, transactions } = await checkInBulk(readers, progress);
    const isRight = isWhole && (await isAsSealed(tx, seals.heads));
    const fault = isRight ? null : await findLedgerFault(tx, seals.heads);
    if (fault !== null) return { ok: false, fault };
    const sealed = [...seals.heads.values()].reduce((sum, { seq }) => sum + seq, 0);
    const sum = await sumOfBooks(tx, shop.id);
    return { ok: true, transactions, unsealed: transactions - sealed, head: seals.head, sum };
  });
}

/** Whether every chain that was sealed stands as it was then, and no other says that it was. */
async function isAsSealed(tx: ShopTransaction, heads: SealedHeads): Promise<boolean> {
  let found = 0;
  for (let after: string | null = null; ;) {
    const ends = await listSealedEnds(tx, tx.shopId, { after, limit: MEMBERS_AT_ONCE });
    const last = ends.at(-1);
    if (last === undefined) return found === heads.size;
    for (const { pseudonym, seq, head } of ends) {
      const sealed = heads.get(pseudonym);
      if ((sealed?.seq ?? 0) !== seq || (sealed?.head ?? "") !== head) return false;
      if (sealed !== undefined) found += 1;
    }
    after = last.memberId;
  }
}
