import { loadBook } from "../db/load-book.ts";
import { saveBook } from "../db/save-book.ts";
import { listVersions } from "../db/programmes.ts";
import { type ShopRow } from "../db/shops.ts";
import type { LoyaltyEvent } from "../loyalty/events.ts";
import { handle } from "../loyalty/handle.ts";
import type { Outcome } from "../loyalty/outcome.ts";
import { notBefore } from "./not-before.ts";
import type { Services } from "./services.ts";

/** Something that we ourselves were asked to do. */
export interface Command {
  event: LoyaltyEvent;
  /** "shopper", or the id of a member of staff. */
  actor: string;
  /** The id of the request. */
  eventId: string;
}

/** Lets one event happen in one transaction; what follows from it is enqueued with it. */
export async function handleEvent(services: Services, shop: ShopRow, command: Command): Promise<Outcome> {
  const { event, actor, eventId } = command;
  const versions = await listVersions(services.db.sql, shop.id);
  return services.db.inShop(shop.id, async (tx) => {
    const book = await loadBook(tx, { shop, versions, products: new Map() }, { events: [event] });
    const outcome = handle(book, event, notBefore(book, event, services.clock()), { eventId, actor });
    await saveBook(tx, book, services.clock());
    if (book.changes.members.size > 0)
      await services.jobs.enqueue(tx, "publish-summaries", { shopId: shop.id });
    return outcome;
  });
}
