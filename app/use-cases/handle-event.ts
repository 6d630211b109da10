import type { ShopTransaction } from "../db/database.ts";
import { rememberCommand } from "../db/commands.ts";
import { loadCurrentBook } from "../db/current-book.ts";
import { findErased } from "../db/erased.ts";
import type { LoadedBook } from "../db/load-book.ts";
import { saveBook } from "../db/save-book.ts";
import { type ShopRow } from "../db/shops.ts";
import type { LoyaltyEvent } from "../loyalty/events.ts";
import { handle } from "../loyalty/handle.ts";
import type { MemberId } from "../loyalty/ids.ts";
import { needs, noNeeds } from "../loyalty/needs.ts";
import type { Outcome } from "../loyalty/outcome.ts";
import type { Instant } from "../loyalty/time.ts";
import { notBefore } from "../loyalty/not-before.ts";
import { enqueueFollowUps } from "./follow-up.ts";
import { restatePicksAfter } from "./picks/restate-picks.ts";
import type { Services } from "./services.ts";

/** Something that we ourselves were asked to do. */
export interface Command {
  event: LoyaltyEvent;
  /** "shopper", or the id of a member of staff. */
  actor: string;
  /** The id of the request. */
  eventId: string;
}

export interface Done {
  book: LoadedBook;
  outcome: Outcome;
  at: Instant;
}

export interface Around {
  /** Looks at the book before anything happens; false for: it must not, and nothing does. */
  may?(book: LoadedBook, tx: ShopTransaction): boolean | Promise<boolean>;
  /** What must be kept together with it, or not at all. */
  then?(tx: ShopTransaction, done: Done): Promise<void>;
}

/**
 * Lets one event happen in one transaction; what follows from it is enqueued with it. Answers null where it was not
 * let happen.
 */
export async function handleEvent(services: Services, shop: ShopRow, command: Command): Promise<Outcome>;
export async function handleEvent(
  services: Services,
  shop: ShopRow,
  command: Command,
  around: Around,
): Promise<Outcome | null>;
export async function handleEvent(
  services: Services,
  shop: ShopRow,
  { event, actor, eventId }: Command,
  { may, then }: Around = {},
): Promise<Outcome | null> {
  return services.db.inShop(shop.id, async (tx) => {
    const work = { events: [event], until: services.clock() };
    const book = await loadCurrentBook(tx, { shop, products: new Map() }, work);
    if (await namesErased(tx, shop, { book, event }))
      return may === undefined ? { outcome: "unchanged" } : null;
    if (may !== undefined && !(await may(book, tx))) return null;
    const at = notBefore(book, event, services.clock());
    const outcome = handle(book, event, at, { eventId, actor });
    if (hasDoneAnything(book, outcome))
      rememberCommand(tx, { event, eventId, actor, at, memberIds: membersOf(book, event) });
    saveBook(tx, book, services.clock());
    await restatePicksAfter(services, tx, [event]);
    await then?.(tx, { book, outcome, at });
    enqueueFollowUps(services, tx.shopId, book);
    return outcome;
  });
}

/**
 * Whoever was erased must not become a member again: they would have the same pseudonym in the ledger. Nobody that the
 * shop knows is one of them, so only strangers are looked up.
 */
async function namesErased(
  tx: ShopTransaction,
  shop: ShopRow,
  { book, event }: { book: LoadedBook; event: LoyaltyEvent },
): Promise<boolean> {
  if (!("customerId" in event) || book.members.has(event.customerId)) return false;
  const { customers } = await findErased(tx, shop, { customers: [event.customerId], orders: [] });
  return customers.size > 0;
}

/** What was done before is not remembered twice; but whoever it named became known. */
function hasDoneAnything(book: LoadedBook, { outcome }: Outcome): boolean {
  return outcome !== "unchanged" || [...book.changes.members].some((id) => !book.stored.has(id));
}

function membersOf(book: LoadedBook, event: LoyaltyEvent): MemberId[] {
  return [...(needs(book, event, noNeeds())?.members ?? [])];
}
