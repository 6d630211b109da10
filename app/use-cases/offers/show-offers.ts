import { countPredictions, findOrderValue, listOffered } from "../../db/offer-prospects.ts";
import { latestLooks, type Look } from "../../db/experiment-looks.ts";
import { countReached } from "../../db/experiment-members.ts";
import { listExperiments, type ExperimentState } from "../../db/experiments.ts";
import type { ShopRow } from "../../db/shops.ts";
import { findOfferLimits } from "../../db/offer-months.ts";
import type { Day } from "../../insight/days.ts";
import type { Offer } from "../../insight/experiments/plan.ts";
import { formatMoney } from "../../loyalty/money.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import { todayIn } from "../analytics/today.ts";
import { giftCosts, type RewardPrice } from "../experiments/gift-cost.ts";
import { hasToldAll } from "../experiments/go-on.ts";
import { showPlanChoices } from "../experiments/show-experiments.ts";
import type { PartState } from "../insight/part-states.ts";
import type { Services } from "../services.ts";
import { takenBy, type OfferLine } from "./act-on-offers.ts";
import { GIVEN_SHARE, OFFER_WINDOW_DAYS } from "./draw-up-offers.ts";
import type { LimitField } from "./limits-form.ts";
import { leftOf, offerMonth } from "./monthly-budget.ts";
import { LASTS } from "./offer-form.ts";

export interface OffersView {
  now: Instant;
  currency: string;
  segments: { id: string; name: string; members: number | null }[];
  /** What can be offered; what has no price cannot be. */
  rewards: (RewardPrice & { id: string; name: string })[];
  /** Whether points have a price. */
  pointsHaveCost: boolean;
  /** Points may cost more than it, for some rewards have none. */
  isPointOpen: boolean;
  /** Members of whom something is expected. */
  predicted: number;
  /** In basis points: chance leaves them without. */
  leftOutShare: number;
  windowDays: number;
  /** For so many minutes offers may hold. */
  lasts: readonly number[];
  limits: LimitsView;
  runs: {
    id: string;
    reason: string;
    state: ExperimentState;
    /** Everybody is counted: what is not known by now stays unknown. */
    isOver: boolean;
    startedAt: Instant;
    given: number;
    budget: number;
    look: Look | null;
  }[];
}

/** What all offers of a month may cost, and what is counted with. */
export interface LimitsView {
  revision: number;
  /** As amounts are typed; null where there is none. */
  typed: Record<LimitField, string | null>;
  carries: boolean;
  /** Of twenty orders of a year, nineteen were worth no more, as it is typed; null where there are none. */
  usualOrder: string | null;
  /** A day of this month; and of the month, in minor units. */
  day: Day;
  committed: number;
  left: number | null;
  carried: number;
}

const NO_PRICE: RewardPrice = { most: null, by: "product" };
const MOST_LISTED = 50;
const YEAR = 365 * DAY;

export async function showOffers(services: Services, shop: ShopRow, locale: string): Promise<OffersView> {
  const { db } = services;
  const { now, currency, segments, rewards } = await showPlanChoices(services, shop, locale);
  const costs = await giftCosts(services, shop);
  const stored = (await listExperiments(db.sql, shop.id, 1_000))
    .filter(({ kind }) => kind === "offers")
    .slice(0, MOST_LISTED);
  const looks = await latestLooks(
    db.sql,
    shop.id,
    stored.map(({ id }) => id),
  );
  const runs = await Promise.all(
    stored.map(async ({ id, question, state, createdAt, nextTurnAt, plan }) => ({
      ...{ id, reason: question, state, startedAt: createdAt, look: looks.get(id) ?? null },
      isOver: hasToldAll({ state, nextTurnAt }),
      given: (await countReached(db.sql, shop.id, id)).reduce((sum, { given }) => sum + given, 0),
      budget: plan.offers?.budget ?? 0,
    })),
  );
  return {
    ...{ now, currency, segments, runs, windowDays: OFFER_WINDOW_DAYS },
    rewards: rewards.map(({ id, name }) => ({ id, name, ...(costs.rewards.get(id) ?? NO_PRICE) })),
    pointsHaveCost: costs.point !== null,
    isPointOpen: costs.isPointOpen,
    predicted: await countPredictions(db.sql, shop.id),
    leftOutShare: 10_000 - GIVEN_SHARE,
    lasts: LASTS,
    limits: await showLimits(services, shop),
  };
}

async function showLimits({ db, clock }: Pick<Services, "db" | "clock">, shop: ShopRow): Promise<LimitsView> {
  const { revision, carries, ...limits } = await findOfferLimits(db.sql, shop.id);
  const typed = (amount: bigint | null) => (amount === null ? null : formatMoney(amount, shop.currency));
  const month = await offerMonth(db.sql, shop, clock());
  const left = leftOf(month);
  return {
    ...{ revision, carries, day: todayIn(shop.timezone, clock()) },
    typed: {
      ...{ amount: typed(limits.amount), largestOrder: typed(limits.largestOrder) },
      delivery: typed(limits.delivery),
    },
    usualOrder: typed(await findOrderValue(db.sql, shop.id, { since: clock() - YEAR, share: 0.95 })),
    committed: Number(month.committed),
    left: left === null ? null : Number(left),
    carried: Number(month.carried),
  };
}

/** To whom a run offered what, and why: a page of it. */
export async function listOffers(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  { id, after }: { id: string; after: number },
): Promise<{ lines: OfferLine[]; next: number | null }> {
  const rows = await listOffered(db.sql, shop.id, { experimentId: id, after, limit: 26 });
  const lines = rows.slice(0, 25).map(({ offer: stored, arm, number: _number, gift: _gift, ...person }) => {
    const { gives, cost, because } = stored as Offer;
    return { ...person, isLeftOut: arm === "without", gives, cost, because, taken: takenBy(because) };
  });
  return { lines, next: rows.length > 25 ? (rows[24]?.number ?? null) : null };
}

/** How many runs there were, for the entry of Insight. */
export async function lookAtOffers({ db }: Pick<Services, "db">, shop: ShopRow): Promise<PartState> {
  const all = await listExperiments(db.sql, shop.id, 1_000);
  const count = all.filter(({ kind }) => kind === "offers").length;
  return count === 0 ? { is: "nothing" } : { is: "some", count };
}
