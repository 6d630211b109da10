import { saveConsent } from "../../db/consents.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { holdPerson } from "../person/hold-person.ts";
import type { Services } from "../services.ts";

/** Keeps whether a member wants to hear of their points, and since when. Nobody is written to without it. */
export async function chooseMessages(
  services: Services,
  shop: ShopRow,
  { memberId, wanted }: { memberId: MemberId; wanted: boolean },
): Promise<{ outcome: "saved" | "nobody" }> {
  return services.db.inShop(shop.id, async (tx) => {
    if (!(await holdPerson(tx, shop, memberId))) return { outcome: "nobody" };
    await saveConsent(tx, memberId, { purpose: "messages", given: wanted, at: services.clock() });
    return { outcome: "saved" };
  });
}
