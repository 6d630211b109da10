import type { ShopRow } from "../../db/shops.ts";
import { listShownMembers } from "../../db/shown-members.ts";
import type { MemberId, ProductId } from "../../loyalty/ids.ts";
import { whoGetsRecommendations } from "../experiments/who-gets-recommendations.ts";
import type { Services } from "../services.ts";

export interface Shown {
  /** false for who wants none, or gets nothing personal for comparison's sake. */
  own: boolean;
  /** What they do not want to see. */
  refused: ReadonlySet<ProductId>;
  level: string | null;
}

/** What these members may be shown; whoever is out of the programme or merged away is missing, and shown nothing of their own. */
export async function whoIsShown(
  services: Pick<Services, "db">,
  shop: ShopRow,
  memberIds: readonly MemberId[],
): Promise<Map<MemberId, Shown>> {
  const [members, shows] = await Promise.all([
    listShownMembers(services.db.sql, shop.id, memberIds),
    whoGetsRecommendations(services, shop, memberIds),
  ]);
  return new Map(
    [...members].map(([id, { level, refused, wantsPicks }]) => {
      return [id, { own: wantsPicks && shows.has(id), level, refused }];
    }),
  );
}
