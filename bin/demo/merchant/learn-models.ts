import { setTimeout as sleep } from "node:timers/promises";
import { findTraining } from "../../../app/db/trainings.ts";
import { requestTraining } from "../../../app/use-cases/insight/request-training.ts";
import type { Deed } from "./deeds.ts";

const LOOK_EVERY_MS = 50;

/** Has the models learned anew, and waits for them. */
export const learnModels: Deed = async (services, shop, by) => {
  // The night may be about it already, with what was known before.
  while (!(await requestTraining(services, shop, by))) await sleep(LOOK_EVERY_MS);
  while ((await findTraining(services.db.sql, shop.id))?.finishedAt === null) await sleep(LOOK_EVERY_MS);
};
