import { listVersions } from "../../db/programmes.ts";
import { lockShop, type ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import { askForStudy, findStudy, takeStudy } from "../../db/studies.ts";
import { wasChosen } from "../onboarding/read-checklist.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { ask } from "../studies/ask-for-study.ts";
import { PAST_RUN, pastPreviewId, startOfPast } from "./past-study.ts";

export type PastOrdersAsked =
  | { outcome: "asked" }
  | { outcome: "begun" }
  /** The day is none, or is not over. */
  | { outcome: "no-day" }
  /** Nobody has chosen a programme yet. */
  | { outcome: "no-programme" }
  /** Past orders are being credited already. */
  | { outcome: "busy" }
  /** It is not what was looked at: it was credited, worked out anew, or the programme changed. */
  | { outcome: "overtaken" };

/** Has worked out what the past orders since a day would bring. */
export async function askForPastPreview(
  services: Services,
  shop: ShopRow,
  { date, askedBy }: { date: string; askedBy: string },
): Promise<PastOrdersAsked> {
  const since = startOfPast(date, { timezone: shop.timezone, now: services.clock() });
  if (since === null) return { outcome: "no-day" };
  if (!(await wasChosen(services, shop))) return { outcome: "no-programme" };
  const question = { id: pastPreviewId(since), kind: "past-preview", subject: { since }, askedBy } as const;
  await ask(services, shop, question);
  return { outcome: "asked" };
}

export interface CreditWish {
  date: string;
  /** When the preview was finished that was looked at. */
  looked: number;
  by: By;
}

/**
 * Has the past orders since a day credited, as they were looked at: the preview goes with it, so that sent twice it is
 * done once. A job does the work, and goes on after whatever interrupts it.
 */
export async function creditPastOrders(
  services: Services,
  shop: ShopRow,
  { date, looked, by }: CreditWish,
): Promise<PastOrdersAsked> {
  const { db, jobs, clock } = services;
  const at = clock();
  const since = startOfPast(date, { timezone: shop.timezone, now: at });
  if (since === null || !Number.isSafeInteger(looked)) return { outcome: "no-day" };
  return db.inShop(shop.id, async (tx): Promise<PastOrdersAsked> => {
    await lockShop(tx);
    if ((await findStudy(tx, shop.id, PAST_RUN))?.state === "waiting") return { outcome: "busy" };
    const preview = await takeStudy(tx, { id: pastPreviewId(since), finishedAt: looked });
    const latest = (await listVersions(tx, shop.id)).at(-1)?.number;
    if (preview === null || latest !== (preview.result as { version?: unknown }).version)
      return { outcome: "overtaken" };
    const subject = { since, begunAt: at };
    const run = { id: PAST_RUN, kind: "past-orders", subject, askedAt: at } as const;
    await askForStudy(tx, { ...run, askedBy: by.staff });
    await noteAction(tx, shop.id, {
      ...{ at, ...by, action: "past-orders.credited", subject: null },
      detail: { since: date },
    });
    await jobs.enqueue(tx, "study", { shopId: shop.id, studyId: PAST_RUN });
    return { outcome: "begun" };
  });
}

/** Has a run gone on with that failed; what it has credited already stays as it is. */
export async function goOnCrediting(
  services: Services,
  shop: ShopRow,
  { askedBy }: { askedBy: string },
): Promise<PastOrdersAsked> {
  const run = await findStudy(services.db.sql, shop.id, PAST_RUN);
  if (run?.state !== "failed") return { outcome: "overtaken" };
  await ask(services, shop, { id: PAST_RUN, kind: "past-orders", subject: run.subject as object, askedBy });
  return { outcome: "begun" };
}
