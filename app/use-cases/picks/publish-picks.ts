import type { PublishedPicks } from "../../commerce/pick-store.ts";
import {
  listUnpublishedMemberPicks,
  listUnpublishedProductPicks,
  markPublished,
  type Unpublished,
} from "../../db/picks.ts";
import { requireShop, type ShopRow } from "../../db/shops.ts";
import { NO_PICKS, type MemberPicks, type Pick as Recommended } from "../../insight/recommend/pick.ts";
import type { Services } from "../services.ts";
import { shownBeside, shownToMember } from "./shown-picks.ts";
import { whoIsShown } from "./who-is-shown.ts";

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

/** Whoever is shown nothing of their own has none; what stood there goes. */
async function publishToMembers(services: Services, shop: ShopRow): Promise<number> {
  const rows: Unpublished<MemberPicks>[] = await listUnpublishedMemberPicks(
    services.db.sql,
    shop.id,
    AT_ONCE,
  );
  if (rows.length === 0) return 0;
  const shown = await whoIsShown(
    services,
    shop,
    rows.map(({ id }) => id),
  );
  const picks = rows.map(({ id, picks: lists }): PublishedPicks => {
    const theirs = shown.get(id);
    const told = shownToMember(shop, theirs?.own === true ? lists : NO_PICKS, theirs?.refused ?? new Set());
    return { owner: { kind: "customer", id }, ...told };
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
