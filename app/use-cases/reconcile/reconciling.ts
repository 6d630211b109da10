import type { Finding } from "../../db/reconciliation-findings.ts";
import type { Run, RunCounts } from "../../db/reconciliations.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { StoreEvent } from "../../commerce/platform.ts";
import type { Services } from "../services.ts";

/** What a step of a run is given. */
export interface Reconciling {
  services: Services;
  shop: ShopRow;
  /** As it was last saved; every saving puts the newer one in its place. */
  run: Run;
}

/** Something that the store has otherwise than it is known, and the news that mends it. */
export interface Missed {
  finding: Omit<Finding, "webhookId">;
  topic: "reconcile/order" | "reconcile/customer";
  event: StoreEvent;
}

/** How far a turn of a step came. */
export interface Turn {
  /** null where the step is done. */
  cursor: string | null;
  looked: Partial<RunCounts>;
}

export type Step = (reconciling: Reconciling) => Promise<Turn>;

/** Another process goes on with this run, or it was stopped: nothing of what was about to be saved is. */
export class Overtaken extends Error {
  override name = "Overtaken";
}

export const NO_FINDING: Omit<Finding, "webhookId" | "kind"> = {
  orderId: null,
  memberId: null,
  name: null,
  detail: null,
};
