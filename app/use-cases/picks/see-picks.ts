import { countSeen, type SeenPick, type Visit } from "../../db/pick-events.ts";
import { readPickId } from "../../db/pick-ids.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Services } from "../services.ts";

/** Counts which recommendations a visitor saw or followed. What the shop never made counts nothing. */
export async function seePicks(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  { events, ...visit }: Visit & { events: readonly { event: SeenPick["event"]; pick: string }[] },
): Promise<void> {
  const seen = events.flatMap(({ event, pick }) => {
    const key = readPickId(shop, pick);
    return key === null ? [] : [{ event, key }];
  });
  if (seen.length === 0) return;
  const at = services.clock();
  await services.db.inShop(shop.id, (tx) => countSeen(tx, { ...visit, seen, at }));
}
