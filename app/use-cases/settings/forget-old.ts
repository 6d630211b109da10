import { forgetFeedback } from "../../db/feedback.ts";
import { forgetVisits } from "../../db/pick-events.ts";
import { forgetMoves, forgetOldData, listShopsToForgetFor } from "../../db/retention.ts";
import { forgetActions } from "../../db/staff-activity.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { FIRST_SETTINGS, settingsOf } from "./shop-settings.ts";

/** Enqueues the work of shops that have something older than they keep it. */
export async function forgetWhatIsOld(services: Services): Promise<void> {
  const { db, clock, jobs } = services;
  for (const shopId of await listShopsToForgetFor(db.sql, clock(), FIRST_SETTINGS.keep))
    await db.inShop(shopId, (tx) => jobs.enqueue(tx, "forget-old", { shopId }));
}

/** Forgets what a shop has kept for as long as its settings say. */
export async function forgetOld({ db, clock }: Services, shopId: number): Promise<void> {
  const now = clock();
  await db.inShop(shopId, async (tx) => {
    const { keep } = await settingsOf(tx, shopId);
    const before = (days: number | null): Instant | null => (days === null ? null : now - days * DAY);
    const activity = before(keep.activity);
    await forgetOldData(tx, { requests: before(keep.requests), deadLetters: before(keep.deadLetters) });
    await forgetVisits(tx, now);
    await forgetMoves(tx, now);
    const feedback = before(keep.feedback);
    if (activity !== null) await forgetActions(tx, activity);
    if (feedback !== null) await forgetFeedback(tx, feedback);
  });
}
