import { findStray, listChains, type StoredTransaction } from "../db/ledger.ts";
import { listChainEnds, sumOfBooks, type StoredChainEnd } from "../db/chain-ends.ts";
import type { ShopTransaction } from "../db/database.ts";
import { listSeals } from "../db/seals.ts";
import type { ShopRow } from "../db/shops.ts";
import { findBrokenSeal, type Seal } from "../loyalty/seal.ts";
import { verifyChain } from "../loyalty/verify-chain.ts";
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

const MEMBERS_AT_ONCE = 500;

/**
 * Reads the whole ledger of a shop: every hash, every link, every balance and lot against its postings, and the shop's
 * own chain over the members. Seals first, so that nothing that was written by then is left unproved. Names the first
 * fault. All of it is read as of one instant, so that what goes on meanwhile is not taken for a fault.
 */
export async function verifyLedger(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
): Promise<Verification> {
  await sealLedger(services, shop.id);
  return services.db.inShop(shop.id, async (tx) => {
    await tx.query(`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`);
    return readLedger(tx);
  });
}

async function readLedger(tx: ShopTransaction): Promise<Verification> {
  const { shopId } = tx;
  const seals = await listSeals(tx, shopId);
  const broken = findBrokenSeal(seals);
  if (broken !== null) return { ok: false, fault: `seal ${broken.number}: ${broken.fault}` };
  const sealed = new Map(seals.flatMap(({ heads }) => heads).map((head) => [head.pseudonym, head]));
  const read = { transactions: 0, unsealed: 0 };
  for (let after: string | null = null; ;) {
    const ends: StoredChainEnd[] = await listChainEnds(tx, shopId, { after, limit: MEMBERS_AT_ONCE });
    const last = ends.at(-1);
    if (last === undefined) break;
    const chains = byMember(await listChains(tx, shopId, { from: ends[0]?.id ?? "", to: last.id }));
    for (const end of ends) {
      const rows = chains.get(end.id) ?? [];
      const head = sealed.get(end.pseudonym);
      const fault = faultOf(rows, end, head);
      if (fault !== null) return { ok: false, fault };
      sealed.delete(end.pseudonym);
      read.transactions += rows.length;
      read.unsealed += rows.length - (head?.seq ?? 0);
    }
    after = last.id;
  }
  const stray = await findStray(tx, shopId);
  if (stray !== null) return { ok: false, fault: `${stray}: inserted` };
  const [missing] = sealed.keys();
  if (missing !== undefined) return { ok: false, fault: `member ${missing}: removed, although sealed` };
  return { ok: true, ...read, head: headOf(seals), sum: await sumOfBooks(tx, shopId) };
}

function faultOf(
  rows: StoredTransaction[],
  end: StoredChainEnd,
  head: Seal["heads"][number] | undefined,
): string | null {
  const fault = verifyChain(rows, end, end.pseudonym);
  if (fault !== null)
    return `member ${fault.memberId}, transaction ${fault.seq}${fault.key === null ? "" : ` (${fault.key})`}: ${fault.fault}`;
  const isSealed =
    (head?.seq ?? 0) === end.sealedSeq && (head === undefined || rows[head.seq - 1]?.hash === head.head);
  return isSealed ? null : `member ${end.id}: is not as it was sealed`;
}

function byMember(rows: StoredTransaction[]): Map<string, StoredTransaction[]> {
  return Map.groupBy(rows, (row) => row.memberId);
}

function headOf(seals: Seal[]): string {
  return seals.at(-1)?.hash ?? "none";
}
