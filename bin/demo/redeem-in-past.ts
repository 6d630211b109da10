import type { ShopRow } from "../../app/db/shops.ts";
import type { Services } from "../../app/use-cases/services.ts";
import { redeemReward } from "../../app/use-cases/rewards/redeem-reward.ts";
import { membersByEmail } from "./known-members.ts";
import type { Wish } from "./past-wishes.ts";

/** Rewards of the demo's programme with a code, the dearest first; money in pence. */
const REWARDS = [
  { id: "tenth-off", cost: 400n, from: 0, posted: false },
  { id: "five-off", cost: 250n, from: 2_500, posted: false },
  { id: "delivery", cost: 150n, from: 0, posted: true },
];
/**
 * Below it nothing comes off by itself for a tier: the gift does from £40 on, and Gold's prices do always. The store takes
 * off the one or the other, and refuses a code that comes to nothing.
 */
const NO_PERK_BELOW: Readonly<Record<string, number>> = { silver: 3_900, gold: 0 };

/** In pence: from here on a code of somebody of this tier may come to nothing. */
export function noPerkBelow(level: string | null): number {
  return NO_PERK_BELOW[level ?? ""] ?? Infinity;
}

/** Has everybody redeem who has the points for something that their order can carry; null for whoever has not. */
export async function redeemInPast(
  services: Services,
  shop: ShopRow,
  wishes: readonly Wish[],
): Promise<(string | null)[]> {
  const emails = wishes.map(({ email }) => email);
  const members = await membersByEmail(services.db.sql, shop.id, emails);
  return Promise.all(
    wishes.map(async (wish) => {
      const member = members.get(wish.email);
      if (member === undefined || wish.subtotal >= noPerkBelow(member.level)) return null;
      const reward = REWARDS.find(
        ({ cost, from, posted }) =>
          member.available >= cost && wish.subtotal >= from && (wish.posted || !posted),
      );
      if (reward === undefined) return null;
      const redeemed = await redeemReward(services, shop, {
        memberId: member.id,
        rewardId: reward.id,
        units: null,
        key: `past-${services.clock()}`,
        actor: "shopper",
      });
      return redeemed.outcome === "redeemed" ? redeemed.redemption.code : null;
    }),
  );
}
