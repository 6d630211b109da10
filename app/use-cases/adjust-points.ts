import { type ShopRow } from "../db/shops.ts";
import { noteAction } from "../db/staff-actions.ts";
import { findMember } from "../loyalty/finder.ts";
import type { Points } from "../loyalty/points.ts";
import { readPoints } from "../loyalty/read-points.ts";
import { handleEvent } from "./handle-event.ts";
import { LONGEST_REASON } from "./person/longest-reason.ts";
import { fieldsOf, readFormId } from "./read-form.ts";
import type { Services } from "./services.ts";
import { beyondLimit, type BeyondLimit } from "./staff/adjustment-limit.ts";
import type { Role } from "./staff/permissions.ts";

export interface Adjustment {
  memberId: string;
  /** Above 0 to give, below 0 to take. */
  points: Points;
  /** The member reads it. */
  reason: string;
  /** Made with the form: however often it is sent, the points move once. */
  key: string;
  /** A staff member's id, and the role they have: it limits what they may move. */
  actor: string;
  role: Role;
}

export type Adjusted =
  | { outcome: "adjusted"; points: string }
  /** The same form was sent before. */
  | { outcome: "repeated" }
  | { outcome: "unknown-member" }
  /** More than the role may move by hand, at once or in one day. */
  | BeyondLimit;

/** Gives or takes points by hand: one ledger transaction with its reason and who did it, and one line of their log. */
export async function adjustPoints(
  services: Services,
  shop: ShopRow,
  adjustment: Adjustment,
): Promise<Adjusted> {
  const { memberId, points, reason, key, actor, role } = adjustment;
  let refusal: Adjusted = { outcome: "unknown-member" };
  const event = { kind: "adjust", customerId: memberId, points, reason, key } as const;
  const outcome = await handleEvent(
    services,
    shop,
    { event, actor, eventId: key },
    {
      async may(book, tx) {
        // Only customers of the store become members, and an erased one is nobody any more.
        if (findMember(book, memberId) === null || memberId.startsWith("-")) return false;
        // What is there already goes beyond no limit again.
        if (book.adjustments.has(key)) return true;
        const by = { staff: actor, role };
        const beyond = await beyondLimit(tx, shop, { by, points, now: services.clock() });
        refusal = beyond ?? refusal;
        return beyond === null;
      },
      async then(tx, { outcome }) {
        if (outcome.outcome === "unchanged") return;
        await noteAction(tx, shop.id, {
          ...{ at: services.clock(), staff: actor, role, action: "points.adjusted" },
          subject: { kind: "member", id: memberId },
          detail: { points: points.toString() },
        });
      },
    },
  );
  if (outcome === null) return refusal;
  if (outcome.outcome === "unchanged") return { outcome: "repeated" };
  return { outcome: "adjusted", points: points.toString() };
}

export type AdjustmentFault = "points" | "reason" | "key";

export type ReadAdjustment =
  | { ok: true; adjustment: Pick<Adjustment, "points" | "reason" | "key"> }
  | { ok: false; faults: AdjustmentFault[] };

/** What staff filled in. */
export function readAdjustment(form: FormData): ReadAdjustment {
  const text = fieldsOf(form);
  const points = readPoints(text("points"));
  const reason = text("reason");
  const key = readFormId(text("key"));
  const faults: AdjustmentFault[] = [];
  if (points === null || points === 0n) faults.push("points");
  if (reason === "" || reason.length > LONGEST_REASON) faults.push("reason");
  if (key === null) faults.push("key");
  if (points === null || key === null || faults.length > 0) return { ok: false, faults };
  return { ok: true, adjustment: { points, reason, key } };
}
