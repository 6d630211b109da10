import type { PublishedPicks } from "../../commerce/pick-store.ts";
import { listBalances } from "../../db/balances.ts";
import { listRefusals, listWithoutPicks } from "../../db/pick-events.ts";
import {
  listUnpublishedMemberPicks,
  listUnpublishedProductPicks,
  markPublished,
  type Unpublished,
} from "../../db/picks.ts";
import { requireShop, type ShopRow } from "../../db/shops.ts";
import { NO_PICKS, type MemberPicks, type Pick as Recommended } from "../../insight/recommend/pick.ts";
import { whoGetsRecommendations } from "../experiments/who-gets-recommendations.ts";
import type { Services } from "../services.ts";
import { shownBeside, shownToMember } from "./shown-picks.ts";

const AT_ONCE = 120;
/** A job that goes on for long is taken for dead and started again beside itself: the rest is a job of its own. */
const MOST_ROUNDS = 20;

/**
 * Writes to the store what changed of what it shows beside products and to members. Whatever changes meanwhile stays to be
 * published; what the store refuses is not tried again before it changes, for the same would be refused.
 */
export async function publishPicks(services: Services, shopId: number): Promise<void> {
  const shop = await requireShop(services.db.sql, shopId);
  if (shop.uninstalledAt !== null) return;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const done = (await publishBeside(services, shop)) + (await publishToMembers(services, shop));
    if (done === 0) return;
  }
  await services.db.inShop(shopId, (tx) => services.jobs.enqueue(tx, "publish-picks", { shopId }));
}

async function publishBeside(services: Services, shop: ShopRow): Promise<number> {
  const rows: Unpublished<Recommended[]>[] = await listUnpublishedProductPicks(
    services.db.sql,
    shop.id,
    AT_ONCE,
  );
  const picks = rows.map(({ id, picks: list }): PublishedPicks => {
    return { owner: { kind: "product", id }, ...shownBeside(shop, id, list) };
  });
  return publish(services, shop, { table: "product_picks", rows, picks });
}

/**
 * Whoever wants none, gets nothing personal for comparison's sake, or is out of the programme or merged away, is shown
 * none; what stood there goes.
 */
async function publishToMembers(services: Services, shop: ShopRow): Promise<number> {
  const { sql } = services.db;
  const rows: Unpublished<MemberPicks>[] = await listUnpublishedMemberPicks(sql, shop.id, AT_ONCE);
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  const [active, without, refused, shows] = await Promise.all([
    listBalances(sql, shop.id, ids),
    listWithoutPicks(sql, shop.id, ids),
    listRefusals(sql, shop.id, ids),
    whoGetsRecommendations(services, shop, ids),
  ]);
  const picks = rows.map(({ id, picks: lists }): PublishedPicks => {
    const mayBeShown = active.has(id) && !without.has(id) && shows.has(id);
    const shown = shownToMember(shop, mayBeShown ? lists : NO_PICKS, refused.get(id) ?? new Set());
    return { owner: { kind: "customer", id }, ...shown };
  });
  return publish(services, shop, { table: "member_picks", rows, picks });
}

interface Batch {
  table: Parameters<typeof markPublished>[1];
  rows: readonly Unpublished<unknown>[];
  picks: readonly PublishedPicks[];
}

async function publish(
  { db: { sql }, platform, clock, log }: Services,
  shop: ShopRow,
  { table, rows, picks }: Batch,
): Promise<number> {
  if (rows.length === 0) return 0;
  const refused = await platform.publishPicks(shop.domain, picks);
  if (refused.length > 0)
    log.error(
      { shop: shop.domain, table, refused: refused.length, why: refused[0]?.why },
      "picks were refused",
    );
  await markPublished(sql, table, { shopId: shop.id, published: rows, now: clock() });
  return rows.length;
}
