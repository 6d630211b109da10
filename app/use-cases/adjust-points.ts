import { type ShopRow } from "../db/shops.ts";
import { findMember } from "../loyalty/finder.ts";
import type { Points } from "../loyalty/points.ts";
import { readPoints } from "../loyalty/read-points.ts";
import { handleEvent } from "./handle-event.ts";
import type { Services } from "./services.ts";

export interface Adjustment {
  memberId: string;
  /** Above 0 to give, below 0 to take. */
  points: Points;
  /** The member reads it. */
  reason: string;
  /** Made with the form: however often it is sent, the points move once. */
  key: string;
  /** A staff member's id. */
  actor: string;
}

export type Adjusted =
  | { outcome: "adjusted"; points: string }
  /** The same form was sent before. */
  | { outcome: "repeated" }
  | { outcome: "unknown-member" };

/** Gives or takes points by hand: one ledger transaction with its reason and who did it. */
export async function adjustPoints(
  services: Services,
  shop: ShopRow,
  adjustment: Adjustment,
): Promise<Adjusted> {
  const { memberId, points, reason, key, actor } = adjustment;
  const event = { kind: "adjust", customerId: memberId, points, reason, key } as const;
  const outcome = await handleEvent(
    services,
    shop,
    { event, actor, eventId: key },
    {
      // Only customers of the store become members, and an erased one is nobody any more.
      may: (book) => findMember(book, memberId) !== null && !memberId.startsWith("-"),
    },
  );
  if (outcome === null) return { outcome: "unknown-member" };
  if (outcome.outcome === "unchanged") return { outcome: "repeated" };
  return { outcome: "adjusted", points: points.toString() };
}

export type AdjustmentFault = "points" | "reason" | "key";

export type ReadAdjustment =
  | { ok: true; adjustment: Pick<Adjustment, "points" | "reason" | "key"> }
  | { ok: false; faults: AdjustmentFault[] };

const LONGEST_REASON = 200;

/** What staff filled in. */
export function readAdjustment(form: FormData): ReadAdjustment {
  const points = readPoints(textOf(form, "points"));
  const reason = textOf(form, "reason").trim();
  const key = textOf(form, "key");
  const faults: AdjustmentFault[] = [];
  if (points === null || points === 0n) faults.push("points");
  if (reason === "" || reason.length > LONGEST_REASON) faults.push("reason");
  if (!/^[\w-]{8,64}$/.test(key)) faults.push("key");
  if (points === null || faults.length > 0) return { ok: false, faults };
  return { ok: true, adjustment: { points, reason, key } };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
