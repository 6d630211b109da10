import { isUnreadable } from "../commerce/platform.ts";
import type { ShopTransaction } from "../db/database.ts";
import { claimDeadLetters, noteStillDead, reviveDelivery, type DeadLetter } from "../db/delivery-list.ts";
import type { ShopRow } from "../db/shops.ts";
import { noteAction } from "../db/staff-actions.ts";
import { subjectOf } from "./receive-delivery.ts";
import type { Services } from "./services.ts";
import type { By } from "./staff/actions.ts";

const LETTERS_AT_ONCE = 100;

export interface Retried {
  /** Back in the line. */
  waiting: number;
  /** Still not to be understood. */
  dead: number;
  /** Not to be tried again: what would be tried is not kept any more. */
  forgotten: number;
}

/** Tries dead letters again, the oldest first: those named, or all of the shop. The person's log has one line of it. */
export async function retryDeliveries(
  services: Services,
  shop: ShopRow,
  webhookIds: string[] | null,
  by: By | null = null,
): Promise<Retried> {
  const retried: Retried = { waiting: 0, dead: 0, forgotten: 0 };
  for (let after: string | undefined = "0"; after !== undefined;) {
    const page = { webhookIds, after, limit: LETTERS_AT_ONCE };
    after = await services.db.inShop(shop.id, async (tx) => {
      const letters = await claimDeadLetters(tx, page);
      if (by !== null && letters.length > 0 && page.after === "0")
        await noteRetry(services, tx, webhookIds, by);
      for (const letter of letters) retried[await retry(services, { tx, shop }, letter)] += 1;
      return letters.at(-1)?.seq;
    });
  }
  return retried;
}

function noteRetry(
  { clock }: Services,
  tx: ShopTransaction,
  webhookIds: string[] | null,
  by: By,
): Promise<void> {
  const [only = null] = webhookIds ?? [];
  return noteAction(tx, tx.shopId, {
    ...{ at: clock(), ...by, action: only === null ? "deliveries.retried" : "delivery.retried" },
    subject: only === null ? null : { kind: "delivery", id: only },
  });
}

/** What was understood and failed later waits again as it is; the rest is translated anew from what was sent. */
async function retry(
  services: Services,
  { tx, shop }: { tx: ShopTransaction; shop: ShopRow },
  letter: DeadLetter,
): Promise<keyof Retried> {
  const now = services.clock();
  if (letter.isForgotten) return "forgotten";
  if (letter.understood) {
    await reviveDelivery(tx, letter.webhookId, { now, event: null, memberId: null, orderId: null });
    return "waiting";
  }
  try {
    const event = services.platform.translate(
      { shopDomain: shop.domain, topic: letter.topic, body: letter.body ?? "" },
      shop.currency,
    );
    await reviveDelivery(tx, letter.webhookId, { now, event, ...subjectOf(event) });
    return "waiting";
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    await noteStillDead(tx, letter.webhookId, error.message);
    return "dead";
  }
}
