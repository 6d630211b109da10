import { findShop } from "../../db/shops.ts";
import { listSignedHeads } from "../../db/signed-heads.ts";
import type { SignedHead } from "../../loyalty/signed-head.ts";
import type { Services } from "../services.ts";

/** More than a year of days. */
const HEADS_A_PAGE = 400;

/** What everybody may hold a shop's ledger to. Nothing in it is of a person. */
export interface Proofs {
  format: "perennial-proofs/1";
  shop: string;
  /** The newest first. */
  heads: Pick<SignedHead, "statement" | "publicKey" | "signature">[];
  /** The number before which older ones follow; null where these are all. */
  before: number | null;
}

/** null for a shop that nothing is known of. */
export async function listProofs(
  { db }: Pick<Services, "db">,
  domain: string,
  before: number | null,
): Promise<Proofs | null> {
  const shop = await findShop(db.sql, domain);
  if (shop === null) return null;
  const found = await listSignedHeads(db.sql, shop.id, { before, limit: HEADS_A_PAGE + 1 });
  const heads = found.slice(0, HEADS_A_PAGE);
  return {
    format: "perennial-proofs/1",
    shop: domain,
    heads: heads.map(({ statement, publicKey, signature }) => ({ statement, publicKey, signature })),
    before: found.length > HEADS_A_PAGE ? (heads.at(-1)?.number ?? null) : null,
  };
}
