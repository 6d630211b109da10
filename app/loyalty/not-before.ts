import type { Book } from "./book.ts";
import type { LoyaltyEvent } from "./events.ts";
import { resolveMember } from "./finder.ts";
import { needs, noNeeds } from "./needs.ts";
import type { Instant } from "./time.ts";

/** Not before what the members concerned have been settled to: the time of a member never runs backwards. */
export function notBefore(book: Book, event: LoyaltyEvent, at: Instant): Instant {
  let latest = at;
  for (const id of needs(book, event, noNeeds())?.members ?? []) {
    latest = Math.max(latest, book.members.get(resolveMember(book, id))?.settledTo ?? 0);
  }
  return latest;
}
