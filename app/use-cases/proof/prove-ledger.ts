import { requireShop } from "../../db/shops.ts";
import { saveVerification } from "../../db/verifications.ts";
import type { Services } from "../services.ts";
import { verifyLedger, type Verification } from "../verify-ledger.ts";
import type { HeadSigner } from "./head-signer.ts";
import { signHead } from "./sign-head.ts";

/** Once a day: reads the whole ledger, remembers what was found, and signs the chain's head if all of it is right. */
export async function proveLedger(
  services: Services,
  signer: HeadSigner,
  shopId: number,
): Promise<Verification> {
  const shop = await requireShop(services.db.sql, shopId);
  const found = await verifyLedger(services, shop);
  await saveVerification(services.db.sql, shopId, {
    at: services.clock(),
    transactions: found.ok ? found.transactions : 0,
    fault: found.ok ? null : found.fault,
  });
  if (found.ok) await signHead(services, signer, shop);
  else services.log.error({ shop: shop.domain, fault: found.fault }, "the ledger is not as it was written");
  return found;
}
