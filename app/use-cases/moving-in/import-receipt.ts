import { createHash } from "node:crypto";
import { countRows, readImportFigures, sumPosted } from "../../db/import-figures.ts";
import type { StoredImport } from "../../db/member-imports.ts";
import type { ShopRow } from "../../db/shops.ts";
import { formatInstant } from "../../loyalty/time.ts";
import { sourceOf } from "../../moving/sources.ts";
import type { HeadSigner } from "../proof/head-signer.ts";
import type { Services } from "../services.ts";
import { settingsOf } from "./import-settings.ts";

/** What was moved in, reconciled to the point. Points are decimal strings, those owed below 0 in the sums. */
export interface ImportReceipt {
  kind: "perennial-import-receipt";
  version: 1;
  shop: string;
  import: string;
  file: { name: string; sha256: string; rows: number; source: string; holds: "members" | "history" };
  accepted: { rows: number; members: number; points: string; owed: string };
  refused: { rows: number };
  ledger: { transactions: number; points: string };
  /** What the ledger has less what the accepted rows say; "0", or the import is flagged. */
  difference: string;
  startedBy: string;
  finishedAt: string;
}

/** Rows against the ledger, when all of it is in. */
export async function drawUpReceipt(
  { db, clock }: Services,
  shop: ShopRow,
  found: StoredImport,
): Promise<ImportReceipt> {
  const { source, kind } = settingsOf(found);
  const figures = await readImportFigures(db.sql, shop.id, found.id);
  const rows = await countRows(db.sql, shop.id, found.id);
  const posted = await sumPosted(db.sql, shop.id, found.id);
  return {
    kind: "perennial-import-receipt",
    version: 1,
    shop: shop.domain,
    import: found.id,
    file: {
      name: found.fileName,
      sha256: found.fileHash,
      rows: found.rows,
      source: source === null ? "unknown" : sourceOf(source).name,
      holds: kind,
    },
    accepted: {
      rows: rows.posted ?? 0,
      members: figures.members,
      points: kind === "members" ? (figures.points - figures.owed).toString() : "0",
      owed: kind === "members" ? figures.owed.toString() : "0",
    },
    refused: { rows: rows.faulty ?? 0 },
    ledger: { transactions: posted.transactions, points: posted.points.toString() },
    difference: (posted.points - posted.rows).toString(),
    startedBy: found.startedBy,
    finishedAt: formatInstant(clock()),
  };
}

/** The receipt as the very text that is signed: keys in the order of the type, without spaces. */
function receiptJson(receipt: ImportReceipt): string {
  return JSON.stringify(receipt);
}

/** The receipt as it is kept and handed out: whoever has the installation's public key can check it offline. */
export interface SignedReceipt {
  /** The very text that is signed. */
  receipt: string;
  /** Hex SHA-256 of that text. */
  sha256: string;
  /** Ed25519, base64url, as of the signed heads of the ledger. */
  publicKey: string;
  signature: string;
}

export function signReceipt(receipt: ImportReceipt, signer: HeadSigner): SignedReceipt {
  const text = receiptJson(receipt);
  return {
    receipt: text,
    sha256: createHash("sha256").update(text).digest("hex"),
    publicKey: signer.publicKey,
    signature: signer.sign(text),
  };
}

/** What a kept receipt says. */
export function receiptOf({ receipt }: SignedReceipt): ImportReceipt {
  return JSON.parse(receipt) as ImportReceipt;
}

/** For people, and for paper. */
export function receiptText(signed: SignedReceipt): string {
  const receipt = receiptOf(signed);
  const { file, accepted, refused, ledger } = receipt;
  return [
    `Perennial: receipt for an import into ${receipt.shop}`,
    ``,
    `File        ${file.name} (${file.source}, ${file.rows} rows)`,
    `SHA-256     ${file.sha256}`,
    `Import      ${receipt.import}, finished ${receipt.finishedAt}, started by ${receipt.startedBy}`,
    ``,
    `Accepted    ${accepted.rows} rows of ${accepted.members} members`,
    `            ${accepted.points} points${accepted.owed === "0" ? "" : `, of which ${accepted.owed} are owed (taken off)`}`,
    `Refused     ${refused.rows} rows`,
    `Ledger      ${ledger.points} points in ${ledger.transactions} transactions`,
    `Difference  ${receipt.difference}${receipt.difference === "0" ? ": the sums agree to the point" : ": THE SUMS DO NOT AGREE"}`,
    ``,
    `Receipt     sha256 ${signed.sha256}`,
    `Signature   ed25519 ${signed.signature}`,
    `Public key  ${signed.publicKey}`,
    ``,
  ].join("\n");
}
