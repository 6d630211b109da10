import type { ShopTransaction } from "../../db/database.ts";
import { markPerksDue } from "../../db/perks.ts";
import {
  findLastDone,
  findNewestRun,
  listShopsToReconcile,
  openRun,
  type RunCause,
} from "../../db/reconciliations.ts";
import { findShopById, type ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import { HOUR, MINUTE, type Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import type { Role } from "../staff/permissions.ts";

/** Runs overlap by this much, so that nothing falls between two: what was compared already posts nothing again. */
const OVERLAP = 10 * MINUTE;
/** A delivery may still be on its way: what nobody asked for leaves the newest changes to the next run. */
const PATIENCE = 2 * MINUTE;
const EVERY = HOUR;
/** An open run that nobody has touched for this long has lost its job. */
const LOST_AFTER = 5 * MINUTE;

export interface Asked {
  cause: RunCause;
  /** The member of staff. */
  askedBy?: string | null;
  /** Theirs, whose log has a line of it where it began now. */
  role?: Role;
}

/** Has the shop compared with its store; whoever asks while that is under way joins it. Answers whether it began now. */
export async function requestReconciliation(
  services: Services,
  shop: ShopRow,
  asked: Asked,
): Promise<boolean> {
  const { askedBy = null, role } = asked;
  return services.db.inShop(shop.id, async (tx) => {
    const begun = await beginReconciliation(services, { tx, shop }, asked);
    if (begun && askedBy !== null && role !== undefined)
      await noteAction(tx, shop.id, {
        at: services.clock(),
        staff: askedBy,
        role,
        action: "reconciliation.begun",
        subject: null,
      });
    return begun;
  });
}

/**
 * The same within a transaction that makes it necessary. `knownSince`: from when on a shop that was never compared is to
 * be, where that is before its installation.
 */
export async function beginReconciliation(
  services: Services,
  { tx, shop }: { tx: ShopTransaction; shop: ShopRow },
  { cause, askedBy = null, knownSince = shop.installedAt }: Asked & { knownSince?: Instant },
): Promise<boolean> {
  const now = services.clock();
  const newest = await findNewestRun(tx, shop.id);
  const done = await findLastDone(tx, shop.id);
  const since = newest?.since ?? knownSince;
  const from = done === null ? since : Math.max(since, done.to - OVERLAP);
  const to = Math.max(from, cause === "schedule" ? now - PATIENCE : now);
  const opened = await openRun(tx, { cause, askedBy, since, from, to, startedAt: now });
  await services.jobs.enqueue(tx, "reconcile", { shopId: shop.id });
  // What the checkout does for perks is compared as well: somebody may have ended it, or renamed a collection.
  await markPerksDue(tx, now);
  await services.jobs.enqueue(tx, "publish-perks", { shopId: shop.id });
  return opened;
}

/** Begins what is due by the clock, and goes on with what has lost its job. */
export async function requestDueReconciliations(services: Services): Promise<void> {
  const now = services.clock();
  const due = { startedBefore: now - EVERY, touchedBefore: now - LOST_AFTER };
  for (const shopId of await listShopsToReconcile(services.db.sql, due)) {
    const shop = await findShopById(services.db.sql, shopId);
    if (shop === null) continue;
    await requestReconciliation(services, shop, { cause: "schedule" });
  }
}
