import { createHash } from "node:crypto";
import { askForStudy, deleteStudiesAskedBefore, type StudyKind } from "../../db/studies.ts";
import type { ShopRow } from "../../db/shops.ts";
import { DAY } from "../../loyalty/time.ts";
import { canonicalJson } from "../programme/plan-hash.ts";
import type { Services } from "../services.ts";
import type { EffectSubject } from "./subjects.ts";

/** By then the shop is another. */
const KEPT = 30 * DAY;

/** Counted up when results change their shape: those of before are not looked at any more. */
const SHAPE = 1;

/** A plan is of one document, on one version, from one start: its hash says all of that. */
export function planStudyId(hash: string): string {
  return `plan-${SHAPE}-${hash}`;
}

export function effectStudyId(subject: EffectSubject): string {
  const text = canonicalJson(subject);
  return `effect-${SHAPE}-${createHash("sha256").update(text).digest("hex").slice(0, 24)}`;
}

export interface Question {
  id: string;
  kind: StudyKind;
  subject: object;
  askedBy: string;
}

/** Has it worked out by a job. Asked again while it is under way, nothing is begun twice. */
export async function ask(
  { db, jobs, clock }: Pick<Services, "db" | "jobs" | "clock">,
  shop: ShopRow,
  question: Question,
): Promise<void> {
  const askedAt = clock();
  await db.inShop(shop.id, async (tx) => {
    await deleteStudiesAskedBefore(tx, askedAt - KEPT);
    await askForStudy(tx, { ...question, askedAt });
    await jobs.enqueue(tx, "study", { shopId: shop.id, studyId: question.id });
  });
}
