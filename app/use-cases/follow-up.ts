import type { Book } from "../loyalty/book.ts";
import type { Services } from "./services.ts";

/**
 * Has done outside what a unit of work makes necessary: summaries to publish, benefits to make or disable. Rows of their
 * own say so in the same transaction (see listLeftovers), so the jobs that hasten it need not be in there.
 */
export function enqueueFollowUps(
  { jobs }: Pick<Services, "jobs">,
  shopId: number,
  { changes }: Pick<Book, "changes">,
): void {
  if (changes.members.size > 0) jobs.soon("publish-summaries", { shopId });
  if (changes.redemptions.size > 0) jobs.soon("make-benefits", { shopId });
}
