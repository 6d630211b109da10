import { StoreUnavailable } from "../../commerce/platform.ts";
import { requireShop, type ShopRow } from "../../db/shops.ts";
import {
  findStudy,
  finishStudy,
  noteHeldUp,
  noteProgress,
  replaceStudyMembers,
  type StoredStudy,
  type StudyList,
  type StudyMember,
} from "../../db/studies.ts";
import { previewPastOrders } from "../past-orders/preview-past-orders.ts";
import { takeInPastOrders } from "../past-orders/take-in-past-orders.ts";
import type { Services } from "../services.ts";
import { effectSubject, pastSubject, planSubject } from "./subjects.ts";
import { studyEffect } from "./study-effect.ts";
import { studyPlan } from "./study-plan.ts";

/** More often nobody looks. */
const TELL_EVERY_MS = 500;

const NOBODY: Record<StudyList, StudyMember[]> = { up: [], down: [], gain: [], lose: [] };

/** Nobody waits for it any more: it was stopped, or its shop is gone. */
class Unwanted extends Error {}

interface Ended {
  state: "done" | "failed";
  result: unknown;
  reason: string | null;
  lists: Record<StudyList, StudyMember[]>;
}

/**
 * Works out what was asked, and keeps it where it is still asked for. A store that does not answer is asked again later
 * by the same job; what fails otherwise is told to whoever asked, who may ask anew.
 */
export async function runStudy(
  services: Services,
  { shopId, studyId }: { shopId: number; studyId: string },
): Promise<void> {
  const { db, clock, log } = services;
  const shop = await requireShop(db.sql, shopId);
  const study = await findStudy(db.sql, shopId, studyId);
  if (study?.state !== "waiting" || shop.uninstalledAt !== null) return;
  const ended = await work(services, shop, study).catch(async (error: unknown): Promise<Ended | null> => {
    if (error instanceof Unwanted) return null;
    if (error instanceof StoreUnavailable) {
      await noteHeldUp(db.sql, shopId, { id: study.id, reason: "store" });
      throw error;
    }
    log.error({ shop: shop.domain, study: study.id, error }, "a study could not be finished");
    return failed("failed");
  });
  if (ended === null) return;
  await db.inShop(shopId, async (tx) => {
    const { state, result, reason, lists } = ended;
    const isWanted = await finishStudy(tx, { id: study.id, state, result, reason, at: clock() });
    if (isWanted) await replaceStudyMembers(tx, study.id, lists);
  });
}

async function work(services: Services, shop: ShopRow, study: StoredStudy): Promise<Ended> {
  const tell = progressOf(services, shop, study.id);
  if (study.kind === "effect") {
    const result = await studyEffect(services, shop, { ...effectSubject.parse(study.subject), tell });
    return { state: "done", result, reason: null, lists: NOBODY };
  }
  if (study.kind === "past-preview" || study.kind === "past-orders") {
    const wish = { ...pastSubject.parse(study.subject), tell };
    const result =
      study.kind === "past-preview"
        ? await previewPastOrders(services, shop, wish)
        : await takeInPastOrders(services, shop, wish);
    if (result === null) return failed("overtaken");
    return { state: "done", result, reason: null, lists: NOBODY };
  }
  const studied = await studyPlan(services, shop, { ...planSubject.parse(study.subject), tell });
  if (studied.outcome === "overtaken") return failed("overtaken");
  return { state: "done", result: studied.result, reason: null, lists: studied.lists };
}

function failed(reason: string): Ended {
  return { state: "failed", result: null, reason, lists: NOBODY };
}

function progressOf({ db }: Services, shop: ShopRow, id: string) {
  let told = 0;
  return async (done: number, of: number): Promise<void> => {
    const now = performance.now();
    if (now - told < TELL_EVERY_MS && done < of) return;
    told = now;
    if (!(await noteProgress(db.sql, shop.id, { id, done, of }))) throw new Unwanted();
  };
}
