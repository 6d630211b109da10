import { noteAction } from "../../db/staff-actions.ts";
import { beginTraining, listTrainedShops, type TrainedShop } from "../../db/trainings.ts";
import type { ShopRow } from "../../db/shops.ts";
import { startOfDay } from "../../loyalty/calendar.ts";
import { DAY, HOUR, type Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";

/** One that has not ended by then was lost with its process. */
const LOST_AFTER = 2 * HOUR;
/** When shops are quiet, by their own clocks. */
const NIGHT = 3 * HOUR;
/** A shop that takes in its past is not left waiting for the night. */
const ENOUGH_FOR_A_FIRST_LOOK = 50;

/** Has a shop's models learned anew because somebody asks for it. Answers whether that begins now. */
export async function requestTraining(services: Services, shop: ShopRow, by: By): Promise<boolean> {
  const at = services.clock();
  return services.db.inShop(shop.id, async (tx) => {
    if (!(await beginTraining(tx, { askedBy: by.staff, at, lostBefore: at - LOST_AFTER }))) return false;
    await services.jobs.enqueue(tx, "train-models", { shopId: shop.id });
    await noteAction(tx, shop.id, { at, ...by, action: "models.trained", subject: null });
    return true;
  });
}

/** Has the models of shops learned anew whose night has come, or that are no more what they were. */
export async function requestDueTrainings(services: Services): Promise<void> {
  const { db, clock, jobs } = services;
  const at = clock();
  for (const shop of await listTrainedShops(db.sql, {
    fewest: ENOUGH_FOR_A_FIRST_LOOK,
    lostBefore: at - LOST_AFTER,
  })) {
    if (!isDue(shop, at)) continue;
    await db.inShop(shop.id, async (tx) => {
      if (await beginTraining(tx, { askedBy: null, at, lostBefore: at - LOST_AFTER }))
        await jobs.enqueue(tx, "train-models", { shopId: shop.id });
    });
  }
}

export function isDue(
  { timezone, installedAt, askedAt, hasGrown }: Omit<TrainedShop, "id">,
  now: Instant,
): boolean {
  return hasGrown || (askedAt ?? installedAt) < lastNight(timezone, now);
}

function lastNight(timezone: string, now: Instant): Instant {
  const night = startOfDay(timezone, now) + NIGHT;
  return night <= now ? night : startOfDay(timezone, now - DAY) + NIGHT;
}
