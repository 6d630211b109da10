import { saveRefusal, unpublishPicksOf } from "../../db/pick-events.ts";
import { readPickId } from "../../db/pick-ids.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { holdPerson } from "../person/hold-person.ts";
import type { Services } from "../services.ts";

export type RefusedPick = { outcome: "refused-pick" | "unknown-pick" | "nobody" };

/** A member does not want to be shown a product any more: it goes from their lists, and is counted against the list. */
export async function refusePick(
  services: Services,
  shop: ShopRow,
  { memberId, pick }: { memberId: MemberId; pick: string },
): Promise<RefusedPick> {
  const key = readPickId(shop, pick);
  if (key === null) return { outcome: "unknown-pick" };
  return services.db.inShop(shop.id, async (tx) => {
    if (!(await holdPerson(tx, shop, memberId))) return { outcome: "nobody" };
    if (await saveRefusal(tx, { memberId, key, at: services.clock() })) {
      await unpublishPicksOf(tx, [memberId]);
      await services.jobs.enqueue(tx, "publish-picks", { shopId: shop.id });
    }
    return { outcome: "refused-pick" };
  });
}
