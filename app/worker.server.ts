import { setTimeout as sleep } from "node:timers/promises";
import { StoreUnavailable } from "./commerce/platform.ts";
import { listShopsWithWork, type ShopWithWork } from "./db/shops.ts";
import type { RunningJobQueue } from "./jobs/queue.ts";
import { followLedger } from "./use-cases/analytics/follow-ledger.ts";
import { enqueueLeftovers } from "./use-cases/enqueue-leftovers.ts";
import { goOnWithExperiments } from "./use-cases/experiments/go-on.ts";
import { trainModels } from "./use-cases/insight/train-models.ts";
import { runBulk } from "./use-cases/members/run-bulk.ts";
import { runImport } from "./use-cases/moving-in/run-import.ts";
import type { HeadSigner } from "./use-cases/proof/head-signer.ts";
import { proveLedger } from "./use-cases/proof/prove-ledger.ts";
import { runLedgerCheck } from "./use-cases/operations/run-ledger-check.ts";
import { remakePicks } from "./use-cases/recommend/make-picks.ts";
import { publishPicks } from "./use-cases/picks/publish-picks.ts";
import { publishPerks } from "./use-cases/publish-perks.ts";
import { publishProgramme } from "./use-cases/publish-programme.ts";
import { publishSummaries } from "./use-cases/publish-summaries.ts";
import { reconcileShop } from "./use-cases/reconcile/reconcile-shop.ts";
import { issueCodes } from "./use-cases/rewards/issue-codes.ts";
import { makeBenefits } from "./use-cases/rewards/make-benefits.ts";
import { sealLedger } from "./use-cases/seal-ledger.ts";
import { followSegments } from "./use-cases/segments/follow-segments.ts";
import { syncSegments } from "./use-cases/segments/sync-segments.ts";
import type { Services } from "./use-cases/services.ts";
import { runStudy } from "./use-cases/studies/run-study.ts";
import { forgetOld } from "./use-cases/settings/forget-old.ts";
import { settleDeliveries } from "./use-cases/settle-deliveries.ts";
import { workOffDueOf } from "./use-cases/work-off-due.ts";

const LOOK_EVERY_MS = 500;
/** Between two looks deliveries gather: together they cost little more than one alone. */
const GATHER_MS = 40;
/** With this much in one look there is more to do than to wait for. */
const FULL_HANDS = 100;
const STORE_PAUSE_MS = 10_000;
const SHOPS_AT_ONCE = 16;
const LEFTOVERS_EVERY_MS = 20_000;

export interface Worker {
  /** Something was received: do not wait for the next look. */
  wake(): void;
  /** Lets what is under way finish. */
  stop(): Promise<void>;
}

/**
 * Works off deliveries, what falls due, and jobs, until it is stopped. Any number of them may run on PostgreSQL. One
 * without a signer leaves what is signed to others.
 */
export async function startWorker(
  services: Services,
  jobs: RunningJobQueue,
  signer?: HeadSigner,
): Promise<Worker> {
  await jobs.work("publish-summaries", async ({ shopId }) => void (await publishSummaries(services, shopId)));
  await jobs.work("publish-programme", ({ shopId }) => publishProgramme(services, shopId));
  await jobs.work("publish-perks", ({ shopId }) => publishPerks(services, shopId));
  await jobs.work("make-picks", ({ shopId }) => remakePicks(services, shopId));
  await jobs.work("publish-picks", ({ shopId }) => publishPicks(services, shopId));
  await jobs.work("make-benefits", ({ shopId }) => makeBenefits(services, shopId));
  await jobs.work("bulk-members", (work) => runBulk(services, work));
  await jobs.work("issue-codes", ({ shopId }) => issueCodes(services, shopId));
  await jobs.work("seal-ledger", async ({ shopId }) => void (await sealLedger(services, shopId)));
  if (signer !== undefined) {
    await jobs.work("prove-ledger", async ({ shopId }) => void (await proveLedger(services, signer, shopId)));
    await jobs.work("import-members", (work) => runImport(services, signer, work));
  }
  await jobs.work("go-on-with-experiments", ({ shopId }) => goOnWithExperiments(services, shopId));
  await jobs.work("train-models", ({ shopId }) => trainModels(services, shopId));
  await jobs.work("study", (work) => runStudy(services, work));
  await jobs.work("follow-segments", ({ shopId }) => followSegments(services, shopId));
  await jobs.work("sync-segments", ({ shopId }) => syncSegments(services, shopId));
  await jobs.work("follow-ledger", ({ shopId }) => followLedger(services, shopId));
  await jobs.work("check-ledger", ({ shopId }) => runLedgerCheck(services, shopId));
  await jobs.work("forget-old", ({ shopId }) => forgetOld(services, shopId));
  await jobs.work("reconcile", async ({ shopId }) => void (await reconcileShop(services, shopId)));
  const loop = startLoop(services);
  const leftovers = setInterval(() => {
    enqueueLeftovers(services).catch((error: unknown) =>
      services.log.error({ error }, "leftovers were not enqueued"),
    );
  }, LEFTOVERS_EVERY_MS);
  return {
    wake: loop.wake,
    async stop() {
      clearInterval(leftovers);
      await loop.stop();
    },
  };
}

function startLoop(services: Services): Worker {
  let stopping = false;
  let alarm = new AbortController();
  const underWay = new Map<string, Promise<void>>();
  const pausedUntil = new Map<string, number>();

  /** Shops are worked off beside each other: one whose store does not answer delays no other. */
  async function look(): Promise<void> {
    for (const work of await listShopsWithWork(services.db.sql, services.clock())) {
      const { domain } = work.shop;
      if (underWay.size >= SHOPS_AT_ONCE) return;
      if (underWay.has(domain) || (pausedUntil.get(domain) ?? 0) > performance.now()) continue;
      underWay.set(domain, workOffShop(work));
    }
  }

  async function workOffShop(work: ShopWithWork): Promise<void> {
    const { domain } = work.shop;
    try {
      while ((await workOff(services, work)) >= FULL_HANDS && !stopping);
    } catch (error) {
      pausedUntil.set(domain, performance.now() + STORE_PAUSE_MS);
      const reason = error instanceof Error ? error.message : String(error);
      const isStore = error instanceof StoreUnavailable;
      services.log[isStore ? "warn" : "error"]({ shop: domain, reason }, "the shop's work waits a little");
    }
    underWay.delete(domain);
    // What came meanwhile has woken nobody.
    alarm.abort();
  }

  async function run(): Promise<void> {
    while (!stopping) {
      alarm = new AbortController();
      const { signal } = alarm;
      await look().catch((error: unknown) => {
        services.log.error({ error }, "the worker could not work; it tries again");
      });
      await sleep(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
      if (!stopping) await sleep(GATHER_MS);
    }
    await Promise.all(underWay.values());
  }

  const running = run();
  return {
    wake: () => alarm.abort(),
    async stop() {
      stopping = true;
      alarm.abort();
      await running;
    },
  };
}

async function workOff(services: Services, { shop, deliveries, due }: ShopWithWork): Promise<number> {
  const settled = deliveries ? await settleDeliveries(services, shop) : 0;
  return settled + (due ? await workOffDueOf(services, shop) : 0);
}
