import type { ShopTransaction } from "../db/database.ts";
import { listSeals } from "../db/seals.ts";
import { listHeadsFrom } from "../db/signed-heads.ts";
import { faultOfSeal, type Seal, type SealedHead } from "../loyalty/seal.ts";
import { faultOfHead, type SignedHead } from "../loyalty/signed-head.ts";

/** The newest head of every member that the shop's chain holds, by pseudonym. */
export type SealedHeads = ReadonlyMap<string, SealedHead>;

export interface ReadSeals {
  heads: SealedHeads;
  /** Hash of the last; "none" where nothing is sealed. */
  head: string;
}

const SEALS_AT_ONCE = 100;
const SIGNED_AT_ONCE = 500;

/** Reads the shop's own chain, and what was signed of it; names the first that is not as it was written. */
export async function readSeals(tx: ShopTransaction, shop: string): Promise<ReadSeals | { fault: string }> {
  const heads = new Map<string, SealedHead>();
  const hashes: string[] = [];
  let previous: Seal | null = null;
  for (;;) {
    const page = { after: previous?.number ?? 0, limit: SEALS_AT_ONCE };
    const seals: Seal[] = await listSeals(tx, tx.shopId, page);
    if (seals.length === 0) break;
    for (const seal of seals) {
      const fault = faultOfSeal(previous, seal);
      if (fault !== null) return { fault: `seal ${seal.number}: ${fault}` };
      for (const head of seal.heads) heads.set(head.pseudonym, head);
      hashes.push(seal.hash);
      previous = seal;
    }
  }
  const fault = await findSignedFault(tx, { shop, sealHashes: hashes });
  return fault === null ? { heads, head: previous?.hash ?? "none" } : { fault };
}

async function findSignedFault(
  tx: ShopTransaction,
  about: { shop: string; sealHashes: readonly string[] },
): Promise<string | null> {
  let previous: SignedHead | null = null;
  for (;;) {
    const page = { after: previous?.number ?? 0, limit: SIGNED_AT_ONCE };
    const signed: SignedHead[] = await listHeadsFrom(tx, tx.shopId, page);
    if (signed.length === 0) return null;
    for (const head of signed) {
      const fault = faultOfHead(previous, head, about);
      if (fault !== null) return `signed head ${head.number}: ${fault}`;
      previous = head;
    }
  }
}
