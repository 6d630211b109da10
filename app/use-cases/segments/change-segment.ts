import { lockSegment, markSegmentDeleted, type Sync } from "../../db/segments/segments.ts";
import { saveSync } from "../../db/segments/tags.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import type { StaffActionName } from "../staff/actions.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";

export const DEEDS = ["delete", "restore", "sync-start", "sync-stop", "sync-undo"] as const;
export type Deed = (typeof DEEDS)[number];

export type SegmentChanged = { outcome: "changed"; deed: Deed } | { outcome: "unchanged" };

const NAMES: Record<Deed, StaffActionName> = {
  delete: "segment.deleted",
  restore: "segment.restored",
  "sync-start": "segment.sync-started",
  "sync-stop": "segment.sync-stopped",
  "sync-undo": "segment.sync-undone",
};

/** From which state of the sync each leads where. To stop leaves the tags where they are, to undo takes them off. */
const SYNCED: Partial<Record<Deed, Partial<Record<Sync, Sync>>>> = {
  "sync-start": { off: "on", paused: "on", removing: "on" },
  "sync-stop": { on: "paused" },
  "sync-undo": { on: "removing", paused: "removing" },
  // The store must not go by what nobody follows any more.
  delete: { on: "removing", paused: "removing" },
};

/** Done twice it is done once. What was deleted can be brought back; its tags come back when it is synced again. */
export async function changeSegment(
  { db, clock, jobs }: Pick<Services, "db" | "clock" | "jobs">,
  shop: ShopRow,
  { id, deed, by }: { id: string; deed: Deed; by: By },
): Promise<SegmentChanged> {
  return db.inShop(shop.id, async (tx) => {
    const segment = await lockSegment(tx, id);
    if (segment === null) return { outcome: "unchanged" };
    const at = clock();
    const isMarked =
      (deed === "delete" && (await markSegmentDeleted(tx, id, at))) ||
      (deed === "restore" && (await markSegmentDeleted(tx, id, null)));
    const isThere = segment.deletedAt === null;
    const sync = isThere ? SYNCED[deed]?.[segment.sync] : undefined;
    if (!isMarked && sync === undefined) return { outcome: "unchanged" };
    if (sync !== undefined) await saveSync(tx, shop.id, { segmentId: id, sync });
    await noteAction(tx, shop.id, {
      ...{ at, ...by, action: NAMES[deed] },
      ...{ subject: { kind: "segment", id }, detail: { name: segment.name } },
    });
    await jobs.enqueue(tx, deed === "restore" ? "follow-segments" : "sync-segments", { shopId: shop.id });
    return { outcome: "changed", deed };
  });
}

export function isDeed(text: unknown): text is Deed {
  return (DEEDS as readonly unknown[]).includes(text);
}
