import { ceiling, compare, decimalText, divide, floor, fraction, multiply } from "./fraction.ts";
import type { Fraction } from "./fraction.ts";
import type { Money } from "./money.ts";
import { aboutEuros, groupedCount, groupedMoney } from "./plain-numbers.ts";
import { costOfPoint, leastCost } from "./point-cost.ts";
import type { Points } from "./points.ts";
import { faultAt } from "./programme-faults.ts";
import type { Fault, Path } from "./programme-faults.ts";
import type { EarningRule, Level, Programme, Reward } from "./programme.ts";

/** An order as most shops know it, in euros, and how many points for it nobody means. */
const ORDINARY_ORDER = 50;
const TOO_MANY_FOR_IT = 100_000n;
/** In euros: what nobody gives away at once, what nobody spends in all, and what anybody spends. */
const TOO_DEAR = 500;
const TOO_FAR = 1_000_000;
const TOO_NEAR = 1;
/** Orders that nobody places. */
const TOO_MANY_ORDERS = 10_000n;
const TOO_MANY_TIMES = fraction(50n);

/**
 * Numbers that the rules of points allow and hardly anybody means: a slip of the finger, a comma in the wrong place. Told
 * with what they come to.
 */
export function extremes(programme: Programme): Fault[] {
  const { earning, tiers, rewards } = programme;
  const rules = earning.rules.map((rule, index) => extremeRule(programme, rule, ["earning", "rules", index]));
  // By such a rate everything else is too near: that is mended with it.
  if (earning.rules.some(({ kind }, index) => kind === "rate" && rules[index]?.length !== 0))
    return rules.flat();
  return [
    ...rules.flat(),
    ...(tiers?.levels ?? []).flatMap((level, index) => {
      const path = ["tiers", "levels", index];
      return [
        ...(index === 0 ? [] : extremeLevel(programme, level, [...path, "at"])),
        ...tooManyTimes(level.multiplier, [...path, "multiplier"]),
      ];
    }),
    ...rewards.flatMap((reward, index) => extremeReward(programme, reward, ["rewards", index])),
  ];
}

function extremeRule(programme: Programme, rule: EarningRule, path: Path): Fault[] {
  if (rule.kind === "multiply") return tooManyTimes(rule.times, [...path, "multiply"]);
  if (rule.kind !== "rate") return extremeBonus(programme, rule.bonus, [...path, "bonus"]);
  const order = aboutEuros(ORDINARY_ORDER, programme.currency);
  const points = floor(multiply(rateOf(rule), fraction(order)));
  if (points < TOO_MANY_FOR_IT) return [];
  return [
    faultAt(
      [...path, "rate", "points"],
      `gives ${groupedCount(points)} points for an order of ${groupedMoney(order, programme.currency)}`,
      "write fewer points, unless that is meant",
    ),
  ];
}

function extremeBonus(programme: Programme, bonus: Points, path: Path): Fault[] {
  const cost = costOfPoint(programme);
  const worth = cost === null ? null : floor(multiply(cost.each, fraction(bonus)));
  if (worth === null || cost === null || worth < aboutEuros(TOO_DEAR, programme.currency)) return [];
  return [
    faultAt(
      path,
      `is worth ${groupedMoney(worth, programme.currency)}, by what "${cost.rewardId}" is worth`,
      "write fewer points, unless that is meant",
    ),
  ];
}

function tooManyTimes(times: Fraction, path: Path): Fault[] {
  if (compare(times, TOO_MANY_TIMES) < 0) return [];
  return [
    faultAt(
      path,
      `multiplies points by ${decimalText(times)}`,
      "write a smaller number, unless that is meant",
    ),
  ];
}

function extremeLevel(programme: Programme, level: Level, path: Path): Fault[] {
  const basis = programme.tiers?.basis;
  if (basis === "orders")
    return level.at < TOO_MANY_ORDERS
      ? []
      : [faultAt(path, `is reached by ${groupedCount(level.at)} orders`, "write less, unless that is meant")];
  const spend = basis === "spend" ? level.at : spentFor(programme, level.at);
  return spend === null ? [] : farOrNear(programme, spend, path, "is reached by");
}

function extremeReward(programme: Programme, reward: Reward, path: Path): Fault[] {
  const spend = spentFor(programme, leastCost(reward));
  const key = reward.cost === null ? "costPer" : "cost";
  // A sliding cost is that of the smallest piece, which is meant to be small.
  if (spend === null || (key === "costPer" && spend < aboutEuros(TOO_FAR, programme.currency))) return [];
  return farOrNear(programme, spend, [...path, key], "can be had for");
}

/** What the points come to in orders: more than anybody places, or less than anybody's. */
function farOrNear(programme: Programme, spend: Money, path: Path, verb: string): Fault[] {
  const money = groupedMoney(spend, programme.currency);
  if (spend >= aboutEuros(TOO_FAR, programme.currency))
    return [faultAt(path, `${verb} orders of ${money} in all`, "write less, unless that is meant")];
  if (spend >= aboutEuros(TOO_NEAR, programme.currency)) return [];
  return [faultAt(path, `${verb} an order of ${money}`, "write more, unless that is meant")];
}

/** What has to be spent for so many points at the best rate, rounded up; null where nothing is earned by spending. */
function spentFor({ earning }: Programme, points: Points): Money | null {
  let best: Fraction | null = null;
  for (const rule of earning.rules) {
    if (rule.kind !== "rate" || rule.points.n === 0n) continue;
    const rate = rateOf(rule);
    if (best === null || compare(rate, best) > 0) best = rate;
  }
  return best === null ? null : ceiling(divide(fraction(points), best));
}

/** Points for a minor unit. */
function rateOf({ points, per }: Extract<EarningRule, { kind: "rate" }>): Fraction {
  return divide(points, fraction(per));
}
