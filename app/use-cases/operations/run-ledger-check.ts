import { findLedgerCheck, finishLedgerCheck, noteLedgerCheck } from "../../db/ledger-checks.ts";
import { requireShop } from "../../db/shops.ts";
import { saveVerification } from "../../db/verifications.ts";
import type { Services } from "../services.ts";
import { verifyLedger } from "../verify-ledger.ts";

/** Reads the whole ledger because somebody asked for it, and keeps what it found where everybody sees it. */
export async function runLedgerCheck(services: Services, shopId: number): Promise<void> {
  const { db, clock } = services;
  const asked = await findLedgerCheck(db.sql, shopId);
  if (asked === null || asked.finishedAt !== null) return;
  const shop = await requireShop(db.sql, shopId);
  const found = await verifyLedger(services, shop, (done, steps) => {
    // An embedded database has one connection, and the reading holds it.
    if (db.kind === "pglite") return;
    noteLedgerCheck(db.sql, shopId, { done, steps }).catch((error: unknown) =>
      services.log.warn({ error }, "the progress of a ledger's reading was not kept"),
    );
  });
  const at = clock();
  const transactions = found.ok ? found.transactions : null;
  const fault = found.ok ? null : found.fault;
  await saveVerification(db.sql, shopId, { at, transactions: transactions ?? 0, fault });
  await finishLedgerCheck(db.sql, shopId, { at, transactions, head: found.ok ? found.head : null, fault });
}
