import { listIdsOfPerson } from "../../db/erase.ts";
import { findTransactions, type StoredTransaction } from "../../db/ledger.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Sql } from "../../db/sql.ts";
import { noteAction } from "../../db/staff-actions.ts";
import type { Points } from "../../loyalty/points.ts";
import { isByHand, reversalKey } from "../../loyalty/reversal.ts";
import { handleEvent } from "../handle-event.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { beyondLimit, type BeyondLimit } from "../staff/adjustment-limit.ts";
import { workOffDueOfMember } from "../work-off-due.ts";
import { measureReversals } from "./reversals.ts";
import { standingMember } from "./standing-member.ts";

export interface AdjustmentToTakeBack {
  memberId: string;
  /** Its key in the ledger: it can be taken back once, so this needs no key of its own. */
  adjustment: string;
  /** The member reads it. */
  reason: string;
  by: By;
}

export type AdjustmentTakenBack =
  | { outcome: "adjustment-taken-back"; points: string }
  /** This was done before. */
  | { outcome: "repeated" }
  /** There is none of this member by hand, or all of it has expired meanwhile. */
  | { outcome: "unknown-adjustment" }
  | { outcome: "unknown-member" }
  | BeyondLimit;

/** What is due is worked off after the first; a further one is only for whoever changed the points in between. */
const ATTEMPTS = 3;

/** Reverses one adjustment by another that names it: see `reversal.ts`. It counts for the limit like any other. */
export async function takeBackAdjustment(
  services: Services,
  shop: ShopRow,
  asked: AdjustmentToTakeBack,
): Promise<AdjustmentTakenBack> {
  const { sql } = services.db;
  const [adjustment] = await findTransactions(sql, shop.id, [asked.adjustment]);
  if (adjustment === undefined || !isByHand(adjustment)) return { outcome: "unknown-adjustment" };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const points = await measureReversal(sql, shop.id, adjustment);
    const answer = await takeBackPoints(services, shop, { ...asked, adjustment, points });
    if (answer !== "measured-too-early") return answer;
    await workOffDueOfMember(services, shop, asked.memberId);
  }
  return { outcome: "unknown-adjustment" };
}

type MeasuredReversal = Omit<AdjustmentToTakeBack, "adjustment"> & {
  adjustment: StoredTransaction;
  points: Points;
};

/** Moves as many points as were measured, unless that is no longer true once the member is locked. */
async function takeBackPoints(
  services: Services,
  shop: ShopRow,
  { memberId, adjustment, points, reason, by }: MeasuredReversal,
): Promise<AdjustmentTakenBack | "measured-too-early"> {
  const reverses = adjustment.key;
  const once = reversalKey(reverses);
  let refusal: AdjustmentTakenBack | "measured-too-early" = { outcome: "unknown-member" };
  const event = { kind: "adjust", customerId: memberId, points, reason, key: once, reverses } as const;
  const outcome = await handleEvent(
    services,
    shop,
    { event, actor: by.staff, eventId: once },
    {
      async may(book, tx) {
        const member = standingMember(book, memberId);
        if (member === null) return false;
        refusal = { outcome: "unknown-adjustment" };
        if (!(await listIdsOfPerson(tx, memberId)).includes(adjustment.memberId)) return false;
        if (book.adjustments.has(once)) return true;
        const beyond = await beyondLimit(tx, shop, { by, points, now: services.clock() });
        const left = await measureReversal(tx, shop.id, adjustment);
        // What is due expires before the points are moved, and its own would then be taken twice.
        const isDue = member.nextDueAt !== null && member.nextDueAt <= services.clock();
        if (isDue || left !== points) refusal = "measured-too-early";
        else if (points !== 0n) refusal = beyond ?? refusal;
        return !isDue && left === points && points !== 0n && beyond === null;
      },
      async then(tx, { outcome }) {
        if (outcome.outcome === "unchanged") return;
        await noteAction(tx, shop.id, {
          ...{ at: services.clock(), ...by, action: "points.adjusted" },
          subject: { kind: "member", id: memberId },
          detail: { points: points.toString() },
        });
      },
    },
  );
  if (outcome === null) return refusal;
  if (outcome.outcome === "unchanged") return { outcome: "repeated" };
  return { outcome: "adjustment-taken-back", points: points.toString() };
}

async function measureReversal(sql: Sql, shopId: number, adjustment: StoredTransaction): Promise<Points> {
  return (await measureReversals(sql, shopId, [adjustment])).get(adjustment.key) ?? 0n;
}
