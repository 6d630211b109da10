import type { ShopRow } from "../../db/shops.ts";
import type { MemberId, RedemptionId } from "../../loyalty/ids.ts";
import type { Services } from "../services.ts";
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
  { redemptionId, change, memberId, actor }: RedemptionChange & { memberId: MemberId; actor: string },
): Promise<RedemptionChanged> {
  return change === "cancel"
    ? cancelRedemption(services, shop, { redemptionId, memberId, actor })
    : confirmGranted(services, shop, { redemptionId, memberId, actor });
}

/** null where the form is about something else. */
export function readRedemptionChange(form: FormData): RedemptionChange | null {
  const redemptionId = form.get("redemption");
  const change = form.get("change");
  if (typeof redemptionId !== "string" || (change !== "cancel" && change !== "granted")) return null;
  return { redemptionId, change };
}
