import { countReachable, listReachable, readOutcomes } from "../../db/experiment-outcomes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { WHOLE } from "../../insight/experiments/assign.ts";
import type { ExperimentPlan } from "../../insight/experiments/plan.ts";
import { alphaFor, FEWEST_HITS, FEWEST_MEMBERS } from "../../insight/experiments/reading.ts";
import { sizeFor, smallestFor } from "../../insight/experiments/sample-size.ts";
import { NOBODY, observe, varianceOf, type Tally } from "../../insight/experiments/tally.ts";
import { DAY } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { findControlGroup } from "./control-group.ts";
import { costOfGifts, giftCosts, measuresOf, type GiftCosts } from "./gift-cost.ts";

/** What can be said of a plan before it begins. Money in minor units. */
export interface Forecast {
  /** Members who can be reached today, and of those the ones who would be given something. */
  members: number;
  given: number;
  /** No more than so many are given something, however chance and the audience go: the intake ends there. */
  mostGiven: number;
  /** What so many gifts cost; null where the programme does not say. */
  cost: number | null;
  /** They are points, and some of the programme's rewards have no price: they may cost more. */
  isCostOpen: boolean;
  /** They are per cent, counted with the largest order that the merchant counts with: a larger one costs more. */
  isOrderOpen: boolean;
  /** How many the base rests on, and what each of them did in as many days as the plan counts; null for none. */
  base: { members: number; mean: number } | null;
  /** Members who are needed to find the smallest lift in four of five cases; null where the past does not tell. */
  needed: number | null;
  /** What is paid for looking every day: for a single look so many would do. */
  oneLook: number | null;
  /** The smallest lift that those who are there can show, in basis points; null where nothing is known. */
  shows: number | null;
  /** Without so many on each side, and so many of them who buy, nothing is said; null where as many are to be expected. */
  tooFew: { members: number; hits: number } | null;
  /** Until everybody whom it reaches is counted. */
  days: number;
}

const MEMBERS_AT_ONCE = 2_000;
/** Enough for a mean and a variance; a plan is worked out while somebody waits. */
const MOST_LOOKED_AT = 20_000;

/** Worked out from what the shop's own members did lately. */
export async function forecast(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  plan: Omit<ExperimentPlan, "needed">,
): Promise<Forecast> {
  const now = services.clock();
  const segmentId = plan.audience.kind === "segment" ? plan.audience.id : null;
  const audience = await countReachable(services.db.sql, shop.id, { segmentId, knownBy: now });
  const control = (await findControlGroup(services, shop))?.share ?? 0;
  const members = Math.floor((audience * (WHOLE - control) * plan.share) / WHOLE ** 2);
  const past = await lately(services, shop, plan);
  const costs = await giftCosts(services, shop);
  const gifts = giftsOf(plan, { audience, control, members, costs });
  const worth = (plan.smallest / WHOLE) * past.mean;
  const { terms, both } = comparisonOf(plan.arms, varianceOf(past));
  const size = sizeFor({ ...terms, smallest: worth });
  const shown = smallestFor(members * both, terms);
  const ofAll = (ofBoth: number | undefined) => (ofBoth === undefined ? null : Math.ceil(ofBoth / both));
  return {
    isOrderOpen: plan.arms.some(
      ({ gives }) => gives.kind === "reward" && costs.rewards.get(gives.rewardId)?.by === "order",
    ),
    isCostOpen: costs.isPointOpen && plan.arms.some(({ gives }) => gives.kind === "points"),
    ...{ members, ...gifts },
    base: past.members === 0 ? null : { members: past.members, mean: past.mean },
    ...{ needed: ofAll(size?.members), oneLook: ofAll(size?.oneLook) },
    shows: shown === null || past.mean <= 0 ? null : Math.ceil((shown / past.mean) * WHOLE),
    tooFew: isTooFew(members * Math.min(...terms.shares), past)
      ? { members: FEWEST_MEMBERS, hits: FEWEST_HITS }
      : null,
    days: plan.spreadDays - 1 + plan.windowDays,
  };
}

/** Whether the smaller side can never be read; of who buys as far as the past tells. */
export function isTooFew(side: number, { members, hits }: Tally): boolean {
  return side < FEWEST_MEMBERS || (members > 0 && (side * hits) / members < FEWEST_HITS);
}

/** How many are given something, at most how many, and what that costs. */
function giftsOf(
  plan: Pick<ExperimentPlan, "arms" | "share">,
  known: { audience: number; control: number; members: number; costs: GiftCosts },
): Pick<Forecast, "given" | "mostGiven" | "cost"> {
  const { audience, control, members, costs } = known;
  let [given, mostGiven, dearest] = [0, 0, 0];
  let cost: number | null = 0;
  for (const { share, gives } of plan.arms.slice(1)) {
    const most = mostDrawn(audience, ((WHOLE - control) * plan.share * share) / WHOLE ** 3);
    const its = costOfGifts(gives, costs, most);
    given += Math.round((members * share) / WHOLE);
    mostGiven = Math.min(audience, mostGiven + most);
    dearest = Math.max(dearest, costOfGifts(gives, costs) ?? 0);
    cost = cost === null || its === null ? null : cost + its;
  }
  // Chance may fill any of the arms, but not all of them at once.
  const most = cost === null ? null : Math.min(Math.ceil(cost), Math.ceil(mostGiven * dearest));
  return { given, mostGiven, cost: most };
}

/** The first arm and the smallest of the others, which takes the most members; `both` is what of all are in the two. */
function comparisonOf(arms: ExperimentPlan["arms"], variance: number) {
  const [base = 0, ...others] = arms.map(({ share }) => share / WHOLE);
  const smallest = Math.min(...others);
  const shares = [base, smallest] as const;
  return { terms: { variance, shares, alpha: alphaFor(arms.length) }, both: base + smallest };
}

/** Three standard deviations above what is expected: chance alone is not to cut one experiment in a thousand short. */
function mostDrawn(audience: number, chance: number): number {
  const expected = audience * chance;
  return Math.min(audience, Math.ceil(expected + 3 * Math.sqrt(expected * (1 - chance))));
}

/** What members of the audience did in the last such window of days. */
async function lately(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  plan: Omit<ExperimentPlan, "needed">,
): Promise<Tally> {
  const { sql } = services.db;
  const at = services.clock() - plan.windowDays * DAY;
  const costs = await giftCosts(services, shop);
  const segmentId = plan.audience.kind === "segment" ? plan.audience.id : null;
  const tally = { ...NOBODY };
  for (let after = "0"; tally.members < MOST_LOOKED_AT;) {
    const page = await listReachable(sql, shop.id, { segmentId, knownBy: at, after, limit: MEMBERS_AT_ONCE });
    const reached = page.map((memberId) => ({ memberId, at }));
    const outcomes = await readOutcomes(sql, shop.id, { reached, windowDays: plan.windowDays, pastDays: 0 });
    for (const outcome of outcomes) {
      const measures = measuresOf(outcome, { gives: { kind: "nothing" }, had: false }, { plan, costs });
      observe(tally, measures[plan.measure].outcome);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < MEMBERS_AT_ONCE) break;
    after = last;
  }
  return tally;
}
