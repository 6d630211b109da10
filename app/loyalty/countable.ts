import { floor, fraction, largest, multiply, ONE } from "./fraction.ts";
import type { Fraction } from "./fraction.ts";
import { aboutEuros, groupedMoney } from "./plain-numbers.ts";
import type { Points } from "./points.ts";
import { faultAt } from "./programme-faults.ts";
import type { Fault } from "./programme-faults.ts";
import type { EarningRule, Programme } from "./programme.ts";

/** Thousands of such orders still fit into the ledger's accounts, which hold whole numbers below 2^63. */
const MOST_FOR_ONE: Points = 10n ** 15n;
/** In euros: larger than any order that a shop has seen. */
const LARGEST_ORDER = 1_000_000;

/**
 * What of a programme would give more points than the ledger can count, so that orders could never be posted. The rules of
 * points know no such end; a shop that keeps them does.
 */
export function uncountable(programme: Programme): Fault[] {
  const order = aboutEuros(LARGEST_ORDER, programme.currency);
  const times = mostTimes(programme);
  return programme.earning.rules.flatMap((rule, index): Fault[] => {
    const path = ["earning", "rules", index];
    if ("bonus" in rule)
      return rule.bonus <= MOST_FOR_ONE
        ? []
        : [faultAt([...path, "bonus"], "is more than the ledger can count", "write fewer points")];
    if (rule.kind !== "rate") return [];
    if (pointsFor(rule, order, times) <= MOST_FOR_ONE) return [];
    const money = groupedMoney(order, programme.currency);
    return [
      faultAt(
        [...path, "rate", "points"],
        `could give more points for an order of ${money} than the ledger can count`,
        "write fewer points, or smaller multipliers",
      ),
    ];
  });
}

function pointsFor(
  { points, per }: Extract<EarningRule, { kind: "rate" }>,
  order: bigint,
  times: Fraction,
): Points {
  return floor(multiply(multiply(points, times), fraction(order, per)));
}

/** By how much a line can be multiplied at most: by all rules that go together, and by the highest tier. */
function mostTimes({ earning, tiers }: Programme): Fraction {
  const factors = earning.rules.flatMap((rule) => (rule.kind === "multiply" ? [rule.times] : []));
  const byRules =
    earning.combine === "stack"
      ? factors.reduce((product, factor) => multiply(product, largest(factor, ONE)), ONE)
      : factors.reduce(largest, ONE);
  return multiply(byRules, (tiers?.levels ?? []).map(({ multiplier }) => multiplier).reduce(largest, ONE));
}
