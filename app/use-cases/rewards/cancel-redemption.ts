import { findRedemptionGlance } from "../../db/member-redemptions.ts";
import { lockBenefit } from "../../db/benefits.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import { findMember, ordersWithCode } from "../../loyalty/finder.ts";
import type { MemberId, RedemptionId } from "../../loyalty/ids.ts";
import { handleEvent } from "../handle-event.ts";
import type { Services } from "../services.ts";
import type { Role } from "../staff/permissions.ts";
import { mayBeCancelled } from "./redemption-view.ts";
import { termsOf } from "./redemption-facts.ts";

export interface Cancellation {
  redemptionId: RedemptionId;
  /** Whose it must be. */
  memberId: MemberId;
  /** "shopper", or the id of a member of staff, who may also take back what waits for them. */
  actor: string;
  /** Of the member of staff, whose log has a line of it. */
  role?: Role;
}

export type Cancelled =
  /** The points are back; also where they were before. */
  | { outcome: "cancelled" }
  /** It was used, granted, or may be on its way; or an order that may still be paid carries its code. */
  | { outcome: "too-late" }
  /** There is none, or it is somebody else's. */
  | { outcome: "unknown" };

/** Gives the points of a redemption back that is not used yet; its code is disabled in the store. */
export async function cancelRedemption(
  services: Services,
  shop: ShopRow,
  { redemptionId, memberId, actor, role }: Cancellation,
): Promise<Cancelled> {
  const versions = await listVersions(services.db.sql, shop.id);
  let refusal: Cancelled = { outcome: "unknown" };
  const event = { kind: "release", redemptionId } as const;
  const outcome = await handleEvent(
    services,
    shop,
    { event, actor, eventId: redemptionId },
    {
      async may(book, tx) {
        const redemption = book.redemptions.get(redemptionId);
        const owner = redemption === undefined ? null : findMember(book, redemption.memberId);
        if (redemption === undefined || redemption.state === "refused") return false;
        if (owner?.id !== memberId) return false;
        refusal = { outcome: redemption.state === "released" ? "cancelled" : "too-late" };
        // For staff too: the discount was given already, and the next order would have another for the same points.
        const code = redemption.code?.toLowerCase();
        const orders = code === undefined ? [] : ordersWithCode(book, code);
        if (orders.some(({ undone, deleted }) => !undone && !deleted)) return false;
        // From here on the store is not asked to make it.
        await lockBenefit(tx, redemptionId);
        const glance = await findRedemptionGlance(tx, shop.id, redemptionId);
        const kind = termsOf(versions, redemption)?.reward.kind;
        if (glance === null || kind === undefined) return false;
        const waitsForStaff = redemption.state === "held" && glance.benefit?.state === "by-hand";
        return mayBeCancelled(glance, kind) || (actor !== "shopper" && waitsForStaff);
      },
      async then(tx) {
        if (role === undefined) return;
        await noteAction(tx, shop.id, {
          ...{ at: services.clock(), staff: actor, role, action: "redemption.cancelled" },
          subject: { kind: "member", id: memberId },
          detail: { redemption: redemptionId },
        });
      },
    },
  );
  return outcome === null ? refusal : { outcome: "cancelled" };
}
