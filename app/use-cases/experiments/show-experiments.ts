import { findBudget } from "../../db/budgets.ts";
import { latestLooks, listLooks, type Look } from "../../db/experiment-looks.ts";
import { countReached, type ReachedCount } from "../../db/experiment-members.ts";
import { countReachable } from "../../db/experiment-outcomes.ts";
import { findExperiment, listExperiments, type StoredExperiment } from "../../db/experiments.ts";
import { listSegments } from "../../db/segments/segments.ts";
import type { ShopRow } from "../../db/shops.ts";
import { FEWEST_HITS, FEWEST_MEMBERS } from "../../insight/experiments/reading.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import { listGrantable } from "../members/list-grantable.ts";
import type { Services } from "../services.ts";
import { staffNames } from "../staff/staff-names.ts";
import { CONTROL_WINDOW_DAYS, LARGEST_SHARE, USUAL_SHARE } from "./control-group.ts";
import { forecast, type Forecast } from "./forecast.ts";
import { giftCosts, priceOf } from "./gift-cost.ts";
import { hasToldAll, lastDayOf } from "./go-on.ts";
import { ARM_SHARES, SHARES, SPREADS, WINDOWS } from "./plan-form.ts";

/** What its pages know of the arithmetic behind it. */
export type { ExperimentPlan, Gives } from "../../insight/experiments/plan.ts";
export type { Effect, Reading } from "../../insight/experiments/reading.ts";

type Asking = Pick<Services, "db" | "clock">;

/** What a page needs of one; its salt and places are nobody's business. */
export type ExperimentView = Omit<StoredExperiment, "salt" | "slots" | "layer"> & {
  /** Others may reach the same members. */
  overlaps: boolean;
  /** When everybody whom it reaches is counted; null before it begins. */
  countedAt: Instant | null;
  /** It has ended and everybody is counted: what is not known by now stays unknown. */
  isOver: boolean;
};

export interface ExperimentsView {
  now: Instant;
  experiments: (ExperimentView & { look: Look | null })[];
  currency: string;
  fewest: { members: number; hits: number };
  control: {
    /** In basis points; 0 for none. */
    share: number;
    usual: number;
    largest: number;
    since: Instant | null;
    /** Members of the shop who can be reached. */
    members: number;
    windowDays: number;
    /** When the first window is over, where no figures are there yet. */
    firstAt: Instant | null;
    look: Look | null;
  };
}

const MOST_LISTED = 100;

export async function showExperiments({ db, clock }: Asking, shop: ShopRow): Promise<ExperimentsView> {
  const now = clock();
  const stored = await listExperiments(db.sql, shop.id, MOST_LISTED);
  const looks = await latestLooks(
    db.sql,
    shop.id,
    stored.map(({ id }) => id),
  );
  const control = stored.find(({ kind, state }) => kind === "control-group" && state === "running");
  const look = control === undefined ? null : (looks.get(control.id) ?? null);
  const since = control?.startedAt ?? null;
  return {
    ...{ now, currency: shop.currency, fewest: { members: FEWEST_MEMBERS, hits: FEWEST_HITS } },
    experiments: stored
      .filter(({ kind }) => kind !== "control-group")
      .map((one) => ({ ...viewOf(one), look: looks.get(one.id) ?? null })),
    control: {
      ...{
        share: control?.plan.arms[0]?.share ?? 0,
        usual: USUAL_SHARE,
        largest: LARGEST_SHARE,
        since,
        look,
      },
      members: await countReachable(db.sql, shop.id, { segmentId: null, knownBy: now }),
      windowDays: CONTROL_WINDOW_DAYS,
      firstAt: since === null || look !== null ? null : since + CONTROL_WINDOW_DAYS * DAY,
    },
  };
}

export interface PlanChoices {
  now: Instant;
  currency: string;
  segments: { id: string; name: string; members: number | null }[];
  rewards: { id: string; name: string }[];
  windows: readonly number[];
  spreads: typeof SPREADS;
  /** In per cent: how many take part, and how many of those get it. */
  shares: readonly number[];
  armShares: readonly number[];
}

/** What a new plan can be made of. */
export async function showPlanChoices(
  services: Services,
  shop: ShopRow,
  locale: string,
): Promise<PlanChoices> {
  const now = services.clock();
  const segments = await listSegments(services.db.sql, shop.id);
  return {
    ...{ now, currency: shop.currency },
    segments: segments
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ id, name, followed }) => ({ id, name, members: followed?.members ?? null })),
    rewards: await listGrantable(services, shop, locale),
    ...{ windows: WINDOWS, spreads: SPREADS, shares: SHARES, armShares: ARM_SHARES },
  };
}

export interface OneExperimentView {
  now: Instant;
  currency: string;
  timezone: string;
  experiment: ExperimentView;
  /** Its turn has come and is not over: members are taken in, and gifts given. */
  isUnderWay: boolean;
  reached: ReachedCount[];
  looks: Look[];
  /** Of a plan that has not begun. */
  forecast: Forecast | null;
  /** Whether anybody can say what the gifts cost at most. */
  isCostKnown: boolean;
  /** What all may cost, what is set aside of it, and what of that went back, in minor units; null where nobody said. */
  budget: { most: number; setAside: number; givenBack: number } | null;
  /** Of rewards that are given, by their ids; and of staff. */
  rewards: Record<string, string>;
  names: Record<string, string>;
  /** Fewer in an arm, or fewer who bought, say nothing. */
  fewest: { members: number; hits: number };
}

/** null where there is none. */
export async function showExperiment(
  services: Services,
  shop: ShopRow,
  { id, locale }: { id: string; locale: string },
): Promise<OneExperimentView | null> {
  const { db, clock } = services;
  const found = await findExperiment(db.sql, shop.id, id);
  if (found === null) return null;
  const now = clock();
  const rewards = await listGrantable(services, shop, locale);
  const costs = await giftCosts(services, shop);
  const { budget, committed, givenBack } = await findBudget(db.sql, shop.id, id);
  const staff = [found.createdBy, ...(found.decidedBy === null ? [] : [found.decidedBy])];
  return {
    ...{ now, currency: shop.currency, timezone: shop.timezone, experiment: viewOf(found) },
    isUnderWay: found.nextTurnAt !== null && found.nextTurnAt <= now,
    reached: await countReached(db.sql, shop.id, id),
    looks: await listLooks(db.sql, shop.id, id),
    forecast: found.state === "draft" ? await forecast(services, shop, found.plan) : null,
    isCostKnown: found.plan.arms.every(({ gives }) => priceOf(gives, costs) !== null),
    budget:
      budget === null
        ? null
        : { most: Number(budget), setAside: Number(committed), givenBack: Number(givenBack ?? 0n) },
    rewards: Object.fromEntries(rewards.map((reward) => [reward.id, reward.name])),
    names: await staffNames({ db }, shop, staff),
    fewest: { members: FEWEST_MEMBERS, hits: FEWEST_HITS },
  };
}

function viewOf(stored: StoredExperiment): ExperimentView {
  const { salt: _salt, slots: _slots, layer, ...rest } = stored;
  return {
    ...rest,
    overlaps: layer !== "exclusive",
    countedAt: stored.startedAt === null ? null : lastDayOf(stored),
    isOver: hasToldAll(stored),
  };
}
