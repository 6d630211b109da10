import type { Whole } from "../../../../app/loyalty/summary.ts";
import type { RewardOffer } from "../../../perennial-shared/app-answers.ts";

/** Of what can be had now, the one that takes the most points: the others are within it. */
export function bestReachable(rewards: readonly RewardOffer[]): RewardOffer | null {
  return extreme(
    rewards.filter(({ reachable }) => reachable),
    ({ cost, costPer }) => -Number(cost ?? costPer ?? 0),
  );
}

/** Of what only takes more points, the one that takes the fewest. */
export function nearestMissing(rewards: readonly RewardOffer[]): (RewardOffer & { missing: Whole }) | null {
  const short = rewards.filter(
    (reward): reward is RewardOffer & { missing: Whole } => reward.missing !== null,
  );
  return extreme(short, ({ missing }) => Number(missing));
}

function extreme<Reward>(rewards: readonly Reward[], measure: (reward: Reward) => number): Reward | null {
  return rewards.reduce<Reward | null>(
    (least, each) => (least === null || measure(each) < measure(least) ? each : least),
    null,
  );
}
