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
import type { MemberId } from "../../loyalty/ids.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { controlGroupTest } from "./control-group.ts";

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
  for (let after = "0"; ;) {
    const asked = { segmentId, knownBy: startedAt, after, limit: MEMBERS_AT_ONCE };
    const page = await listReachable(services.db.sql, shop.id, asked);
    const drawn = page.filter((memberId) => {
      return !isControl(memberId) && placeOf(`${experiment.salt}:day`, memberId) < places;
    });
    if (!(await reach(services, shop, { experiment, memberIds: drawn, now }))) return;
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

/** False once nobody else is to be reached. */
async function reach(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  { experiment, memberIds, now }: { experiment: StoredExperiment; memberIds: MemberId[]; now: Instant },
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
    const given = await countDrawnGifts(tx, experimentId);
    const members = untilMost(waiting, (plan.mostGiven ?? Infinity) - given);
    await insertExperimentMembers(tx, { experimentId, at: now, members });
    if (experiment.kind === "recommendations")
      await restatePicks(
        tx,
        members.map(({ memberId }) => memberId),
      );
    return members.length === waiting.length;
  });
}

/** Up to the last who can be given something: who comes after is in no arm, so that the arms stay comparable. */
function untilMost(members: readonly NewExperimentMember[], left: number): NewExperimentMember[] {
  if (left <= 0) return [];
  let gifts = 0;
  const end = members.findIndex(({ waits }) => waits && ++gifts === left);
  return end < 0 ? [...members] : members.slice(0, end + 1);
}
