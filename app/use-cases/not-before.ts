import type { Book } from "../loyalty/book.ts";
import type { LoyaltyEvent } from "../loyalty/events.ts";
import { resolveMember } from "../loyalty/finder.ts";
import { needs, noNeeds } from "../loyalty/needs.ts";
import type { Instant } from "../loyalty/time.ts";

/** Not before what the members concerned have been settled to: the time of a member never runs backwards. */
export function notBefore(book: Book, event: LoyaltyEvent, at: Instant): Instant {
  let latest = at;
  for (const id of needs(book, event, noNeeds())?.members ?? []) {
    latest = Math.max(latest, book.members.get(resolveMember(book, id))?.settledTo ?? 0);
  }
  return latest;
}
