import { setTimeout as sleep } from "node:timers/promises";
import { StoreUnavailable } from "./commerce/platform.ts";
import { listShopsWithWork, type ShopWithWork } from "./db/shops.ts";
import type { RunningJobQueue } from "./jobs/queue.ts";
import { enqueueLeftovers } from "./use-cases/enqueue-leftovers.ts";
import { publishProgramme } from "./use-cases/publish-programme.ts";
import { publishSummaries } from "./use-cases/publish-summaries.ts";
import { sealLedger } from "./use-cases/seal-ledger.ts";
import type { Services } from "./use-cases/services.ts";
import { settleDeliveries } from "./use-cases/settle-deliveries.ts";
import { workOffDueOf } from "./use-cases/work-off-due.ts";

const LOOK_EVERY_MS = 500;
/** Between two looks deliveries gather: together they cost little more than one alone. */
const GATHER_MS = 40;
/** With this much in one look there is more to do than to wait for. */
const FULL_HANDS = 100;
const STORE_PAUSE_MS = 10_000;
const LEFTOVERS_EVERY_MS = 5 * 60_000;

export interface Worker {
  /** Something was received: do not wait for the next look. */
  wake(): void;
  /** Lets what is under way finish. */
  stop(): Promise<void>;
}

/** Works off deliveries, what falls due, and jobs, until it is stopped. Any number of them may run on PostgreSQL. */
export async function startWorker(services: Services, jobs: RunningJobQueue): Promise<Worker> {
  await jobs.work("publish-summaries", async ({ shopId }) => void (await publishSummaries(services, shopId)));
  await jobs.work("publish-programme", ({ shopId }) => publishProgramme(services, shopId));
  await jobs.work("seal-ledger", async ({ shopId }) => void (await sealLedger(services, shopId)));
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
  const pausedUntil = new Map<string, number>();

  async function run(): Promise<void> {
    while (!stopping) {
      alarm = new AbortController();
      const worked = await lookOnce(services, pausedUntil).catch((error: unknown) => {
        services.log.error({ error }, "the worker could not work; it tries again");
        return 0;
      });
      if (worked === 0)
        await sleep(LOOK_EVERY_MS, undefined, { signal: alarm.signal }).catch(() => undefined);
      if (worked < FULL_HANDS && !stopping) await sleep(GATHER_MS);
    }
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

/** One look at every shop with work; answers how much was done. */
async function lookOnce(services: Services, pausedUntil: Map<string, number>): Promise<number> {
  let worked = 0;
  for (const work of await listShopsWithWork(services.db.sql, services.clock())) {
    const { shop } = work;
    if ((pausedUntil.get(shop.domain) ?? 0) > performance.now()) continue;
    try {
      worked += await workOff(services, work);
    } catch (error) {
      pausedUntil.set(shop.domain, performance.now() + STORE_PAUSE_MS);
      const reason = error instanceof Error ? error.message : String(error);
      const isStore = error instanceof StoreUnavailable;
      services.log[isStore ? "warn" : "error"](
        { shop: shop.domain, reason },
        "the shop's work waits a little",
      );
    }
  }
  return worked;
}

async function workOff(services: Services, { shop, deliveries, due }: ShopWithWork): Promise<number> {
  const settled = deliveries ? await settleDeliveries(services, shop) : 0;
  return settled + (due ? await workOffDueOf(services, shop) : 0);
}
