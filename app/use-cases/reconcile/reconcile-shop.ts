import {
  findOpenRun,
  noteRunFailure,
  RUN_STEPS,
  saveProgress,
  type Run,
  type RunStep,
} from "../../db/reconciliations.ts";
import { findShopById, type ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";
import { reconcileCodes } from "./reconcile-codes.ts";
import { reconcileCustomers } from "./reconcile-customers.ts";
import { reconcileGoneOrders } from "./reconcile-gone-orders.ts";
import { reconcileMembers } from "./reconcile-members.ts";
import { reconcileOrders } from "./reconcile-orders.ts";
import { reconcileProducts } from "./reconcile-products.ts";
import { reconcileTags } from "./reconcile-tags.ts";
import { Overtaken, type Reconciling, type Step, type Turn } from "./reconciling.ts";

const STEPS: Record<RunStep, Step> = {
  members: reconcileMembers,
  customers: reconcileCustomers,
  orders: reconcileOrders,
  "gone-orders": reconcileGoneOrders,
  products: reconcileProducts,
  codes: reconcileCodes,
  tags: reconcileTags,
};
/** A job that goes on for long is taken for dead and started again beside itself: the rest is a job of its own. */
const TURNS_A_JOB = 20;

/**
 * Goes on with the shop's open run: compares what is known with what the store holds, and puts what was missed into the
 * line of deliveries. Every turn is saved, so that a store that fails, or a process that dies, costs one turn. Answers
 * whether no run is open any more.
 */
export async function reconcileShop(services: Services, shopId: number): Promise<boolean> {
  for (let turns = 0; turns < TURNS_A_JOB; turns++) {
    // Read again each time: it may have uninstalled meanwhile.
    const shop = await findShopById(services.db.sql, shopId);
    if (shop === null || shop.uninstalledAt !== null) return false;
    const run = await findOpenRun(services.db.sql, shopId);
    if (run === null) return true;
    try {
      await takeTurn({ services, shop, run });
    } catch (error) {
      if (error instanceof Overtaken) return false;
      await noteFailure(services, { shop, run }, error);
      throw error;
    }
  }
  await services.db.inShop(shopId, (tx) => services.jobs.enqueue(tx, "reconcile", { shopId }));
  return false;
}

async function takeTurn(reconciling: Reconciling): Promise<void> {
  const { services, shop } = reconciling;
  const turn = await STEPS[reconciling.run.step](reconciling);
  const { run } = reconciling;
  const next = turn.cursor === null ? RUN_STEPS[RUN_STEPS.indexOf(run.step) + 1] : run.step;
  const progress = {
    step: next ?? run.step,
    cursor: turn.cursor,
    counts: counted(run, turn),
    touchedAt: services.clock(),
    isDone: next === undefined,
  };
  if (!(await services.db.inShop(shop.id, (tx) => saveProgress(tx, run, progress))))
    throw new Overtaken("the run is somebody else's");
}

function counted({ counts }: Run, { looked }: Turn): Run["counts"] {
  const sum = { ...counts };
  for (const key of Object.keys(looked) as (keyof typeof looked)[]) sum[key] += looked[key] ?? 0;
  return sum;
}

async function noteFailure(
  services: Services,
  { shop, run }: { shop: ShopRow; run: Run },
  error: unknown,
): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  await noteRunFailure(services.db.sql, { shopId: shop.id, number: run.number }, reason);
  services.log.warn(
    { shop: shop.domain, run: run.number, step: run.step, reason },
    "a reconciliation failed",
  );
}
