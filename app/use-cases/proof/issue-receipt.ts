import type { ShopTransaction } from "../../db/database.ts";
import { listChains, type StoredTransaction } from "../../db/ledger.ts";
import { findSeal, findSealedMember, listSealHashes } from "../../db/seals.ts";
import type { ShopRow } from "../../db/shops.ts";
import { findHeadOfSeal, lastSignedHead } from "../../db/signed-heads.ts";
import {
  receiptBalancesOf,
  receiptEntryOf,
  receiptSealOf,
  receiptSignatureOf,
  type Receipt,
  type ReceiptSeal,
  type ReceiptSignature,
} from "../../loyalty/receipt.ts";
import { sealLedger } from "../seal-ledger.ts";
import type { Services } from "../services.ts";
import type { HeadSigner } from "./head-signer.ts";
import { signHead } from "./sign-head.ts";

/** Whoever asks for receipts again and again does not have the chain signed each time. */
const SIGNED_AT_MOST_EVERY_MS = 60_000;

export interface IssuedReceipt {
  receipt: Receipt;
  /** The same transactions, to be put into words. */
  transactions: StoredTransaction[];
}

/** The whole ledger of a member with its proof, sealed and signed for the purpose; null for nobody. */
export async function issueReceipt(
  services: Pick<Services, "db" | "clock">,
  { signer, appUrl }: { signer: HeadSigner; appUrl: string },
  of: { shop: ShopRow; memberId: string },
): Promise<IssuedReceipt | null> {
  const { shop, memberId } = of;
  const { db, clock } = services;
  await sealLedger(services, shop.id);
  const last = await lastSignedHead(db.sql, shop.id);
  if (last === null || clock() - last.at >= SIGNED_AT_MOST_EVERY_MS) await signHead(services, signer, shop);
  return db.inShop(shop.id, async (tx) => {
    await tx.query(`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`);
    const member = await findSealedMember(tx, memberId);
    if (member === null) return null;
    const { pseudonym } = member;
    const transactions = await listChains(tx, shop.id, { from: memberId, to: memberId });
    const seal = await sealOfMember(tx, member, transactions);
    const receipt: Receipt = {
      format: "perennial-receipt/1",
      shop: shop.domain,
      issuedAt: new Date(clock()).toISOString(),
      published: `${appUrl}/proofs/${shop.domain}`,
      pseudonym,
      transactions: transactions.map((transaction) => receiptEntryOf(transaction, pseudonym)),
      balances: receiptBalancesOf(transactions),
      seal,
      signed: seal === null ? null : await signatureOfSeal(tx, seal.number),
    };
    return { receipt, transactions };
  });
}

async function sealOfMember(
  tx: ShopTransaction,
  member: { pseudonym: string; sealedSeq: number; sealedIn: number | null },
  transactions: StoredTransaction[],
): Promise<ReceiptSeal | null> {
  const { pseudonym, sealedSeq: seq, sealedIn } = member;
  const seal = sealedIn === null ? null : await findSeal(tx, tx.shopId, sealedIn);
  const head = transactions[seq - 1]?.hash;
  return seal === null || head === undefined ? null : receiptSealOf(seal, { pseudonym, seq, head });
}

async function signatureOfSeal(tx: ShopTransaction, seal: number): Promise<ReceiptSignature | null> {
  const signed = await findHeadOfSeal(tx, tx.shopId, seal);
  if (signed === null) return null;
  const { firstSeal: first, lastSeal: last } = signed;
  return receiptSignatureOf(signed, await listSealHashes(tx, tx.shopId, { first, last }), seal);
}
