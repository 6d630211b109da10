import { closeByHand, lockBenefit } from "../../db/benefits.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import { findMember } from "../../loyalty/finder.ts";
import type { MemberId, RedemptionId } from "../../loyalty/ids.ts";
import { handleEvent } from "../handle-event.ts";
import type { Services } from "../services.ts";
import type { Role } from "../staff/permissions.ts";

export type Confirmed =
  | { outcome: "granted" }
  /** Nobody has to hand it over (any more), or it is somebody else's. */
  | { outcome: "not-waiting" };

export interface Confirmation {
  redemptionId: RedemptionId;
  /** Whose it must be. */
  memberId: MemberId;
  /** Who handed it over. */
  actor: string;
  /** Of the member of staff, whose log has a line of it. */
  role?: Role;
}

/** Somebody of the shop handed the reward over: its points are taken. */
export async function confirmGranted(
  services: Services,
  shop: ShopRow,
  { redemptionId, memberId, actor, role }: Confirmation,
): Promise<Confirmed> {
  const event = { kind: "granted", redemptionId } as const;
  const outcome = await handleEvent(
    services,
    shop,
    { event, actor, eventId: redemptionId },
    {
      async may(book, tx) {
        const redemption = book.redemptions.get(redemptionId);
        const owner = redemption === undefined ? null : findMember(book, redemption.memberId);
        if (owner?.id !== memberId) return false;
        return (await lockBenefit(tx, redemptionId))?.state === "by-hand";
      },
      async then(tx) {
        await closeByHand(tx, redemptionId, services.clock());
        if (role === undefined) return;
        await noteAction(tx, shop.id, {
          ...{ at: services.clock(), staff: actor, role, action: "redemption.granted" },
          subject: { kind: "member", id: memberId },
          detail: { redemption: redemptionId },
        });
      },
    },
  );
  return { outcome: outcome === null ? "not-waiting" : "granted" };
}
