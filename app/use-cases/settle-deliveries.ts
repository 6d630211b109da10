import { StoreUnavailable, type Person, type StoreEvent } from "../commerce/platform.ts";
import type { ShopTransaction } from "../db/database.ts";
import {
  attemptsOf,
  claimWaiting,
  emptyDeliveries,
  finishDeliveries,
  postponeDelivery,
  takeLane,
  type WaitingDelivery,
} from "../db/deliveries.ts";
import { findErased } from "../db/erased.ts";
import { loadBook, type LoadedBook } from "../db/load-book.ts";
import { handOnStoreTags } from "../db/person-tags.ts";
import { savePersons } from "../db/persons.ts";
import { saveBook } from "../db/save-book.ts";
import { areCurrent, readVersions, rememberedVersions } from "../db/programmes.ts";
import { findShopById, type ShopRow } from "../db/shops.ts";
import { openBook } from "../loyalty/book.ts";
import { handle } from "../loyalty/handle.ts";
import type { LoyaltyEvent } from "../loyalty/events.ts";
import type { ProductId } from "../loyalty/ids.ts";
import { needs, noNeeds } from "../loyalty/needs.ts";
import type { ProductFacts } from "../loyalty/order.ts";
import type { Instant } from "../loyalty/time.ts";
import { versionAt, type ProgrammeVersion } from "../loyalty/versions.ts";
import { enqueueFollowUps } from "./follow-up.ts";
import { keepOrderNotes } from "./feedback/keep-order-notes.ts";
import { handleStoreNews, isStoreNews } from "./handle-store-news.ts";
import { knownProducts, learnProducts } from "./learn-products.ts";
import { restatePicksAfter } from "./picks/restate-picks.ts";
import { noteRepairsBy } from "./reconcile/note-repairs.ts";
import type { Services } from "./services.ts";
import { isTagDelivery, settleTags, tellsOfTags } from "./settle-tags.ts";
import { notBefore } from "../loyalty/not-before.ts";

const LARGEST_BATCH = 200;
const MOST_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

/** A delivery failed, or all of a batch together. */
class SettlingFailed extends Error {
  override name = "SettlingFailed";
  readonly webhookIds: string[];

  constructor(webhookIds: string[], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.webhookIds = webhookIds;
  }
}

/** Nothing that time mends: the delivery is a dead letter at once, and says what to do. */
class NotSettleable extends Error {
  override name = "NotSettleable";
}

/**
 * Works off a shop's oldest deliveries: each through the core, in the order in which they came, all of a batch in one
 * transaction. Where one fails, each goes alone, so that it holds up nobody but itself. Answers how many left the queue;
 * throws StoreUnavailable where the store must be asked first and does not answer, once everything that needs no answer
 * of it is done.
 */
export async function settleDeliveries(services: Services, shop: ShopRow): Promise<number> {
  const settled = await settleAsking(services, shop, LARGEST_BATCH).catch((error: unknown) => {
    if (!(error instanceof SettlingFailed)) throw error;
    services.log.warn({ shop: shop.domain, error }, "a batch of deliveries failed; each is tried alone");
    return null;
  });
  return settled ?? settleAlone(services, shop);
}

async function settleAlone(services: Services, shop: ShopRow): Promise<number> {
  for (let settled = 0; ; settled++) {
    if (settled >= LARGEST_BATCH) return settled;
    try {
      if ((await settleAsking(services, shop, 1)) === 0) return settled;
    } catch (error) {
      if (!(error instanceof SettlingFailed)) throw error;
      await postpone(services, shop, error);
    }
  }
}

/** Settles a batch; what must be asked of the store first is asked outside the transaction, and settled after that. */
async function settleAsking(services: Services, shop: ShopRow, limit: number): Promise<number> {
  let settled = 0;
  for (;;) {
    const batch = await settleBatch(services, shop, { limit, storeNewsOnly: false });
    settled += batch.settled;
    if (batch.unknownProducts.length === 0) return settled;
    try {
      await learnProducts(services, shop, batch.unknownProducts);
    } catch (error) {
      // A store that does not answer may be one that is gone: word of that must not wait behind its orders.
      if (error instanceof StoreUnavailable)
        await settleBatch(services, shop, { limit, storeNewsOnly: true });
      throw error;
    }
  }
}

