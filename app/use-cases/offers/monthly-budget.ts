import {
  findLastMonth,
  findOfferLimits,
  saveMonth,
  saveOfferLimits,
  type OfferLimits,
  type OfferMonth,
} from "../../db/offer-months.ts";
import type { ShopTransaction } from "../../db/database.ts";
import { lockShop, type ShopRow } from "../../db/shops.ts";
import type { Sql } from "../../db/sql.ts";
import { noteAction } from "../../db/staff-actions.ts";
import { dayOf, monthsBetween } from "../../insight/days.ts";
import { periodKey } from "../../loyalty/calendar.ts";
import type { Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";

/** The month of the shop's calendar that holds the instant, with what offers may cost in it. */
export async function offerMonth(sql: Sql, shop: ShopRow, now: Instant): Promise<OfferMonth> {
  const month = periodKey(shop.timezone, now, "month");
  const last = await findLastMonth(sql, shop.id, month);
  if (last?.month === month) return last;
  const { amount, carries } = await findOfferLimits(sql, shop.id);
  const carried = amount !== null && carries && last !== null ? leftOver(last, { amount, month }) : 0n;
  return { month, carried, budget: amount === null ? null : amount + carried, committed: 0n };
}

/** What is left of a month, and of those after it in which nothing was sent. */
function leftOver(
  { budget, committed, month: from }: OfferMonth,
  { amount, month }: { amount: bigint; month: string },
): bigint {
  if (budget === null) return 0n;
  const between = monthsBetween(dayOf(`${from}-01`) ?? 0, dayOf(`${month}-01`) ?? 0) - 1;
  return budget - committed + amount * BigInt(Math.max(0, between));
}

/** What may still be set aside in it; null for no end. */
export function leftOf({ budget, committed }: OfferMonth): bigint | null {
  return budget === null ? null : budget - committed;
}

/** The month with its budget written down, so that the database holds whoever sets aside to it. */
export async function openMonth(tx: ShopTransaction, shop: ShopRow, now: Instant): Promise<OfferMonth> {
  const month = await offerMonth(tx, shop, now);
  await saveMonth(tx, month);
  return month;
}

/**
 * What went back into a month that is over belongs to the newest month that was begun since, where what is left is carried
 * on: that one took over what was left before this came back. Months that begin later find it there.
 */
export async function carryBack(
  tx: ShopTransaction,
  shop: ShopRow,
  { month, cost, now }: { month: string; cost: bigint; now: Instant },
): Promise<void> {
  const newest = await findLastMonth(tx, shop.id, periodKey(shop.timezone, now, "month"));
  const isLater = newest !== null && newest.month > month && newest.budget !== null;
  if (!isLater || !(await findOfferLimits(tx, shop.id)).carries) return;
  const { carried, budget } = newest;
  await saveMonth(tx, { month: newest.month, carried: carried + cost, budget: (budget ?? 0n) + cost });
}

export type LimitsSaved =
  | { outcome: "limits-saved" }
  /** Somebody changed it meanwhile. */
  | { outcome: "limits-overtaken" }
  /** More is set aside this month already, in minor units. */
  | { outcome: "limits-below"; committed: number };

/** From this month on. What was carried into it stays only where what is left is carried on. */
export async function setOfferLimits(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { by, ...limits }: OfferLimits & { by: By },
): Promise<LimitsSaved> {
  const { revision, amount, carries } = limits;
  const at = clock();
  return db.inShop(shop.id, async (tx) => {
    await lockShop(tx);
    const known = await findOfferLimits(tx, shop.id);
    if (known.revision !== revision) return { outcome: "limits-overtaken" };
    const now = await offerMonth(tx, shop, at);
    const carried = carries ? now.carried : 0n;
    const budget = amount === null ? null : amount + carried;
    if (budget !== null && budget < now.committed)
      return { outcome: "limits-below", committed: Number(now.committed) };
    await saveOfferLimits(tx, { ...limits, revision: revision + 1, at, by: by.staff });
    await saveMonth(tx, { month: now.month, carried, budget });
    await noteAction(tx, shop.id, { at, ...by, action: "offers.budget-set", subject: null });
    return { outcome: "limits-saved" };
  });
}
