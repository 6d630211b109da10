import { StoreUnavailable, type Person, type StoreEvent } from "../commerce/platform.ts";
import type { ShopTransaction } from "../db/database.ts";
import {
  claimWaiting,
  emptyDeliveries,
  finishDeliveries,
  postponeDelivery,
  takeLane,
  type WaitingDelivery,
} from "../db/deliveries.ts";
import { findErased } from "../db/erased.ts";
import { loadBook } from "../db/load-book.ts";
import { savePersons } from "../db/persons.ts";
import { saveBook } from "../db/save-book.ts";
import { listVersions } from "../db/programmes.ts";
import { findShopById, type ShopRow } from "../db/shops.ts";
import { openBook } from "../loyalty/book.ts";
import { handle } from "../loyalty/handle.ts";
import { needs, noNeeds } from "../loyalty/needs.ts";
import type { ProgrammeVersion } from "../loyalty/versions.ts";
import { handleStoreNews, isStoreNews, type StoreNews } from "./handle-store-news.ts";
import { knownProducts, learnProducts } from "./learn-products.ts";
import type { Services } from "./services.ts";
import { notBefore } from "./not-before.ts";

const LARGEST_BATCH = 200;
const MOST_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

/**
 * Works off a shop's oldest deliveries: each through the core, in the order in which they came, all of a batch in one
 * transaction. Where one fails, each goes alone, so that it holds up nobody but itself. Answers how many left the queue;
 * throws StoreUnavailable where the store must be asked first and does not answer.
 */
export async function settleDeliveries(services: Services, shop: ShopRow): Promise<number> {
  try {
    return await settleBatch(services, shop, LARGEST_BATCH);
  } catch (error) {
    // Nothing is wrong with the deliveries: they wait until the store answers.
    if (error instanceof StoreUnavailable) throw error;
    services.log.warn({ shop: shop.domain, error }, "a batch of deliveries failed; each is tried alone");
    return settleAlone(services, shop);
  }
}

async function settleAlone(services: Services, shop: ShopRow): Promise<number> {
  for (let settled = 0; ; settled++) {
    if (settled >= LARGEST_BATCH) return settled;
    try {
      if ((await settleBatch(services, shop, 1)) === 0) return settled;
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      await postpone(services, shop, error);
    }
  }
}

async function settleBatch(services: Services, known: ShopRow, limit: number): Promise<number> {
  const versions = await listVersions(services.db.sql, known.id);
  await learnProducts(services, known, versions, limit);
  return services.db.inShop(known.id, async (tx) => {
    if (!(await takeLane(tx))) return 0;
    // Read again: it may have uninstalled or come back since the worker looked.
    const shop = await findShopById(tx, known.id);
    if (shop === null) return 0;
    const claimed = await claimWaiting(tx, {
      now: services.clock(),
      limit,
      storeNewsOnly: shop.uninstalledAt !== null,
    });
    const [first] = claimed;
    if (first === undefined) return 0;
    if (isStoreNews(first.event)) {
      await handleStoreNews({ tx, shop, delivery: first, news: first.event });
      // The erasure of the shop takes the delivery with it.
      await finishDeliveries(tx, [first.webhookId], services.clock());
      return 1;
    }
    const batch = leading(claimed);
    await settlePoints(services, { tx, shop, versions }, batch);
    await finishDeliveries(
      tx,
      batch.map(({ webhookId }) => webhookId),
      services.clock(),
    );
    return batch.length;
  });
}

type PointsDelivery = WaitingDelivery & { event: Exclude<StoreEvent, StoreNews> };

/** Those before the first that is about the store itself, which goes alone. */
function leading(claimed: WaitingDelivery[]): PointsDelivery[] {
  const end = claimed.findIndex(({ event }) => isStoreNews(event));
  return (end === -1 ? claimed : claimed.slice(0, end)) as PointsDelivery[];
}

interface Settling {
  tx: ShopTransaction;
  shop: ShopRow;
  versions: readonly ProgrammeVersion[];
}

async function settlePoints(services: Services, settling: Settling, batch: PointsDelivery[]): Promise<void> {
  const { tx, shop, versions } = settling;
  const kept = await withoutErased(tx, shop, batch);
  const ignored = batch.filter((delivery) => !kept.includes(delivery));
  await emptyDeliveries(
    tx,
    ignored.map(({ webhookId }) => webhookId),
  );
  const events = kept.map(({ event }) => event.event);
  const products = await knownProducts(tx, { shop, versions }, events);
  const book = await loadBook(tx, { shop, versions, products }, { events });
  for (const delivery of kept) {
    const { event } = delivery.event;
    const at = notBefore(book, event, delivery.attempts > 0 ? services.clock() : delivery.receivedAt);
    handle(book, event, at, { eventId: delivery.webhookId, actor: "store" });
  }
  await saveBook(tx, book, services.clock());
  await savePersons(
    tx,
    kept.flatMap(({ event }): Person[] => (event.person === null ? [] : [event.person])),
  );
  if (book.changes.members.size > 0)
    await services.jobs.enqueue(tx, "publish-summaries", { shopId: shop.id });
}

/** News of a person who was erased, or of their orders, is recognised and ignored. */
async function withoutErased(
  tx: ShopTransaction,
  shop: ShopRow,
  batch: PointsDelivery[],
): Promise<PointsDelivery[]> {
  const named = batch.map((delivery) => ({ delivery, ...namedBy(delivery) }));
  const erased = await findErased(tx, shop, {
    customers: new Set(named.flatMap(({ customers }) => customers)),
    orders: new Set(named.flatMap(({ orders }) => orders)),
  });
  if (erased.customers.size + erased.orders.size === 0) return batch;
  return named
    .filter(({ customers, orders }) => {
      return !customers.some((id) => erased.customers.has(id)) && !orders.some((id) => erased.orders.has(id));
    })
    .map(({ delivery }) => delivery);
}

/** The ids in the news itself: those that follow from the books are not asked for. */
function namedBy({ event }: PointsDelivery): { customers: string[]; orders: string[] } {
  const nothing = openBook({ versions: [], product: () => null, pseudonym: (id) => id });
  const named = needs(nothing, event.event, noNeeds());
  return { customers: [...(named?.members ?? [])], orders: [...(named?.orders ?? [])] };
}

/** The oldest delivery waits longer each time; after the last attempt it is a dead letter. */
async function postpone(services: Services, shop: ShopRow, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  await services.db.inShop(shop.id, async (tx) => {
    if (!(await takeLane(tx))) return;
    const now = services.clock();
    const [delivery] = await claimWaiting(tx, { now, limit: 1, storeNewsOnly: shop.uninstalledAt !== null });
    if (delivery === undefined) return;
    const pause = Math.min(FIRST_PAUSE_MS * 4 ** delivery.attempts, LONGEST_PAUSE_MS);
    const isLast = delivery.attempts + 1 >= MOST_ATTEMPTS;
    await postponeDelivery(tx, delivery.webhookId, { reason, dueAt: isLast ? null : now + pause });
    services.log.error(
      { shop: shop.domain, webhookId: delivery.webhookId, reason, isLast },
      "a delivery failed",
    );
  });
}