interface Settled {
  settled: number;
  /** Products that orders left behind have, and of which the store must be asked. */
  unknownProducts: ProductId[];
}

/** All that is asked before the books are asked for in one exchange, and all that is written in another. */
async function settleBatch(
  services: Services,
  known: ShopRow,
  { limit, storeNewsOnly }: { limit: number; storeNewsOnly: boolean },
): Promise<Settled> {
  let ids: string[] = [];
  try {
    return await services.db.inShop(known.id, async (tx) => {
      const remembered = rememberedVersions(known);
      const [shop, claimed, isCurrent] = await Promise.all([
        // Read again: it may have uninstalled or come back since the worker looked.
        findShopById(tx, known.id),
        claimWaiting(tx, { now: services.clock(), limit, storeNewsOnly }),
        remembered !== null && areCurrent(tx, known, remembered),
      ]);
      const [first] = claimed;
      if (first === undefined || shop === null) return { settled: 0, unknownProducts: [] };
      const batch = isStoreNews(first.event) ? [first] : leading(claimed);
      ids = batch.map(({ webhookId }) => webhookId);
      const versions = isCurrent && remembered !== null ? remembered : await readVersions(tx, shop);
      return settleClaimed(services, { tx, shop, versions }, batch);
    });
  } catch (error) {
    throw ids.length === 0 ? error : new SettlingFailed(ids, error);
  }
}

async function settleClaimed(
  services: Services,
  { tx, shop, versions }: Omit<Settling, "products">,
  batch: WaitingDelivery[],
): Promise<Settled> {
  const [first] = batch;
  if (first !== undefined && isStoreNews(first.event)) {
    await handleStoreNews({ tx, shop, delivery: first, news: first.event });
    // The erasure of the shop takes the delivery with it.
    finishDeliveries(tx, { webhookIds: [first.webhookId] }, services.clock());
    return { settled: 1, unknownProducts: [] };
  }
  const tags = batch.filter(isTagDelivery);
  await settleTags({ tx, shop, now: services.clock() }, tags);
  const points = batch.filter(isPointsDelivery);
  if (points.length === 0) return { settled: tags.length, unknownProducts: [] };
  const products = await knownProducts(
    tx,
    { shop, versions },
    points.map(({ event }) => event.event),
  );
  const ready = points.filter(({ event }) => products.missingOf(event.event).length === 0);
  if (ready.length > 0) {
    const settling = { tx, shop, versions, products: products.facts };
    const handledAt = await settlePoints(services, settling, ready);
    finishDeliveries(
      tx,
      { webhookIds: ready.map(({ webhookId }) => webhookId), handledAt },
      services.clock(),
    );
  }
  const unknown = points.flatMap(({ event }) => products.missingOf(event.event));
  return { settled: tags.length + ready.length, unknownProducts: [...new Set(unknown)] };
}

type PointsDelivery = WaitingDelivery & { event: Extract<StoreEvent, { kind: "points" }> };

function isPointsDelivery(delivery: WaitingDelivery): delivery is PointsDelivery {
  return delivery.event.kind === "points";
}

/**
 * Those before the first that is about the store itself, which goes alone. News of tags are settled before what is about
 * points: they go with it unless something before them tells of tags as well.
 */
function leading(claimed: WaitingDelivery[]): WaitingDelivery[] {
  const teller = claimed.findIndex(tellsOfTags);
  const end = claimed.findIndex(
    (delivery, place) =>
      isStoreNews(delivery.event) || (teller !== -1 && place > teller && isTagDelivery(delivery)),
  );
  return end === -1 ? claimed : claimed.slice(0, end);
}

interface Settling {
  tx: ShopTransaction;
  shop: ShopRow;
  versions: readonly ProgrammeVersion[];
  products: ReadonlyMap<ProductId, ProductFacts>;
}

