import type { RecentOrder } from "../../db/whole-members.ts";
import { evaluateOrder, tierMultiplier } from "../../loyalty/earning.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { toJsonNumber, type Points } from "../../loyalty/points.ts";
import type { Programme } from "../../loyalty/programme.ts";
import { formatInstant } from "../../loyalty/time.ts";
import type { EarningChange, EarningMoves } from "./programme-plan.ts";

interface Earned {
  before: Points;
  after: Points;
}

/**
 * What the newest orders would have earned under either programme, the member's tier as it was then. First-order bonuses
 * are left out: which order is the first is no question of the programme.
 */
export function planEarning(
  recent: readonly RecentOrder[],
  before: Programme,
  after: Programme,
): EarningChange | null {
  const [newest] = recent;
  const oldest = recent.at(-1);
  if (newest === undefined || oldest === undefined) return null;
  const members = new Map<MemberId, Earned>();
  const sum: Earned = { before: 0n, after: 0n };
  for (const one of recent) {
    const earned = { before: pointsOf(one, before), after: pointsOf(one, after) };
    add(sum, earned);
    if (one.order.customerId === null) continue;
    const member = members.get(one.order.customerId) ?? { before: 0n, after: 0n };
    members.set(one.order.customerId, add(member, earned));
  }
  return {
    orders: recent.length,
    from: formatInstant(oldest.order.processedAt),
    to: formatInstant(newest.order.processedAt),
    points: { before: toJsonNumber(sum.before), after: toJsonNumber(sum.after) },
    gain: movesOf(members, (earned) => earned.after - earned.before),
    lose: movesOf(members, (earned) => earned.before - earned.after),
  };
}

/** What an order would earn, were it processed under this programme. */
export function pointsOf({ order, products, level }: RecentOrder, programme: Programme): Points {
  const { ratePoints, bonusPoints } = evaluateOrder(order, {
    programme,
    tierId: level,
    tierMultiplier: tierMultiplier(programme, level),
    product: (id) => products[id] ?? null,
  });
  return ratePoints + bonusPoints;
}

function add(sum: Earned, { before, after }: Earned): Earned {
  sum.before += before;
  sum.after += after;
  return sum;
}

function movesOf(
  members: ReadonlyMap<MemberId, Earned>,
  differenceOf: (earned: Earned) => Points,
): EarningMoves {
  const moving = [...members].filter(([, earned]) => differenceOf(earned) > 0n);
  moving.sort(([, a], [, b]) => (differenceOf(a) < differenceOf(b) ? 1 : -1));
  return {
    members: moving.length,
    points: toJsonNumber(moving.reduce((sum, [, earned]) => sum + differenceOf(earned), 0n)),
    list: moving.map(([customer, { before, after }]) => ({
      customer,
      before: toJsonNumber(before),
      after: toJsonNumber(after),
    })),
  };
}
