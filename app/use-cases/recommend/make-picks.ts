import { setImmediate as breathe } from "node:timers/promises";
import { listBalances } from "../../db/balances.ts";
import { listRefusals } from "../../db/pick-events.ts";
import { emptyPicksBut, saveMemberPicks, saveProductPicks } from "../../db/picks.ts";
import { readPurchases, type Purchases } from "../../db/purchases.ts";
import { requireShop, type ShopRow } from "../../db/shops.ts";
import type { MemberPicks, Pick as Recommended } from "../../insight/recommend/pick.ts";
import type { Visits } from "../../insight/recommend/visits.ts";
import type { MemberId, ProductId } from "../../loyalty/ids.ts";
import type { Services } from "../services.ts";
import { offersFor } from "./points-offers.ts";
import { historiesIn } from "./member-histories.ts";
import { learnedFrom } from "./learned-from.ts";
import { forgetRecommender, loadRecommender, type LoadedRecommender } from "./load-recommender.ts";

/** Worked out before others have their turn. */
const AT_ONCE = 25;
const SAVED_AT_ONCE = 500;
/** The store is told of each: of more, those who bought last. */
const MOST_MEMBERS = 50_000;
const A_LIST = 8;

/** As the night does, by what was learned then: for rules that were changed. */
export async function remakePicks(services: Services, shopId: number): Promise<void> {
  const shop = await requireShop(services.db.sql, shopId);
  if (shop.uninstalledAt !== null) return;
  // Another process may have kept a recommender by the old rules.
  forgetRecommender(services, shopId);
  await makePicks(services, shop);
}

/**
 * Works out anew what is shown beside every product and to every member, and keeps what changed. Nothing is kept for a
 * member who bought nothing for years: they are shown what everybody is.
 */
export async function makePicks(services: Services, shop: ShopRow, bought?: Purchases): Promise<void> {
  const { db, clock, jobs } = services;
  const loaded = await loadRecommender(services, shop);
  const from = learnedFrom(clock());
  const purchases = bought ?? (await readPurchases(db.sql, shop.id, { timezone: shop.timezone, from }));
  const histories = lastActive(historiesIn(purchases, loaded.recommender));
  const changed =
    (await pickBeside(services, shop, loaded)) +
    (await pickForMembers(services, shop, { loaded, histories }));
  if (changed > 0) jobs.soon("publish-picks", { shopId: shop.id });
}

type Histories = [memberId: MemberId, history: Visits][];

function lastActive(histories: ReadonlyMap<MemberId, Visits>): Histories {
  const lastDay = ({ day }: Visits) => day.at(-1) ?? 0;
  return [...histories]
    .filter(([, { day }]) => day.length > 0)
    .sort(([, a], [, b]) => lastDay(b) - lastDay(a))
    .slice(0, MOST_MEMBERS);
}

async function pickBeside(
  { db, clock }: Services,
  shop: ShopRow,
  { recommender, sold }: LoadedRecommender,
): Promise<number> {
  const now = clock();
  const ids = [...sold.keys()];
  let changed = 0;
  for (const some of inParts(ids, SAVED_AT_ONCE)) {
    const picks = new Map<ProductId, Recommended[]>();
    for (const few of inParts(some, AT_ONCE)) {
      for (const id of few) picks.set(id, recommender.forProducts([id]));
      await breathe();
    }
    changed += await saveProductPicks(db.sql, shop.id, { picks, now });
  }
  return changed + (await emptyPicksBut(db.sql, "product_picks", { shopId: shop.id, ids, now }));
}

async function pickForMembers(
  { db, clock }: Services,
  shop: ShopRow,
  { loaded: { recommender, offers }, histories }: { loaded: LoadedRecommender; histories: Histories },
): Promise<number> {
  const now = clock();
  const kept: MemberId[] = [];
  let changed = 0;
  for (const some of inParts(histories, SAVED_AT_ONCE)) {
    const ids = some.map(([id]) => id);
    const [balances, refusals] = await Promise.all([
      listBalances(db.sql, shop.id, ids),
      listRefusals(db.sql, shop.id, ids),
    ]);
    const picks = new Map<MemberId, MemberPicks>();
    for (const few of inParts(some, AT_ONCE)) {
      for (const [id, history] of few) {
        const balance = balances.get(id);
        if (balance === undefined) continue;
        const { available, level } = balance;
        const customer = { history, notForMe: refusals.get(id) ?? new Set<ProductId>(), available };
        picks.set(id, recommender.forCustomer({ ...customer, offers: offersFor(offers, level) }, A_LIST));
      }
      await breathe();
    }
    kept.push(...picks.keys());
    changed += await saveMemberPicks(db.sql, shop.id, { picks, now });
  }
  return changed + (await emptyPicksBut(db.sql, "member_picks", { shopId: shop.id, ids: kept, now }));
}

function* inParts<T>(list: readonly T[], size: number): Iterable<T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size);
}