/** Answers at which instant each was handled; those that were ignored are not among them. */
async function settlePoints(
  services: Services,
  settling: Settling,
  batch: PointsDelivery[],
): Promise<Map<string, Instant>> {
  const { tx, versions } = settling;
  const { kept, book } = await loadKept(services, settling, batch);
  for (const { event } of kept) requireCurrency(event.event, versions);
  const handledAt = new Map<string, Instant>();
  for (const delivery of kept) {
    const { event } = delivery.event;
    const at = notBefore(book, event, delivery.attempts > 0 ? services.clock() : delivery.receivedAt);
    handle(book, event, at, { eventId: delivery.webhookId, actor: "store" });
    handledAt.set(delivery.webhookId, at);
  }
  saveBook(tx, book, services.clock());
  await noteRepairsBy(tx, book, kept);
  await keepOrderNotes(
    tx,
    kept.map(({ event }) => event),
    services.clock(),
  );
  const events = kept.map(({ event }) => event.event);
  await restatePicksAfter(services, tx, events);
  for (const event of events) if (event.kind === "customers-merged") await handOnStoreTags(tx, event);
  savePersons(
    tx,
    kept.flatMap(({ event }): Person[] => (event.person === null ? [] : [event.person])),
  );
  enqueueFollowUps(services, tx.shopId, book);
  return handledAt;
}

/**
 * News of a person who was erased, or of their orders, is recognised and ignored. There hardly ever is any, so the book is
 * asked for together with whether there is.
 */
async function loadKept(
  services: Services,
  { tx, shop, versions, products }: Settling,
  batch: PointsDelivery[],
): Promise<{ kept: PointsDelivery[]; book: LoadedBook }> {
  const load = (deliveries: PointsDelivery[]) => {
    const events = deliveries.map(({ event }) => event.event);
    return loadBook(tx, { shop, versions, products }, { events, until: services.clock() });
  };
  const named = batch.map((delivery) => ({ delivery, ...namedBy(delivery) }));
  const [erased, book] = await Promise.all([
    findErased(tx, shop, {
      customers: new Set(named.flatMap(({ customers }) => customers)),
      orders: new Set(named.flatMap(({ orders }) => orders)),
    }),
    load(batch),
  ]);
  if (erased.customers.size + erased.orders.size === 0) return { kept: batch, book };
  const isAboutErased = ({ customers, orders }: (typeof named)[number]) =>
    customers.some((id) => erased.customers.has(id)) || orders.some((id) => erased.orders.has(id));
  const ignored = named.filter(isAboutErased).map(({ delivery }) => delivery);
  emptyDeliveries(
    tx,
    ignored.map(({ webhookId }) => webhookId),
  );
  const kept = batch.filter((delivery) => !ignored.includes(delivery));
  return { kept, book: await load(kept) };
}

const NOTHING_KNOWN = openBook({ versions: [], product: () => null, pseudonym: (id) => id });

/** The ids in the news itself: those that follow from the books are not asked for. */
function namedBy({ event }: PointsDelivery): { customers: string[]; orders: string[] } {
  const named = needs(NOTHING_KNOWN, event.event, noNeeds());
  return { customers: [...(named?.members ?? [])], orders: [...(named?.orders ?? [])] };
}

/** Points of an order in another currency than the programme's would be made of the wrong money. */
function requireCurrency(event: LoyaltyEvent, versions: readonly ProgrammeVersion[]): void {
  if (event.kind !== "order") return;
  const { currency, processedAt } = event.order;
  const programme = versionAt(versions, processedAt)?.programme;
  if (programme === undefined || programme.currency === currency) return;
  throw new NotSettleable(
    `the order is in ${currency} and the programme in ${programme.currency}: save a programme in ${currency}, then try again`,
  );
}

/** The one that failed waits longer each time; after the last attempt it is a dead letter. */
async function postpone(services: Services, shop: ShopRow, failure: SettlingFailed): Promise<void> {
  const [webhookId] = failure.webhookIds;
  if (webhookId === undefined) return;
  await services.db.inShop(shop.id, async (tx) => {
    if (!(await takeLane(tx))) return;
    const attempts = await attemptsOf(tx, webhookId);
    if (attempts === null) return;
    const pause = Math.min(FIRST_PAUSE_MS * 4 ** attempts, LONGEST_PAUSE_MS);
    const isLast = attempts + 1 >= MOST_ATTEMPTS || failure.cause instanceof NotSettleable;
    const reason = failure.message;
    await postponeDelivery(tx, webhookId, { reason, dueAt: isLast ? null : services.clock() + pause });
    services.log.error({ shop: shop.domain, webhookId, reason, isLast }, "a delivery failed");
  });
}
