import { listIdsOfPerson } from "../../db/erase.ts";
import { findExpiries } from "../../db/expiries.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import type { Points } from "../../loyalty/points.ts";
import { reinstatable, reinstatementKey } from "../../loyalty/reinstatement.ts";
import { handleEvent } from "../handle-event.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";
import { beyondLimit, type BeyondLimit } from "../staff/adjustment-limit.ts";
import { standingMember } from "./standing-member.ts";

export interface PointsToReinstate {
  memberId: string;
  /** Key of the expiry in the ledger: it can be reversed once, so it needs no key of its own. */
  expiry: string;
  /** Above 0. */
  points: Points;
  /** The member reads it. */
  reason: string;
  by: By;
}

export type Reinstated =
  | { outcome: "reinstated"; points: string }
  /** This expiry was reversed before. */
  | { outcome: "repeated" }
  /** More than is still gone of it. */
  | { outcome: "too-many"; most: string }
  | { outcome: "unknown-expiry" }
  | { outcome: "unknown-member" }
  | BeyondLimit;

/** Gives back points that expired: see `reinstatement.ts`. They count for the limit of whoever does it. */
export async function reinstatePoints(
  services: Services,
  shop: ShopRow,
  { memberId, expiry: key, points, reason, by }: PointsToReinstate,
): Promise<Reinstated> {
  const [known] = await findExpiries(services.db.sql, shop.id, [key]);
  if (known === undefined) return { outcome: "unknown-expiry" };
  const { memberId: chain, ...expiry } = known;
  let refusal: Reinstated = { outcome: "unknown-member" };
  const event = { kind: "reinstate", customerId: memberId, expiry, points, reason } as const;
  const outcome = await handleEvent(
    services,
    shop,
    { event, actor: by.staff, eventId: reinstatementKey(expiry) },
    {
      async may(book, tx) {
        const member = standingMember(book, memberId);
        if (member === null) return false;
        refusal = { outcome: "unknown-expiry" };
        if (!(await listIdsOfPerson(tx, memberId)).includes(chain)) return false;
        if (book.adjustments.has(reinstatementKey(expiry))) return true;
        const most = reinstatable(book, member, expiry);
        refusal = { outcome: "too-many", most: most.toString() };
        if (points > most) return false;
        const beyond = await beyondLimit(tx, shop, { by, points, now: services.clock() });
        refusal = beyond ?? refusal;
        return beyond === null;
      },
      async then(tx, { outcome }) {
        if (outcome.outcome !== "reinstated") return;
        await noteAction(tx, shop.id, {
          ...{ at: services.clock(), ...by, action: "points.reinstated" },
          subject: { kind: "member", id: memberId },
          detail: { points: outcome.points.toString() },
        });
      },
    },
  );
  if (outcome === null) return refusal;
  if (outcome.outcome !== "reinstated") return { outcome: "repeated" };
  return { outcome: "reinstated", points: outcome.points.toString() };
}
