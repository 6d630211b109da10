import { appendSeal, lastSeal, listUnsealed } from "../db/seals.ts";
import { requireShop } from "../db/shops.ts";
import { sealOf } from "../loyalty/seal.ts";
import type { Services } from "./services.ts";

const HEADS_A_SEAL = 1_000;

/** Appends the heads of the members whose chains grew to the shop's chain, so that members never wait for each other. */
export async function sealLedger(services: Pick<Services, "db" | "clock">, shopId: number): Promise<number> {
  await requireShop(services.db.sql, shopId);
  let sealed = 0;
  for (;;) {
    const heads = await services.db.inShop(shopId, async (tx) => {
      const unsealed = await listUnsealed(tx, HEADS_A_SEAL);
      if (unsealed.length === 0) return 0;
      const seal = sealOf(
        await lastSeal(tx),
        unsealed.map(({ pseudonym, seq, head }) => ({ pseudonym, seq, head })),
      );
      await appendSeal(tx, seal, { members: unsealed, at: services.clock() });
      return unsealed.length;
    });
    sealed += heads;
    // Chains that grew meanwhile are for the next time: in a busy shop there would always be one more.
    if (heads < HEADS_A_SEAL) return sealed;
  }
}
