import type { ShopRow } from "../../app/db/shops.ts";
import { verifyLedger } from "../../app/use-cases/verify-ledger.ts";
import { transactionsOf, writeLargeLedger } from "../large-ledger.ts";
import type { Ground, OurWork } from "./work.ts";

const ORDERS_OF_EACH = 40;

/** A large ledger is read from its first hash to its last. */
export function verifyWorks({ services, addShop }: Ground): Record<"verify", OurWork> {
  let shop: ShopRow | undefined;
  return {
    verify: {
      async prepare({ transactions }) {
        if (shop !== undefined) return;
        shop = await addShop("verify", { isVerified: false });
        const members = Math.ceil(transactions / transactionsOf(ORDERS_OF_EACH));
        await writeLargeLedger(services.db, shop, { members, orders: ORDERS_OF_EACH });
      },
      async once() {
        if (shop === undefined) throw new Error("there is no ledger to verify yet");
        const verification = await verifyLedger(services, shop);
        if (!verification.ok) throw new Error(verification.fault);
        return verification.transactions;
      },
    },
  };
}
