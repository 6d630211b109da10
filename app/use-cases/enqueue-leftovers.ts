import { listLeftovers } from "../db/leftovers.ts";
import type { JobName } from "../jobs/contracts.ts";
import { listShopsToFollow } from "./analytics/follow-ledger.ts";
import { listShopsToGoOnWith } from "./experiments/go-on.ts";
import { requestDueTrainings } from "./insight/request-training.ts";
import { forgetFiles } from "./moving-in/forget-files.ts";
import { requestDueReconciliations } from "./reconcile/request-reconciliation.ts";
import { listSegmentedShops } from "./segments/follow-segments.ts";
import { listShopsToSync } from "./segments/sync-segments.ts";
import type { Services } from "./services.ts";
import { forgetWhatIsOld } from "./settings/forget-old.ts";

/**
 * Enqueues again what is still to be done although its job is gone: one that gave up while the store was away for long, or
 * ended because the shop was uninstalled, which is here again. One that goes on well is enqueued once more for nothing.
 * Also has the shop's chain take in the members whose own have grown, its ledger proved once a day, its models learned anew
 * every night, and shops compared with their stores by the hour.
 */
export async function enqueueLeftovers(services: Services): Promise<void> {
  await requestDueReconciliations(services);
  await forgetFiles(services);
  await forgetWhatIsOld(services);
  await requestDueTrainings(services);
  for (const shopId of await listShopsToFollow(services)) services.jobs.soon("follow-ledger", { shopId });
  for (const shopId of await listSegmentedShops(services)) services.jobs.soon("follow-segments", { shopId });
  for (const shopId of await listShopsToSync(services)) services.jobs.soon("sync-segments", { shopId });
  for (const shopId of await listShopsToGoOnWith(services))
    services.jobs.soon("go-on-with-experiments", { shopId });
  for (const left of await listLeftovers(services.db.sql, services.clock())) {
    const { shopId, summaries, programme, perks, picks, unsealed, unproved, benefits, codes } = left;
    const { imports, bulk, studies } = left;
    const jobs: [JobName, boolean][] = [
      ["publish-summaries", summaries],
      ["publish-programme", programme],
      ["publish-perks", perks],
      ["publish-picks", picks],
      ["seal-ledger", unsealed],
      ["prove-ledger", unproved],
      ["make-benefits", benefits],
      ["issue-codes", codes],
    ];
    for (const [name, isNeeded] of jobs) {
      if (isNeeded) await services.db.inShop(shopId, (tx) => services.jobs.enqueue(tx, name, { shopId }));
    }
    for (const importId of imports)
      await services.db.inShop(shopId, (tx) =>
        services.jobs.enqueue(tx, "import-members", { shopId, importId }),
      );
    for (const runId of bulk)
      await services.db.inShop(shopId, (tx) => services.jobs.enqueue(tx, "bulk-members", { shopId, runId }));
    for (const studyId of studies)
      await services.db.inShop(shopId, (tx) => services.jobs.enqueue(tx, "study", { shopId, studyId }));
  }
}
