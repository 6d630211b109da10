import { findTraining, type Training } from "../../db/trainings.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { staffNames } from "../staff/staff-names.ts";

export interface TrainingView {
  now: Instant;
  /** null before the first time. */
  last: (Training & { askedByName: string | null }) | null;
  isUnderWay: boolean;
}

/** When models were learned last, or how far they are. */
export async function showTraining(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
): Promise<TrainingView> {
  const last = await findTraining(db.sql, shop.id);
  const askedBy = last?.askedBy ?? null;
  const names = askedBy === null ? {} : await staffNames({ db }, shop, [askedBy]);
  return {
    now: clock(),
    last: last === null ? null : { ...last, askedByName: askedBy === null ? null : (names[askedBy] ?? null) },
    isUnderWay: last !== null && last.finishedAt === null,
  };
}
