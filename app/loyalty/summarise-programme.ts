import { criteria, matchCriteria } from "./criteria.ts";
import type { Fraction } from "./fraction.ts";
import { decimalText, fraction, multiply } from "./fraction.ts";
import { currencyDecimals } from "./currencies.ts";
import type { ProductId } from "./ids.ts";
import { hundredths, seconds } from "./liquid-numbers.ts";
import { formatMoney } from "./money.ts";
import { toJsonNumber } from "./points.ts";
import { fitProgramme } from "./programme-size.ts";
import type { BirthdayRule, BonusRule, EarningRule, Programme, SignupRule } from "./programme.ts";
import { summarisePerks } from "./summarise-perks.ts";
import { summariseRewards } from "./summarise-rewards.ts";
import type { ActivitySummary, BonusSummary, ProgrammeSummary } from "./summary.ts";

export interface ProgrammeFacts {
  programme: Programme;
  /** Number of the version. */
  version: number;
  /** Of the products that rewards name by their ids, as far as they are known. */
  handles?: ReadonlyMap<ProductId, string>;
}

/**
 * What everybody may see of a programme, with all rates as whole numbers over a common scale. Exact: the only number
 * that is rounded is a minimum below a hundredth of the currency's unit, upwards, so that no bonus is promised early.
 */
export function summariseProgramme(facts: ProgrammeFacts): ProgrammeSummary {
  return fitProgramme(wholeProgramme(facts)).summary;
}

/** The same, however large it is. */
export function wholeProgramme({
  programme,
  version,
  handles = new Map(),
}: ProgrammeFacts): ProgrammeSummary {
  const { currency, earning, points, tiers } = programme;
  const decimals = currencyDecimals(currency);
  const rates = earning.rules.filter((rule) => rule.kind === "rate");
  const multipliers = earning.rules.filter((rule) => rule.kind === "multiply");
  const levels = tiers?.levels ?? [];
  const perHundredth = rates.map((rule) =>
    multiply(rule.points, fraction(10n ** BigInt(decimals), rule.per * 100n)),
  );
  const rateScale = commonScale(perHundredth);
  const multiplierScale = commonScale(multipliers.map((rule) => rule.times));
  const tierScale = commonScale(levels.map((level) => level.multiplier));
  const { giftCards, ...excluded } = earning.exclude;
  return {
    v: 2,
    version,
    paused: programme.state !== "running",
    currency,
    decimals,
    pendingDays: points.pendingDays,
    exclude: { ...criteria(excluded), giftCards },
    rates: rates.map((rule, index) => ({
      id: rule.id,
      points: decimalText(rule.points),
      per: formatMoney(rule.per, currency),
      weight: weight(perHundredth[index] ?? rule.points, rateScale),
      match: matchCriteria(rule.match),
      ...seconds(rule.window),
    })),
    rateScale: toJsonNumber(rateScale),
    combine: earning.combine,
    multipliers: multipliers.map((rule) => ({
      id: rule.id,
      times: decimalText(rule.times),
      weight: weight(rule.times, multiplierScale),
      match: matchCriteria(rule.match),
      ...seconds(rule.window),
    })),
    multiplierScale: toJsonNumber(multiplierScale),
    tiers: levels.map((level) => ({
      id: level.id,
      name: level.id,
      at: tiers?.basis === "spend" ? formatMoney(level.at, currency) : level.at.toString(),
      times: decimalText(level.multiplier),
      weight: weight(level.multiplier, tierScale),
    })),
    tierScale: toJsonNumber(tierScale),
    basis: tiers?.basis ?? null,
    window: tiers === null ? null : { ...tiers.window },
    expiry: { ...points.expiry },
    noticeRequired: points.notice.required,
    orderBonuses: bonuses(earning.rules, "order-bonus", currency),
    firstOrderBonuses: bonuses(earning.rules, "first-order", currency),
    signupBonuses: bonuses(earning.rules, "signup", currency),
    birthdayBonuses: bonuses(earning.rules, "birthday", currency),
    activities: activities(earning.rules),
    texts: structuredClone(programme.texts),
    rewards: summariseRewards(programme, handles),
    perks: summarisePerks(programme),
  };
}

/** The smallest whole number that makes every fraction whole. */
function commonScale(fractions: readonly Fraction[]): bigint {
  return fractions.reduce((scale, { d }) => scale * fraction(d, scale).n, 1n);
}

function weight({ n, d }: Fraction, scale: bigint): number | string {
  return toJsonNumber((n * scale) / d);
}

type Bonus = BonusRule | SignupRule | BirthdayRule;

function bonuses(rules: readonly EarningRule[], kind: Bonus["kind"], currency: string): BonusSummary[] {
  return rules
    .filter((rule): rule is Bonus => rule.kind === kind)
    .map((rule) => {
      const minimum = "minimum" in rule ? rule.minimum : 0n;
      return {
        id: rule.id,
        points: toJsonNumber(rule.bonus),
        minimum: minimum === 0n ? null : formatMoney(minimum, currency),
        minimumCents: toJsonNumber(hundredths(minimum, currency)),
        match: "match" in rule ? matchCriteria(rule.match) : null,
        ...seconds(rule.window),
      };
    });
}

function activities(rules: readonly EarningRule[]): ActivitySummary[] {
  return rules
    .filter((rule) => rule.kind === "activity")
    .map(({ id, activity, bonus, limit, window }) => ({
      id,
      activity,
      points: toJsonNumber(bonus),
      limit: limit === null ? null : { ...limit },
      ...seconds(window),
    }));
}
