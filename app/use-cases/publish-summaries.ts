import { listLatestTransactions, type StoredTransaction } from "../db/ledger.ts";
import { requireShop } from "../db/shops.ts";
import {
  listOrderGlances,
  listStaleMembers,
  markPublished,
  type OrderGlance,
  type StaleMember,
} from "../db/summaries.ts";
import { historyOf } from "../loyalty/history.ts";
import { summarise } from "../loyalty/summarise.ts";
import { MAX_HISTORY, type LoyaltySummary } from "../loyalty/summary.ts";
import type { Services } from "./services.ts";

const MEMBERS_AT_ONCE = 250;

/**
 * Writes to the store what the storefront prints of each member whose points changed. However often a member changes
 * meanwhile, the newest state is written; one who changed while it was under way stays stale.
 */
export async function publishSummaries(services: Services, shopId: number): Promise<number> {
  const shop = await requireShop(services.db.sql, shopId);
  if (shop.uninstalledAt !== null) return 0;
  let published = 0;
  for (;;) {
    const members = await listStaleMembers(services.db.sql, shopId, MEMBERS_AT_ONCE);
    if (members.length === 0) return published;
    const summaries = await summariesOf(services, shopId, members);
    // Customers that the store no longer has are done too: nobody is left to read about them.
    await services.platform.publishSummaries(shop.domain, summaries);
    await markPublished(services.db.sql, shopId, members);
    published += members.length;
  }
}

async function summariesOf(
  services: Services,
  shopId: number,
  members: StaleMember[],
): Promise<{ customerId: string; summary: LoyaltySummary }[]> {
  const { sql } = services.db;
  const ids = members.map((member) => member.id);
  const latest = await listLatestTransactions(sql, shopId, { ids, each: MAX_HISTORY + 1 });
  const named = [...latest.values()].flat().flatMap((transaction) => orderOf(transaction) ?? []);
  const orders = await listOrderGlances(sql, shopId, { members: ids, orders: [...new Set(named)] });
  const byId = new Map(orders.map((order) => [order.id, order]));
  const now = services.clock();
  return members.map((member) => ({
    customerId: member.id,
    summary: summarise(
      {
        available: member.available,
        held: member.held,
        owed: member.owed,
        tier: member.level,
        pending: orders
          .filter((order) => order.memberId === member.id && order.pending > 0n)
          .map((order) => ({ points: order.pending, at: order.vestsAt })),
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
  return { vestsAt: order.pending > 0n ? order.vestsAt : null, refunded: order.refunded, boughtAt: order.boughtAt };
}
