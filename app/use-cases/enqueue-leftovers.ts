import { listLeftovers } from "../db/leftovers.ts";
import type { JobName } from "../jobs/contracts.ts";
import type { Services } from "./services.ts";

/**
 * Enqueues again what is still to be done although its job is gone: one that gave up while the store was away for long.
 * Also has the shop's chain take in the members whose own have grown.
 */
export async function enqueueLeftovers(services: Services): Promise<void> {
  for (const { shopId, summaries, programme, unsealed } of await listLeftovers(services.db.sql)) {
    const jobs: [JobName, boolean][] = [
      ["publish-summaries", summaries],
      ["publish-programme", programme],
      ["seal-ledger", unsealed],
    ];
    for (const [name, isNeeded] of jobs) {
      if (isNeeded) await services.db.inShop(shopId, (tx) => services.jobs.enqueue(tx, name, { shopId }));
    }
  }
}
