import type { ShopRow } from "../../db/shops.ts";
import type { MemberId, RedemptionId } from "../../loyalty/ids.ts";
import type { Services } from "../services.ts";
import type { Role } from "../staff/permissions.ts";
import { cancelRedemption, type Cancelled } from "./cancel-redemption.ts";
import { confirmGranted, type Confirmed } from "./confirm-granted.ts";

export interface RedemptionChange {
  redemptionId: RedemptionId;
  change: "cancel" | "granted";
}

export type RedemptionChanged = Cancelled | Confirmed;

/** What staff do about a member's redemption. */
export function changeRedemption(
  services: Services,
  shop: ShopRow,
  { change, ...about }: RedemptionChange & { memberId: MemberId; actor: string; role: Role },
): Promise<RedemptionChanged> {
  return change === "cancel"
    ? cancelRedemption(services, shop, about)
    : confirmGranted(services, shop, about);
}

/** null where the form is about something else. */
export function readRedemptionChange(form: FormData): RedemptionChange | null {
  const redemptionId = form.get("redemption");
  const change = form.get("change");
  if (typeof redemptionId !== "string" || (change !== "cancel" && change !== "granted")) return null;
  return { redemptionId, change };
}
