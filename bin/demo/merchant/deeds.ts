import type { ShopRow } from "../../../app/db/shops.ts";
import type { Services } from "../../../app/use-cases/services.ts";
import type { By } from "../../../app/use-cases/staff/actions.ts";
import { STAFF } from "../../../sandbox/admin/staff.ts";
import { learnModels } from "./learn-models.ts";
import { saveSegments, tagSegment } from "./save-segments.ts";
import { sendPersonalOffers } from "./send-personal-offers.ts";
import { decideOnPoints, tryPoints } from "./try-points.ts";

/** What somebody of the shop's staff does in the admin. */
export type Deed = (services: Services, shop: ShopRow, by: By) => Promise<void>;

const DEEDS = {
  tryPoints,
  decideOnPoints,
  saveSegments,
  learnModels,
  sendPersonalOffers,
  tagSegment,
} as const;

export type DeedName = keyof typeof DEEDS;

export async function doAsMerchant(services: Services, shop: ShopRow, deed: DeedName): Promise<void> {
  const owner = STAFF.find(({ accountOwner }) => accountOwner);
  await DEEDS[deed](services, shop, { staff: String(owner?.id ?? ""), role: "owner" });
}
