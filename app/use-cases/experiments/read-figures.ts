import {
  listCodeUsers,
  listReachable,
  listReached,
  readOutcomes,
  type ReachedMember,
} from "../../db/experiment-outcomes.ts";
import { countReached, listIssuesOf } from "../../db/experiment-members.ts";
import type { StoredExperiment } from "../../db/experiments.ts";
import type { ShopRow } from "../../db/shops.ts";
import { inControlGroup, WHOLE } from "../../insight/experiments/assign.ts";
import { MEASURES, type ExperimentPlan } from "../../insight/experiments/plan.ts";
import { readArms, type ArmFacts, type Reading } from "../../insight/experiments/reading.ts";
import { NOBODY, observe } from "../../insight/experiments/tally.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import type { Services } from "../services.ts";
import { giftCosts, measuresOf, type GiftCosts } from "./gift-cost.ts";

/** Before they were reached: long enough that a past purchase is mostly in it. */
export const PAST_DAYS = 90;
const MEMBERS_AT_ONCE = 2_000;
/** Where the shop's past did not say how many members are needed. */
const USUAL_NUMBER = 2_000;

type Asking = Pick<Services, "db" | "clock">;

/** What is known by now. Whose days are not over yet is not counted, so that everybody counts with the same days. */
export async function readExperiment(
  services: Asking,
  shop: ShopRow,
  experiment: StoredExperiment,
): Promise<Reading> {
  const { id, plan } = experiment;
  const { sql } = services.db;
  const arms = new Map(
    (await countReached(sql, shop.id, id)).map((counted) => [counted.arm, counted.reached]),
  );
  const facts = factsOf(plan, (arm) => arms.get(arm) ?? 0);
  const reader = {
    plan,
    costs: await giftCosts(services, shop),
    issueIds: await listIssuesOf(sql, shop.id, id),
  };
  const before = services.clock() - plan.windowDays * DAY;
  for (let after = 0; ;) {
    const asked = { experimentId: id, before, after, limit: MEMBERS_AT_ONCE };
    const page = await listReached(sql, shop.id, asked);
    await count(services, shop, { facts, members: page, reader });
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.number;
  }
  const [base, tried] = plan.arms;
  const both = ((base?.share ?? 0) + (tried?.share ?? 0)) / WHOLE;
  const planned = (plan.needed ?? USUAL_NUMBER) * both;
  return readArms(facts, { ...plan, looks: { kind: "daily", planned } });
}

/**
 * The control group against everybody else, over the last whole window of days since it began: each window is looked at
 * once, when it is over. `null` before the first one is.
 */
export async function readControlGroup(
  services: Asking,
  shop: ShopRow,
  experiment: StoredExperiment,
): Promise<{ reading: Reading; from: Instant; to: Instant } | null> {
  const { plan, salt, startedAt } = experiment;
  const length = plan.windowDays * DAY;
  const windows = startedAt === null ? 0 : Math.floor((services.clock() - startedAt) / length);
  if (startedAt === null || windows < 1) return null;
  const from = startedAt + (windows - 1) * length;
  const facts = factsOf(plan, () => 0);
  const reader = { plan, costs: await giftCosts(services, shop), issueIds: [] };
  const share = plan.arms[0]?.share ?? 0;
  for (let after = "0"; ;) {
    const asked = { segmentId: null, knownBy: from, after, limit: MEMBERS_AT_ONCE };
    const page = await listReachable(services.db.sql, shop.id, asked);
    const members = page.map((memberId, number): ReachedMember => {
      const arm = inControlGroup(salt, share, memberId) ? "control" : "personal";
      return { memberId, arm, number, at: from, gift: "none", offer: null };
    });
    await count(services, shop, { facts, members, reader });
    const last = page.at(-1);
    if (last === undefined) break;
    after = last;
  }
  for (const fact of facts) fact.reached = fact.outcomes.bought.members;
  return { reading: readArms(facts, { ...plan, looks: { kind: "once" } }), from, to: from + length };
}

function factsOf(plan: ExperimentPlan, reached: (arm: string) => number): ArmFacts[] {
  return plan.arms.map(({ id, share }) => ({
    ...{ id, share, reached: reached(id) },
    outcomes: { bought: { ...NOBODY }, orders: { ...NOBODY }, revenue: { ...NOBODY }, margin: { ...NOBODY } },
  }));
}

interface Counting {
  facts: readonly ArmFacts[];
  members: readonly ReachedMember[];
  reader: { plan: ExperimentPlan; costs: GiftCosts; issueIds: readonly string[] };
}

async function count(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  { facts, members, reader }: Counting,
): Promise<void> {
  if (members.length === 0) return;
  const { plan, issueIds } = reader;
  const memberIds = members.map(({ memberId }) => memberId);
  const outcomes = await readOutcomes(db.sql, shop.id, {
    ...{ reached: members, windowDays: plan.windowDays, pastDays: PAST_DAYS },
  });
  const users =
    issueIds.length === 0 ? new Set() : await listCodeUsers(db.sql, shop.id, { issueIds, memberIds });
  for (const [place, member] of members.entries()) {
    const arm = plan.arms.find(({ id }) => id === member.arm);
    const fact = facts.find(({ id }) => id === member.arm);
    const outcome = outcomes[place];
    if (arm === undefined || fact === undefined || outcome === undefined) continue;
    const gives = member.gift === "given" ? (member.offer?.gives ?? arm.gives) : arm.gives;
    const had = gives.kind === "reward" ? users.has(member.memberId) : member.gift === "given";
    const measures = measuresOf(outcome, { gives, had }, reader);
    for (const measure of MEASURES)
      observe(fact.outcomes[measure], measures[measure].outcome, measures[measure].past);
  }
}
