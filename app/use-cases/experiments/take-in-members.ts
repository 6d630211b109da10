import { findBudget, setAside } from "../../db/budgets.ts";
import type { ShopTransaction } from "../../db/database.ts";
import {
  countDrawnGifts,
  insertExperimentMembers,
  restatePicks,
  type NewExperimentMember,
} from "../../db/experiment-members.ts";
import { listReachable, listUnreached } from "../../db/experiment-outcomes.ts";
import { lockExperiment, type StoredExperiment } from "../../db/experiments.ts";
import type { ShopRow } from "../../db/shops.ts";
import { armOf, placeOf, WHOLE } from "../../insight/experiments/assign.ts";
import type { ExperimentPlan } from "../../insight/experiments/plan.ts";
import type { Fraction } from "../../loyalty/fraction.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { controlGroupTest } from "./control-group.ts";
import { giftCosts, priceOf, type GiftCosts } from "./gift-cost.ts";
import { newPurse, type Purse } from "./purse.ts";

const MEMBERS_AT_ONCE = 2_000;

/**
 * Notes whom an experiment reaches by now, each once: a part of the audience on each day that it spreads over, and nobody
 * after those. Only whoever was known when it began, and no more than what was shown then may cost: accounts made for the
 * sake of a gift get none. Whoever is in the control group has no part in anything personal. Two at once reach the same
 * members, for who that is follows from the salts.
 */
export async function takeInMembers(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  experiment: StoredExperiment,
): Promise<void> {
  const { plan, startedAt } = experiment;
  const now = services.clock();
  if (startedAt === null || now >= endOfIntake(plan, startedAt)) return;
  const isControl = await controlGroupTest(services, shop);
  const day = Math.floor((now - startedAt) / DAY) + 1;
  const places = Math.ceil((WHOLE * Math.min(day, plan.spreadDays)) / plan.spreadDays);
  const segmentId = plan.audience.kind === "segment" ? plan.audience.id : null;
  const costs = await giftCosts(services, shop);
  for (let after = "0"; ;) {
    const asked = { segmentId, knownBy: startedAt, after, limit: MEMBERS_AT_ONCE };
    const page = await listReachable(services.db.sql, shop.id, asked);
    const drawn = page.filter((memberId) => {
      return !isControl(memberId) && placeOf(`${experiment.salt}:day`, memberId) < places;
    });
    if (!(await reach(services, shop, { experiment, memberIds: drawn, now, costs }))) return;
    const last = page.at(-1);
    if (last === undefined || page.length < MEMBERS_AT_ONCE) return;
    after = last;
  }
}

/** From then on nobody else is reached. */
export function endOfIntake({ spreadDays }: Pick<ExperimentPlan, "spreadDays">, startedAt: Instant): Instant {
  return startedAt + spreadDays * DAY;
}

/** The salt that all experiments of a layer draw members' places from. */
export function layerSaltOf(shop: ShopRow, layer: string): string {
  return `${shop.salt}:layer:${layer}`;
}

interface Reaching {
  experiment: StoredExperiment;
  memberIds: MemberId[];
  now: Instant;
  costs: GiftCosts;
}

/** False once nobody else is to be reached. */
async function reach(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  { experiment, memberIds, now, costs }: Reaching,
): Promise<boolean> {
  const { id: experimentId, plan, slots, salt, layer } = experiment;
  const terms = { layerSalt: layerSaltOf(shop, layer), slots, salt, arms: plan.arms };
  const assigned = memberIds.flatMap((memberId): NewExperimentMember[] => {
    const arm = plan.arms.find(({ id }) => id === armOf(terms, memberId));
    if (arm === undefined) return [];
    const waits = arm.gives.kind === "points" || arm.gives.kind === "reward";
    return [{ memberId, arm: arm.id, waits }];
  });
  if (assigned.length === 0) return true;
  return db.inShop(shop.id, async (tx) => {
    // Numbers are given out one after the other, and a stopped one reaches nobody.
    if ((await lockExperiment(tx, experimentId))?.state !== "running") return false;
    const ids = assigned.map(({ memberId }) => memberId);
    const fresh = new Set(await listUnreached(tx, shop.id, { experimentId, memberIds: ids }));
    const waiting = assigned.filter(({ memberId }) => fresh.has(memberId));
    const members = await withinLimits(tx, { experiment, waiting, costs });
    await insertExperimentMembers(tx, { experimentId, at: now, members });
    const cost = members.reduce((sum, member) => sum + (member.cost ?? 0n), 0n);
    await setAside(tx, { experimentId, cost });
    if (experiment.kind === "recommendations")
      await restatePicks(
        tx,
        members.map(({ memberId }) => memberId),
      );
    return members.length === waiting.length;
  });
}

interface Limits {
  experiment: StoredExperiment;
  waiting: readonly NewExperimentMember[];
  costs: GiftCosts;
}

/**
 * As many as were shown when it began, and as their gifts' prices of today leave room for in the sum that was shown. Who
 * comes after the last of them is in no arm, so that the arms stay comparable.
 */
async function withinLimits(
  tx: ShopTransaction,
  { experiment: { id, plan }, waiting, costs }: Limits,
): Promise<NewExperimentMember[]> {
  const drawn = await countDrawnGifts(tx, id);
  const { budget, committed } = await findBudget(tx, tx.shopId, id);
  const prices = new Map(plan.arms.map((arm) => [arm.id, priceOf(arm.gives, costs)]));
  const purse = newPurse(
    committed,
    drawn.map(({ arm, gifts }) => ({ price: prices.get(arm) ?? null, gifts })),
  );
  let left = (plan.mostGiven ?? Infinity) - drawn.reduce((sum, { gifts }) => sum + gifts, 0);
  const members: NewExperimentMember[] = [];
  let upToLastGift = 0;
  for (const member of waiting) {
    if (!member.waits) members.push(member);
    else {
      const cost =
        budget === null ? undefined : affordable(prices.get(member.arm) ?? null, { purse, budget });
      if (left <= 0 || cost === null) return members.slice(0, upToLastGift);
      members.push(cost === undefined ? member : { ...member, cost });
      upToLastGift = members.length;
      left -= 1;
    }
  }
  return members;
}

/** Takes the price from the purse and answers what that is in whole units; null where it goes beyond the budget. */
function affordable(
  price: Fraction | null,
  { purse, budget }: { purse: Purse; budget: bigint },
): bigint | null {
  const cost = price === null ? null : purse.costOf(price);
  if (price === null || cost === null || purse.spent + cost > budget) return null;
  purse.take(price);
  return cost;
}
