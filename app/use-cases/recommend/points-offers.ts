import { currentVersions } from "../../db/programmes.ts";
import type { Sql } from "../../db/sql.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { PointsOffer } from "../../insight/recommend/paid-with-points.ts";
import { holds } from "../../loyalty/line-earning.ts";
import type { Reward } from "../../loyalty/programme.ts";
import { productIdOf } from "../../loyalty/summarise-rewards.ts";
import type { Instant } from "../../loyalty/time.ts";
import { versionAt } from "../../loyalty/versions.ts";

/** A reward that pays for products, and the levels that may have it; null is everybody. */
export interface LevelOffer {
  offer: PointsOffer;
  tiers: readonly string[] | null;
}

/** What points pay for in the shop at this instant. `idOfHandle` finds products that the programme names by handle. */
export async function pointsOffers(
  sql: Sql,
  shop: ShopRow,
  { now, idOfHandle }: { now: Instant; idOfHandle: ReadonlyMap<string, string> },
): Promise<LevelOffer[]> {
  const programme = versionAt(await currentVersions(sql, shop), now)?.programme;
  if (programme === undefined) return [];
  return programme.rewards
    .filter((reward) => holds(reward.window, now))
    .flatMap((reward) => {
      const offer = offerOf(reward, idOfHandle);
      return offer === null ? [] : [{ offer, tiers: reward.tiers }];
    });
}

/** Those that a member of this level may have. */
export function offersFor(offers: readonly LevelOffer[], level: string | null): PointsOffer[] {
  return offers
    .filter(({ tiers }) => tiers === null || (level !== null && tiers.includes(level)))
    .map(({ offer }) => offer);
}

function offerOf(reward: Reward, idOfHandle: ReadonlyMap<string, string>): PointsOffer | null {
  const { id: rewardId, cost, minimum } = reward;
  if (cost === null) return null;
  if (reward.kind === "free-product") {
    const productId = productIdOf(reward.product) ?? idOfHandle.get(reward.product);
    return productId === undefined ? null : { kind: "product", rewardId, productId, points: cost };
  }
  if (reward.kind !== "amount" || reward.value === null) return null;
  return { kind: "amount", rewardId, points: cost, value: reward.value, minimum };
}
