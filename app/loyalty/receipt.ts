import { addTransaction, noBalances } from "./balances.ts";
import { canonicalForm } from "./hash.ts";
import type { LedgerTransaction } from "./ledger.ts";
import { pathTo, type Step } from "./merkle.ts";
import { leafOf, type Seal, type SealedHead } from "./seal.ts";
import type { SignedHead } from "./signed-head.ts";

/**
 * Everything a member needs to check their ledger without us: `docs/receipts.md` says how, and
 * `public/check-receipt.html` does it. Points are decimal strings. It holds no name and no address; the member appears
 * as the pseudonym that is hashed.
 */
export interface Receipt {
  format: "perennial-receipt/1";
  shop: string;
  /** ISO 8601. */
  issuedAt: string;
  /** Where the shop's signed heads are published. */
  published: string;
  pseudonym: string;
  /** From the first on. `hash` is SHA-256 over `previousHash`, a line feed and `canonical`. */
  transactions: ReceiptEntry[];
  balances: ReceiptBalances;
  /** The seal that holds the chain up to `seq`; null where it was not sealed yet. */
  seal: ReceiptSeal | null;
  /** The signed head that speaks of this seal; null where none does yet. */
  signed: ReceiptSignature | null;
}

export interface ReceiptEntry {
  canonical: string;
  previousHash: string;
  hash: string;
}

export type ReceiptBalances = Record<
  "pending" | "available" | "held" | "owed" | "earned" | "redeemed" | "expired",
  string
>;

export interface ReceiptSeal {
  number: number;
  seq: number;
  /** From the leaf [pseudonym, seq, hash of that transaction] to the root that the seal's hash is over. */
  path: Step[];
  previousHash: string;
  hash: string;
}

export interface ReceiptSignature extends Pick<SignedHead, "statement" | "publicKey" | "signature"> {
  /** From the seal's hash to the root in the statement. */
  path: Step[];
}

export function receiptEntryOf(transaction: LedgerTransaction, pseudonym: string): ReceiptEntry {
  const { previousHash, hash } = transaction;
  return { canonical: canonicalForm(transaction, pseudonym), previousHash, hash };
}

/** The sums of the postings, as a checker will find them. */
export function receiptBalancesOf(transactions: readonly LedgerTransaction[]): ReceiptBalances {
  const balances = noBalances();
  for (const transaction of transactions) addTransaction(balances, transaction);
  const { accounts } = balances;
  return {
    pending: accounts.pending.toString(),
    available: accounts.available.toString(),
    held: accounts.held.toString(),
    owed: (-accounts.owed).toString(),
    earned: (-accounts.earnings).toString(),
    redeemed: accounts.redemptions.toString(),
    expired: accounts.breakage.toString(),
  };
}

/** Shows one head to be in its seal; null where it is not. */
export function receiptSealOf(seal: Seal, head: SealedHead): ReceiptSeal | null {
  const leaves = seal.heads.map(leafOf);
  const place = leaves.indexOf(leafOf(head));
  if (place < 0) return null;
  const { number, previousHash, hash } = seal;
  return { number, seq: head.seq, path: pathTo(leaves, place), previousHash, hash };
}

/** Shows a seal to be one of those that a signed head speaks of. `hashes` are all of theirs. */
export function receiptSignatureOf(
  { statement, publicKey, signature, firstSeal }: SignedHead,
  hashes: readonly string[],
  seal: number,
): ReceiptSignature {
  return { statement, publicKey, signature, path: pathTo(hashes, seal - firstSeal) };
}
