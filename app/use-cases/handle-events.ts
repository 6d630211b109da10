import { rememberCommands, type HandledCommand } from "../db/commands.ts";
import type { ShopTransaction } from "../db/database.ts";
import { loadBook, type LoadedBook } from "../db/load-book.ts";
import { saveBook } from "../db/save-book.ts";
import type { ShopRow } from "../db/shops.ts";
import type { LoyaltyEvent } from "../loyalty/events.ts";
import { handle } from "../loyalty/handle.ts";
import type { ProductId } from "../loyalty/ids.ts";
import { needs, noNeeds } from "../loyalty/needs.ts";
import { notBefore } from "../loyalty/not-before.ts";
import type { ProductFacts } from "../loyalty/order.ts";
import type { Outcome } from "../loyalty/outcome.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ProgrammeVersion } from "../loyalty/versions.ts";
import type { Command } from "./handle-event.ts";
import { restatePicksAfter } from "./picks/restate-picks.ts";
import type { Services } from "./services.ts";

export interface CommandsTerms {
  shop: ShopRow;
  versions: readonly ProgrammeVersion[];
  products?: ReadonlyMap<ProductId, ProductFacts>;
  /** Looks at the book before an event happens; what it refuses does not, and is "unchanged". */
  refuses?(book: LoadedBook, command: Command, at: Instant): boolean;
}

/** Lets many events of ours happen in one transaction, one after the other; each is remembered as `handleEvent` does. */
export async function handleEvents(
  services: Services,
  tx: ShopTransaction,
  { shop, versions, products = new Map(), refuses }: CommandsTerms,
  commands: readonly Command[],
): Promise<Outcome[]> {
  const events = commands.map(({ event }) => event);
  const book = await loadBook(tx, { shop, versions, products }, { events });
  const handled: HandledCommand[] = [];
  const outcomes = commands.map((command): Outcome => {
    const { event, actor, eventId } = command;
    const at = notBefore(book, event, services.clock());
    if (refuses?.(book, command, at) === true) return { outcome: "unchanged" };
    const memberIds = membersOf(book, event);
    const isNew = memberIds.some((id) => !book.members.has(id));
    const outcome = handle(book, event, at, { eventId, actor });
    if (outcome.outcome !== "unchanged" || isNew) handled.push({ event, eventId, actor, at, memberIds });
    return outcome;
  });
  rememberCommands(tx, handled);
  saveBook(tx, book, services.clock());
  await restatePicksAfter(
    services,
    tx,
    handled.map(({ event }) => event),
  );
  return outcomes;
}

function membersOf(book: Parameters<typeof needs>[0], event: LoyaltyEvent): string[] {
  return [...(needs(book, event, noNeeds())?.members ?? [])];
}
