import { learnTags, listTagsUnknown } from "../../db/person-tags.ts";
import { isDoubtful } from "./doubt.ts";
import type { Reconciling, Turn } from "./reconciling.ts";

const CUSTOMERS_A_TURN = 250;
/** One call of the store each: a large shop is asked about over some hours, and then only about whoever is new. */
const TURNS_A_RUN = 20;

/**
 * Asks the store, once, for all tags of customers of whom only what was given or taken since is known: who was a customer
 * before the app listened, or came by an order. Goes on where it stopped, for whose tags are known is not asked about again.
 */
export async function reconcileTags({ services, shop, run }: Reconciling): Promise<Turn> {
  const { turn, after } = placeOf(run.cursor);
  const ids = await listTagsUnknown(services.db.sql, shop.id, { after, limit: CUSTOMERS_A_TURN });
  const last = ids.at(-1);
  if (last === undefined) return { cursor: null, looked: {} };
  const askedAt = services.clock();
  const found = await services.platform.customerTags(shop.domain, ids);
  // A right that was taken from the app looks as if all were gone: they are asked about another time.
  if (!isDoubtful(ids.length - found.size, ids.length))
    await services.db.inShop(shop.id, (tx) =>
      learnTags(tx, new Map(ids.map((id) => [id, found.get(id) ?? null])), askedAt),
    );
  const isOver = ids.length < CUSTOMERS_A_TURN || turn + 1 >= TURNS_A_RUN;
  return { cursor: isOver ? null : `${turn + 1}/${last}`, looked: {} };
}

function placeOf(cursor: string | null): { turn: number; after: string } {
  const [turn = "0", after = "0"] = cursor?.split("/") ?? [];
  return { turn: Number(turn), after };
}
