import { countTransactions, listChains, type StoredTransaction } from "../db/ledger.ts";
import { listChainEnds, sumOfBooks, type StoredChainEnd } from "../db/chain-ends.ts";
import { listSeals } from "../db/seals.ts";
import type { ShopRow } from "../db/shops.ts";
import { findBrokenSeal, type Seal } from "../loyalty/seal.ts";
import { verifyChain } from "../loyalty/verify-chain.ts";
import { sealLedger } from "./seal-ledger.ts";
import type { Services } from "./services.ts";

export type Verification =
  { ok: true; transactions: number; head: string; sum: bigint } | { ok: false; fault: string };

const MEMBERS_AT_ONCE = 500;

/**
 * Reads the whole ledger of a shop: every hash, every link, every balance and lot against its postings, and the shop's
 * own chain over the members. Seals first, so that nothing is left unproved. Names the first fault.
 */
export async function verifyLedger(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
): Promise<Verification> {
  await sealLedger(services, shop.id);
  const { sql } = services.db;
  const seals = await listSeals(sql, shop.id);
  const broken = findBrokenSeal(seals);
  if (broken !== null) return { ok: false, fault: `seal ${broken.number}: ${broken.fault}` };
  const sealed = new Map(seals.flatMap(({ heads }) => heads).map((head) => [head.pseudonym, head]));
  let transactions = 0;
  for (let after: string | null = null; ;) {
    const ends: StoredChainEnd[] = await listChainEnds(sql, shop.id, { after, limit: MEMBERS_AT_ONCE });
    const last = ends.at(-1);
    if (last === undefined) break;
    const chains = byMember(await listChains(sql, shop.id, { from: ends[0]?.id ?? "", to: last.id }));
    for (const end of ends) {
      const rows = chains.get(end.id) ?? [];
      const fault = faultOf(rows, end, sealed);
      if (fault !== null) return { ok: false, fault };
      sealed.delete(end.pseudonym);
      transactions += rows.length;
      chains.delete(end.id);
    }
    const stray = [...chains.values()].flat()[0];
    if (stray !== undefined)
      return { ok: false, fault: `transaction ${stray.key}: inserted, it belongs to no member` };
    after = last.id;
  }
  const written = await countTransactions(sql, shop.id);
  if (written !== transactions)
    return { ok: false, fault: `${written - transactions} transactions belong to no member: inserted` };
  const [missing] = sealed.keys();
  if (missing !== undefined) return { ok: false, fault: `member ${missing}: removed, although sealed` };
  return { ok: true, transactions, head: headOf(seals), sum: await sumOfBooks(sql, shop.id) };
}

function faultOf(
  rows: StoredTransaction[],
  end: StoredChainEnd,
  sealed: ReadonlyMap<string, Seal["heads"][number]>,
): string | null {
  const fault = verifyChain(rows, end, end.pseudonym);
  if (fault !== null)
    return `member ${fault.memberId}, transaction ${fault.seq}${fault.key === null ? "" : ` (${fault.key})`}: ${fault.fault}`;
  const head = sealed.get(end.pseudonym);
  if (end.seq > 0 && (head?.seq !== end.seq || head.head !== end.head))
    return `member ${end.id}: does not end as sealed`;
  return null;
}

function byMember(rows: StoredTransaction[]): Map<string, StoredTransaction[]> {
  return Map.groupBy(rows, (row) => row.memberId);
}

function headOf(seals: Seal[]): string {
  return seals.at(-1)?.hash ?? "none";
}
