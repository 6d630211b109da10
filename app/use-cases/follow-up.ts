import type { ShopTransaction } from "../db/database.ts";
import type { Book } from "../loyalty/book.ts";
import type { Services } from "./services.ts";

/** Enqueues what a unit of work makes necessary outside: summaries to publish, and with it benefits to make or disable. */
export async function enqueueFollowUps(
  { jobs }: Services,
  tx: ShopTransaction,
  { changes }: Pick<Book, "changes">,
): Promise<void> {
  const { shopId } = tx;
  // Their rows say that it is to be done: see markPublished.
  if (changes.members.size > 0) jobs.soon("publish-summaries", { shopId });
  if (changes.redemptions.size > 0) await jobs.enqueue(tx, "make-benefits", { shopId });
}
