import { moveBulkRows } from "../../db/bulk-rows.ts";
import { changeBulkRun, lockBulkRun } from "../../db/bulk-runs.ts";
import type { ShopTransaction } from "../../db/database.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import { stopIssue } from "../rewards/issue-reward-to-many.ts";
import type { By } from "../staff/actions.ts";
import type { Services } from "../services.ts";

export const BULK_CHANGES = ["stop", "go-on", "undo"] as const;
export type BulkChange = (typeof BULK_CHANGES)[number];

/** Afterwards each member has used or lost too much of it for a counter-entry to be fair. */
const UNDO_WITHIN = 7 * DAY;

export function undoUntil({
  finishedAt,
  startedAt,
}: {
  finishedAt: Instant | null;
  startedAt: Instant;
}): Instant {
  return (finishedAt ?? startedAt) + UNDO_WITHIN;
}

export type BulkChanged =
  | { outcome: "bulk-changed-state"; change: BulkChange }
  /** It is over, or was done already, or its time to be undone is. */
  | { outcome: "bulk-too-late" };

/** Stops what is under way, goes on with it, or begins to take it back: each by its own job, exactly once. */
export async function changeBulk(
  services: Services,
  shop: ShopRow,
  { id, change, by }: { id: string; change: BulkChange; by: By },
): Promise<BulkChanged> {
  const now = services.clock();
  return services.db.inShop(shop.id, async (tx) => {
    const run = await lockBulkRun(tx, id);
    if (run === null) return { outcome: "bulk-too-late" };
    const goesOn = () => services.jobs.enqueue(tx, "bulk-members", { shopId: shop.id, runId: id });
    if (change === "stop" && run.state === "running") {
      await changeBulkRun(tx, id, { state: "stopped", finishedAt: now });
    } else if (change === "go-on" && run.state === "stopped") {
      await changeBulkRun(tx, id, { state: "running" });
      await goesOn();
    } else if (change === "undo" && ["stopped", "done"].includes(run.state) && now <= undoUntil(run)) {
      await noteUndone(tx, { id, by, now });
      if (run.kind === "grant") {
        await stopIssue(services, tx, id);
        await moveBulkRows(tx, id, { from: "done", to: "undone" });
        await changeBulkRun(tx, id, { state: "undone", undoneBy: by.staff });
      } else {
        await changeBulkRun(tx, id, { state: "undoing", undoneBy: by.staff });
        await goesOn();
      }
    } else return { outcome: "bulk-too-late" };
    return { outcome: "bulk-changed-state", change };
  });
}

async function noteUndone(
  tx: ShopTransaction,
  { id, by, now }: { id: string; by: By; now: Instant },
): Promise<void> {
  await noteAction(tx, tx.shopId, {
    ...{ at: now, staff: by.staff, role: by.role, action: "members.bulk-undone" },
    subject: { kind: "bulk", id },
  });
}

/** null for what is no wish of the page. */
export function readBulkChange(form: FormData): BulkChange | null {
  return BULK_CHANGES.find((change) => change === form.get("intent")) ?? null;
}
