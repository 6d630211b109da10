import { followMerges, restatePicks } from "../../db/experiment-members.ts";
import { saveLook } from "../../db/experiment-looks.ts";
import {
  listDue,
  listShopsWithTurns,
  lockExperiment,
  noteTurn,
  updateExperiment,
  type StoredExperiment,
} from "../../db/experiments.ts";
import { requireShop, type ShopRow } from "../../db/shops.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import { todayIn } from "../analytics/today.ts";
import type { Services } from "../services.ts";
import { giveBack } from "./give-back.ts";
import { giveNext } from "./give-gifts.ts";
import { readControlGroup, readExperiment } from "./read-figures.ts";
import { endOfIntake, takeInMembers } from "./take-in-members.ts";

/** A job that goes on for long is taken for dead and started again beside itself: the rest is a job of its own. */
const LONGEST_TURN_MS = 20_000;

/** Shops of which an experiment is to be gone on with by now. */
export function listShopsToGoOnWith({ db, clock }: Pick<Services, "db" | "clock">): Promise<number[]> {
  return listShopsWithTurns(db.sql, clock());
}

/**
 * Goes on with a shop's experiments, once a day and when one begins: whoever is to be reached is, gifts are given, and
 * the figures of the day are read and kept. One that has told all that it can ends by itself.
 */
export async function goOnWithExperiments(services: Services, shopId: number): Promise<void> {
  const shop = await requireShop(services.db.sql, shopId);
  if (shop.uninstalledAt !== null) return;
  const until = performance.now() + LONGEST_TURN_MS;
  for (const experiment of await listDue(services.db.sql, shopId, services.clock())) {
    if (experiment.kind === "control-group") await lookAtControlGroup(services, shop, experiment);
    else if (!(await goOn(services, shop, { experiment, until }))) {
      return services.db.inShop(shopId, (tx) =>
        services.jobs.enqueue(tx, "go-on-with-experiments", { shopId }),
      );
    }
  }
}

/** Answers whether its turn is over; gifts may be left. */
async function goOn(
  services: Services,
  shop: ShopRow,
  { experiment, until }: { experiment: StoredExperiment; until: number },
): Promise<boolean> {
  await services.db.inShop(shop.id, (tx) => followMerges(tx, experiment.id));
  if (experiment.state === "running") {
    await takeInMembers(services, shop, experiment);
    while (await giveNext(services, shop, experiment)) if (performance.now() > until) return false;
  }
  await giveBack(services, shop, experiment);
  const at = services.clock();
  const reading = await readExperiment(services, shop, experiment);
  await saveLook(services.db.sql, shop.id, {
    ...{ experimentId: experiment.id, day: todayIn(shop.timezone, at), at, reading },
  });
  await endTurn(services, shop, { id: experiment.id, at });
  return true;
}

async function lookAtControlGroup(
  services: Services,
  shop: ShopRow,
  experiment: StoredExperiment,
): Promise<void> {
  const at = services.clock();
  const read = await readControlGroup(services, shop, experiment);
  if (read !== null)
    await saveLook(services.db.sql, shop.id, {
      ...{ experimentId: experiment.id, day: todayIn(shop.timezone, read.to), at, reading: read.reading },
    });
  await endTurn(services, shop, { id: experiment.id, at });
}

/** Tomorrow again; never again once everybody who was reached is counted. */
async function endTurn(
  services: Services,
  shop: ShopRow,
  { id, at }: { id: string; at: Instant },
): Promise<void> {
  await services.db.inShop(shop.id, async (tx) => {
    const now = await lockExperiment(tx, id);
    if (now === null) return;
    const isOver = now.kind !== "control-group" && at >= lastDayOf(now);
    if (!isOver) return noteTurn(tx, id, at + DAY);
    if (now.state === "stopped") await noteTurn(tx, id, null);
    else await updateExperiment(tx, { ...now, state: "stopped", stoppedAt: at, nextTurnAt: null });
    if (now.kind === "recommendations") await restatePicks(tx, "everybody");
  });
}

/** Whether nobody is left to be counted, so that its last figures are all that it will ever tell. */
export function hasToldAll({ state, nextTurnAt }: Pick<StoredExperiment, "state" | "nextTurnAt">): boolean {
  return state === "stopped" && nextTurnAt === null;
}

/** When everybody whom it can have reached is counted. */
export function lastDayOf({ plan, startedAt, stoppedAt }: StoredExperiment): Instant {
  const reached = Math.min(endOfIntake(plan, startedAt ?? 0), stoppedAt ?? Infinity);
  return reached + plan.windowDays * DAY;
}
