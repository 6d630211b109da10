import type { ShopTransaction } from "../db/database.ts";
import type { Book } from "../loyalty/book.ts";
import type { Services } from "./services.ts";

/** Enqueues what a unit of work makes necessary outside, with it: summaries to publish, benefits to make or disable. */
export async function enqueueFollowUps(
  { jobs }: Services,
  tx: ShopTransaction,
  { changes }: Pick<Book, "changes">,
): Promise<void> {
  const { shopId } = tx;
  if (changes.members.size > 0) await jobs.enqueue(tx, "publish-summaries", { shopId });
  if (changes.redemptions.size > 0) await jobs.enqueue(tx, "make-benefits", { shopId });
}
