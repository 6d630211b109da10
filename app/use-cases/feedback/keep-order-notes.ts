import type { StoreEvent } from "../../commerce/platform.ts";
import type { ShopTransaction } from "../../db/database.ts";
import type { Instant } from "../../loyalty/time.ts";
import { settingsOf } from "../settings/shop-settings.ts";
import { keepFeedback } from "./keep-feedback.ts";

type OrderNews = Pick<Extract<StoreEvent, { kind: "points" }>, "event" | "note">;

/**
 * What customers wrote with their orders, where the shop wants it read. Mostly it is a wish for the parcel: only what is
 * unhappy waits for an answer.
 */
export async function keepOrderNotes(
  tx: ShopTransaction,
  news: readonly OrderNews[],
  at: Instant,
): Promise<void> {
  const noted = news.filter(({ note }) => note !== undefined);
  if (noted.length === 0 || !(await settingsOf(tx, tx.shopId)).orderNotes) return;
  for (const { event, note = "" } of noted) {
    if (event.kind !== "order") continue;
    const { id: orderId, customerId: memberId } = event.order;
    await keepFeedback(tx, {
      ...{ source: "order", key: orderId, memberId, orderId, text: note, at },
      stateOf: (label) => (label === "negative" ? "open" : "closed"),
    });
  }
}
