import { listLatestTransactions, type StoredTransaction } from "../db/ledger.ts";
import { requireShop, type ShopRow } from "../db/shops.ts";
import {
  listOrderGlances,
  listStaleMembers,
  listStaleMerged,
  markDueSummariesStale,
  markForgotten,
  markPublished,
  type OrderGlance,
  type StaleMember,
} from "../db/summaries.ts";
import { historyOf } from "../loyalty/history.ts";
import { summarise } from "../loyalty/summarise.ts";
import { MAX_HISTORY, type LoyaltySummary } from "../loyalty/summary.ts";
import { earliest, type Instant } from "../loyalty/time.ts";
import { memberStandings } from "./member-standings.ts";
import { openRewards } from "./rewards/open-rewards.ts";
import type { Services } from "./services.ts";

const MEMBERS_AT_ONCE = 250;
/** A job that goes on for long is taken for dead and started again beside itself: the rest is a job of its own. */
const MOST_ROUNDS = 20;
/** Of somebody who was merged into another just now. */
const NO_STANDING = { progress: null, expiring: [], birthday: null, out: false, blocked: false };

/**
 * Writes to the store what the storefront prints of each member whose points changed, or of whom time alone changed it. However often a member changes
 * meanwhile, the newest state is written; one who changed while it was under way stays stale, and so does one whose
 * summary the store refuses, to be tried again with the leftovers.
 */
export async function publishSummaries(services: Services, shopId: number): Promise<number> {
  const { sql } = services.db;
  const shop = await requireShop(sql, shopId);
  if (shop.uninstalledAt !== null) return 0;
  let published = 0;
  let after: string | null = null;
  await markDueSummariesStale(sql, shopId, services.clock());
  await forgetMerged(services, shop);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const members: StaleMember[] = await listStaleMembers(sql, shopId, { after, limit: MEMBERS_AT_ONCE });
    const last = members.at(-1);
    if (last === undefined) return published;
    after = last.id;
    published += await publishTo(services, shop, members);
  }
  await services.db.inShop(shopId, (tx) => services.jobs.enqueue(tx, "publish-summaries", { shopId }));
  return published;
}

/** Their account in the store may go on, but points it has no more of its own. */
async function forgetMerged({ db: { sql }, platform }: Services, shop: ShopRow): Promise<void> {
  const merged = await listStaleMerged(sql, shop.id, MEMBERS_AT_ONCE);
  if (merged.length === 0) return;
  await platform.forgetSummaries(shop.domain, merged);
  await markForgotten(sql, shop.id, merged);
}

async function publishTo(services: Services, shop: ShopRow, members: StaleMember[]): Promise<number> {
  const summaries = await summariesOf(services, shop, members);
  const { refused } = await services.platform.publishSummaries(shop.domain, summaries);
  if (refused.length > 0)
    services.log.error({ shop: shop.domain, refused }, "the store refused summaries of members");
  // Customers that the store no longer has are done too: nobody is left to read about them.
  const left = new Set(refused.map(({ customerId }) => customerId));
  const dueAt = new Map(summaries.map((told) => [told.customerId, told.dueAt]));
  const done = members
    .filter(({ id }) => !left.has(id))
    .map((member) => ({ ...member, dueAt: dueAt.get(member.id) ?? null }));
  await markPublished(services.db.sql, shop.id, done);
  return done.length;
}

export interface ToldSummary {
  customerId: string;
  summary: LoyaltySummary;
  /** When time alone makes it untrue; null for never. */
  dueAt: Instant | null;
}

/** What storefronts are to read of each of these. */
export async function summariesOf(
  services: Services,
  shop: ShopRow,
  members: StaleMember[],
): Promise<ToldSummary[]> {
  const { sql } = services.db;
  const shopId = shop.id;
  const ids = members.map((member) => member.id);
  const latest = await listLatestTransactions(sql, shopId, { ids, each: MAX_HISTORY + 1 });
  const named = [...latest.values()].flat().flatMap((transaction) => orderOf(transaction) ?? []);
  const orders = await listOrderGlances(sql, shopId, { members: ids, orders: [...new Set(named)] });
  const byId = new Map(orders.map((order) => [order.id, order]));
  const now = services.clock();
  const rewards = await openRewards(services, shopId, ids);
  const standings = await memberStandings(services, shop, ids);
  return members.map((member) => ({
    customerId: member.id,
    dueAt: earliest([standings.get(member.id)?.movesAt ?? null, rewards.get(member.id)?.movesAt ?? null]),
    summary: summarise(
      {
        available: member.available,
        held: member.held,
        owed: member.owed,
        tier: member.level,
        ...(standings.get(member.id) ?? NO_STANDING),
        pending: orders
          .filter((order) => order.memberId === member.id && order.pending > 0n)
          .map((order) => ({ points: order.pending, at: order.vestsAt })),
        redemptions: rewards.get(member.id)?.redemptions ?? [],
        offers: rewards.get(member.id)?.offers ?? [],
        entries: (latest.get(member.id) ?? []).flatMap((transaction) =>
          historyOf(transaction, factsOf(transaction, byId)),
        ),
      },
      now,
    ),
  }));
}

function orderOf({ explanation }: StoredTransaction): string | null {
  return "order" in explanation ? explanation.order : null;
}

function factsOf(transaction: StoredTransaction, orders: ReadonlyMap<string, OrderGlance>) {
  const order = orders.get(orderOf(transaction) ?? "");
  if (order === undefined) return null;
  return {
    vestsAt: order.pending > 0n ? order.vestsAt : null,
    refunded: order.refunded,
    boughtAt: order.boughtAt,
  };
}
