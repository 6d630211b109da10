import { closeByHand, lockBenefit } from "../../db/benefits.ts";
import type { ShopRow } from "../../db/shops.ts";
import { findMember } from "../../loyalty/finder.ts";
import type { MemberId, RedemptionId } from "../../loyalty/ids.ts";
import { handleEvent } from "../handle-event.ts";
import type { Services } from "../services.ts";

export type Confirmed =
  | { outcome: "granted" }
  /** Nobody has to hand it over (any more), or it is somebody else's. */
  | { outcome: "not-waiting" };

/** Somebody of the shop handed the reward over: its points are taken. */
export async function confirmGranted(
  services: Services,
  shop: ShopRow,
  { redemptionId, memberId, actor }: { redemptionId: RedemptionId; memberId: MemberId; actor: string },
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
      then: (tx) => closeByHand(tx, redemptionId, services.clock()),
    },
  );
  return { outcome: outcome === null ? "not-waiting" : "granted" };
}
