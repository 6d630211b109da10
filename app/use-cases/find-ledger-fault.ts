import { listChainEnds, type StoredChainEnd } from "../db/chain-ends.ts";
import type { ShopTransaction } from "../db/database.ts";
import { findOrderAmiss } from "../db/ledger-check.ts";
import { findStray, listChains, type StoredTransaction } from "../db/ledger.ts";
import type { SealedHead } from "../loyalty/seal.ts";
import { verifyChain } from "../loyalty/verify-chain.ts";
import type { SealedHeads } from "./read-seals.ts";

const MEMBERS_AT_ONCE = 500;

/**
 * Reads the ledger row by row, chain by chain, and names the first fault; null where there is none after all. `sealed`
 * is what the shop's own chain says of the members'.
 */
export async function findLedgerFault(tx: ShopTransaction, sealed: SealedHeads): Promise<string | null> {
  const { shopId } = tx;
  const missing = new Set(sealed.keys());
  for (let after: string | null = null; ;) {
    const ends: StoredChainEnd[] = await listChainEnds(tx, shopId, { after, limit: MEMBERS_AT_ONCE });
    const last = ends.at(-1);
    if (last === undefined) break;
    const rows = await listChains(tx, shopId, { from: ends[0]?.id ?? "", to: last.id });
    const chains = Map.groupBy(rows, (row) => row.memberId);
    for (const end of ends) {
      const fault = faultOf(chains.get(end.id) ?? [], end, sealed.get(end.pseudonym));
      if (fault !== null) return fault;
      missing.delete(end.pseudonym);
    }
    after = last.id;
  }
  const stray = await findStray(tx, shopId);
  if (stray !== null) return `${stray}: inserted`;
  const [gone] = missing;
  if (gone !== undefined) return `member ${gone}: removed, although sealed`;
  const order = await findOrderAmiss(tx);
  return order === null ? null : `order ${order}: its points are not the sum of its postings`;
}

function faultOf(
  rows: StoredTransaction[],
  end: StoredChainEnd,
  head: SealedHead | undefined,
): string | null {
  const fault = verifyChain(rows, end, end.pseudonym);
  if (fault !== null)
    return `member ${fault.memberId}, transaction ${fault.seq}${fault.key === null ? "" : ` (${fault.key})`}: ${fault.fault}`;
  const isSealed =
    (head?.seq ?? 0) === end.sealedSeq && (head === undefined || rows[head.seq - 1]?.hash === head.head);
  return isSealed ? null : `member ${end.id}: is not as it was sealed`;
}
