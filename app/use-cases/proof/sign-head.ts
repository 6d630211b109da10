import { listSealHashes, lastSeal } from "../../db/seals.ts";
import type { ShopRow } from "../../db/shops.ts";
import { appendSignedHead, lastSignedHead } from "../../db/signed-heads.ts";
import { stateHead, type SignedHead } from "../../loyalty/signed-head.ts";
import type { Services } from "../services.ts";
import type { HeadSigner } from "./head-signer.ts";

/** Signs the shop's chain as far as it is sealed; null where nothing was sealed since it was last signed. */
export async function signHead(
  { db, clock }: Pick<Services, "db" | "clock">,
  signer: HeadSigner,
  shop: ShopRow,
): Promise<SignedHead | null> {
  return db.inShop(shop.id, async (tx) => {
    const previous = await lastSignedHead(tx, shop.id);
    const first = (previous?.lastSeal ?? 0) + 1;
    const last = (await lastSeal(tx))?.number ?? 0;
    if (last < first) return null;
    const at = clock();
    const hashes = await listSealHashes(tx, shop.id, { first, last });
    const stated = stateHead({ shop: shop.domain, at, hashes }, previous);
    const head = { ...stated, publicKey: signer.publicKey, signature: signer.sign(stated.statement) };
    await appendSignedHead(tx, { ...head, at });
    return head;
  });
}
