import type { Tagged } from "../../commerce/segment-store.ts";
import { findSegment, listSyncedSegments, type SegmentRow } from "../../db/segments/segments.ts";
import {
  endRemoving,
  handOnTags,
  listShopsToTag,
  listTagTasks,
  noteTag,
  saveStoreSegment,
  saveSyncFailure,
  type TagTask,
} from "../../db/segments/tags.ts";
import { requireShop, type ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";
import { tagOf } from "./segment-handle.ts";

/** Between two looks at whether somebody has stopped it. */
const CUSTOMERS_AT_ONCE = 25;
/** A job that goes on for long is taken for dead: the rest is a job of its own. */
const LONGEST_MS = 15_000;

type Syncing = Pick<Services, "db" | "platform" | "jobs" | "clock">;

export function listShopsToSync({ db }: Pick<Services, "db">): Promise<number[]> {
  return listShopsToTag(db.sql);
}

/**
 * Has the store's customers carry the tags of the segments that they are in, and lose those of others. The store is asked
 * first and what it did is kept after: where that is lost, it is asked for the same once more, which changes nothing.
 * The store says how much at once is too much, and then it is waited for.
 */
export async function syncSegments(services: Syncing, shopId: number): Promise<void> {
  const { db, clock, jobs } = services;
  const shop = await requireShop(db.sql, shopId);
  await db.inShop(shopId, handOnTags);
  const until = clock() + LONGEST_MS;
  for (const segment of await listSyncedSegments(db.sql, shopId)) {
    await haveStoreSegment(services, shop, segment);
    while (await syncSome(services, shop, segment.id)) {
      if (clock() < until) continue;
      return db.inShop(shopId, (tx) => jobs.enqueue(tx, "sync-segments", { shopId }));
    }
    await finishRemoving(services, shop, segment);
  }
}

/** Answers whether there was anything to do. Whoever stops it is heard between two turns. */
async function syncSome(services: Syncing, shop: ShopRow, segmentId: string): Promise<boolean> {
  const { sql } = services.db;
  const segment = await findSegment(sql, shop.id, segmentId);
  if (segment === null) return false;
  const tasks = await listTagTasks(sql, shop.id, { segmentId, limit: CUSTOMERS_AT_ONCE });
  for (const task of tasks) await doTask(services, shop, { segment, task });
  return tasks.length > 0;
}

async function doTask(
  { db, platform }: Syncing,
  shop: ShopRow,
  { segment, task }: { segment: SegmentRow; task: TagTask },
): Promise<void> {
  const tag = tagOf(segment.handle);
  const { id: segmentId } = segment;
  const { memberId, add } = task;
  const done: Tagged = add
    ? await platform.tagCustomer(shop.domain, memberId, tag)
    : await platform.untagCustomer(shop.domain, memberId, tag);
  if (done.outcome === "refused") await saveSyncFailure(db.sql, shop.id, { segmentId, failure: done.reason });
  // Of one whose tag the store would not take away nothing can be done; whom it would not tag is not asked about again.
  const state = !add ? null : done.outcome === "done" ? "tagged" : "refused";
  await noteTag(db.sql, shop.id, { segmentId, memberId, state });
}

/** Merchants choose among their own segments in many places: one of everybody with the tag is made for them. */
async function haveStoreSegment(
  { db, platform }: Syncing,
  shop: ShopRow,
  segment: SegmentRow,
): Promise<void> {
  if (segment.sync !== "on" || segment.storeSegment !== null || segment.syncFailure !== null) return;
  const { id: segmentId, name, handle } = segment;
  const made = await platform
    .makeTagSegment(shop.domain, { name: `${name} (Perennial)`, tag: tagOf(handle) })
    .catch(refusalOf);
  if (made.outcome === "made") await saveStoreSegment(db.sql, shop.id, { segmentId, storeSegment: made.id });
  else await saveSyncFailure(db.sql, shop.id, { segmentId, failure: made.reason });
}

/** The tags work without it, so nothing waits for it. */
function refusalOf(error: unknown): { outcome: "refused"; reason: string } {
  return { outcome: "refused", reason: error instanceof Error ? error.message : String(error) };
}

async function finishRemoving({ db, platform }: Syncing, shop: ShopRow, segment: SegmentRow): Promise<void> {
  const isOver = await db.inShop(shop.id, (tx) => endRemoving(tx, segment.id));
  if (isOver && segment.storeSegment !== null)
    await platform.dropTagSegment(shop.domain, segment.storeSegment);
}
