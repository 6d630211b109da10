import { compare, decimalText, divide, fraction, multiply, ONE } from "./fraction.ts";
import type { Fraction } from "./fraction.ts";
import { formatMoney } from "./money.ts";
import { perkOddities } from "./perk-oddities.ts";
import { costOfPoint } from "./point-cost.ts";
import { extremes } from "./programme-extremes.ts";
import { faultAt } from "./programme-faults.ts";
import { fitProgramme } from "./programme-size.ts";
import type { Fault, Path } from "./programme-faults.ts";
import { wholeProgramme } from "./summarise-programme.ts";
import type { EarningRule, LineKeys, Programme, RateRule, Reward, Window } from "./programme.ts";

/**
 * What a programme may say and hardly anybody means: rules that never count, multipliers that change nothing, rewards that
 * pay for whole orders. Told beside the check, never refused.
 */
export function oddities(programme: Programme): Fault[] {
  const { earning, tiers, rewards } = programme;
  return [
    ...(earning.rules.length === 0
      ? [faultAt(["earning", "rules"], "is empty, so nothing earns points", "write at least one rule")]
      : []),
    ...earning.rules.flatMap((rule, index) => oddRule(programme, rule, index)),
    ...(tiers?.levels ?? []).flatMap((level, index) => {
      const before = tiers?.levels[index - 1];
      if (before === undefined || compare(level.multiplier, before.multiplier) >= 0) return [];
      return [
        faultAt(
          ["tiers", "levels", index, "multiplier"],
          `is below that of "${before.id}", so rising costs points`,
          "write at least as much as the level before",
        ),
      ];
    }),
    ...rewards.flatMap((reward, index) => oddReward(programme, reward, ["rewards", index])),
    ...perkOddities(programme),
    ...generousRates(programme),
    ...extremes(programme),
    ...tooLarge(programme),
  ];
}

/** A storefront reads so much of a programme and no more. */
function tooLarge(programme: Programme): Fault[] {
  const { leftOut } = fitProgramme(wholeProgramme({ programme, version: 1 }));
  if (leftOut.length === 0) return [];
  return [
    faultAt(
      [],
      `is more than storefronts can read, so they are not told of: ${leftOut.join(", ")}`,
      "name fewer products and tags in rules, or remove what is over",
    ),
  ];
}

function oddRule(programme: Programme, rule: EarningRule, index: number): Fault[] {
  const { effectiveFrom, earning } = programme;
  const path: Path = ["earning", "rules", index];
  const found: Fault[] = [];
  if (isOver(rule.window, effectiveFrom))
    found.push(
      faultAt(
        [...path, "to"],
        "is over before the programme starts",
        "remove the rule, or write a later instant",
      ),
    );
  if ("match" in rule && rule.match !== null) {
    const key = wholly(rule.match, earning.exclude);
    if (key !== null)
      found.push(
        faultAt(
          [...path, "match", key],
          "names only what `exclude` makes worth nothing",
          "remove the rule, or exclude less",
        ),
      );
  }
  if (rule.kind === "rate") {
    const later = earning.rules
      .slice(index + 1)
      .find((other) => other.kind === "rate" && covers(other, rule));
    if (later !== undefined)
      found.push(
        faultAt(
          path,
          `never counts, for "${later.id}" below it fits every line that it fits`,
          "put it below that one, or remove it",
        ),
      );
  }
  if (rule.kind === "multiply" && rule.times.n === 0n)
    found.push(
      faultAt(
        [...path, "multiply"],
        "is 0, so these lines earn no points but still count for bonuses and tiers",
        "name them in `exclude` if they should be worth nothing",
      ),
    );
  if (rule.kind === "multiply" && compare(rule.times, ONE) === 0)
    found.push(
      faultAt(
        [...path, "multiply"],
        "is 1, which changes nothing",
        "write another number, or remove the rule",
      ),
    );
  return found;
}

function isOver({ to }: Window, effectiveFrom: number | null): boolean {
  return to !== null && effectiveFrom !== null && to <= effectiveFrom;
}

/** The key of `match` whose every value is excluded; null where something is left to match. */
function wholly(match: LineKeys, exclude: LineKeys): keyof LineKeys | null {
  for (const key of Object.keys(match) as (keyof LineKeys)[]) {
    const named = match[key];
    if (named.length > 0 && named.every((value) => exclude[key].includes(value))) return key;
  }
  return null;
}

/** Whether the later rule takes every line that the earlier would. */
function covers(later: RateRule, earlier: RateRule): boolean {
  const fits = later.match === null || JSON.stringify(later.match) === JSON.stringify(earlier.match);
  const from =
    later.window.from === null || (earlier.window.from !== null && later.window.from <= earlier.window.from);
  const to = later.window.to === null || (earlier.window.to !== null && later.window.to >= earlier.window.to);
  return fits && from && to;
}

function oddReward({ effectiveFrom, currency }: Programme, reward: Reward, path: Path): Fault[] {
  const found: Fault[] = [];
  if (isOver(reward.window, effectiveFrom))
    found.push(
      faultAt(
        [...path, "to"],
        "is over before the programme starts",
        "remove the reward, or write a later instant",
      ),
    );
  if (reward.kind === "amount" && reward.value !== null && reward.minimum < reward.value)
    found.push(
      faultAt(
        [...path, "minimum"],
        `is below the value, so an order of ${formatMoney(reward.minimum, currency)} may cost nothing`,
        "write a minimum above the value, unless that is meant",
      ),
    );
  if (reward.kind === "percent" && reward.value !== null && compare(reward.value, fraction(100n)) === 0)
    found.push(
      faultAt(
        [...path, "value"],
        "is 100 per cent, so an order may cost nothing",
        "write less, unless that is meant",
      ),
    );
  return found;
}

const HALF = fraction(1n, 2n);

/** Where the points for what is spent are worth half of it or more. */
function generousRates(programme: Programme): Fault[] {
  const cost = costOfPoint(programme);
  if (cost === null) return [];
  return programme.earning.rules.flatMap((rule, index) => {
    if (rule.kind !== "rate") return [];
    const back: Fraction = multiply(divide(rule.points, fraction(rule.per)), cost.each);
    if (compare(back, HALF) < 0) return [];
    return [
      faultAt(
        ["earning", "rules", index, "rate"],
        `gives back ${decimalText(multiply(back, fraction(100n)))} per cent of what is spent, by what "${cost.rewardId}" is worth`,
        "write fewer points, or a higher cost of the reward",
      ),
    ];
  });
}
