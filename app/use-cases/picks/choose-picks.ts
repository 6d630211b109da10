import { saveConsent } from "../../db/consents.ts";
import { unpublishPicksOf } from "../../db/pick-events.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { holdPerson } from "../person/hold-person.ts";
import type { Services } from "../services.ts";

/** Keeps whether a member wants to be shown what was chosen for them. Whoever never said anything is. */
export async function choosePicks(
  services: Services,
  shop: ShopRow,
  { memberId, wanted }: { memberId: MemberId; wanted: boolean },
): Promise<{ outcome: "saved" | "nobody" }> {
  return services.db.inShop(shop.id, async (tx) => {
    if (!(await holdPerson(tx, shop, memberId))) return { outcome: "nobody" };
    await saveConsent(tx, memberId, { purpose: "recommendations", given: wanted, at: services.clock() });
    await unpublishPicksOf(tx, [memberId]);
    await services.jobs.enqueue(tx, "publish-picks", { shopId: shop.id });
    return { outcome: "saved" };
  });
}
