import { saveModel, type ModelBasis, type ModelFigure, type NewModel } from "../../db/models.ts";
import { currentVersions } from "../../db/programmes.ts";
import { replacePredictions, type Bounded, type MemberPrediction } from "../../db/save-predictions.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Expected } from "../../insight/buyers/foresee.ts";
import type { BuyersLearned } from "../../insight/buyers/learn-buyers.ts";
import { dateOf, type Day } from "../../insight/days.ts";
import { versionAt } from "../../loyalty/versions.ts";
import { todayIn } from "../analytics/today.ts";
import type { Services } from "../services.ts";
import { runApart } from "./apart.ts";
import { ENOUGH, horizonFor } from "./enough.ts";
import { readPast, type NamedPast } from "./read-past.ts";

/** Learns who buys again, what they spend and who leaves, of the shop's own orders, and what that says of each member. */
export async function trainBuyers({ db, clock }: Services, shop: ShopRow): Promise<void> {
  const now = clock();
  const today = todayIn(shop.timezone, now);
  const programme = versionAt(await currentVersions(db.sql, shop), now)?.programme;
  const ranks = programme?.tiers?.levels.map(({ id }) => id) ?? [];
  const named = await readPast(db.sql, shop, { until: today, ranks });
  const first = named.past.purchases.day.reduce((one, other) => Math.min(one, other), today);
  const horizon = horizonFor(today - first);
  const basis = basisOf(named, first);
  if (horizon === null || named.past.customers < ENOUGH.buyers) {
    const short = { ...basis, reason: "not-enough" as const, days: today - first, needed: { ...ENOUGH } };
    await db.inShop(shop.id, async (tx) => {
      const model: NewModel = { kind: "buyers", trainedAt: now, basis: short, figures: [], weights: null };
      const version = await saveModel(tx, shop.id, model);
      await replacePredictions(tx, [], { version, madeAt: now });
    });
    return;
  }
  const { languages, channels, past } = named;
  const learned = await runApart("buyers", { past, horizon, grouping: { languages, channels } });
  const predictions = predictionsOf(learned, named);
  await db.inShop(shop.id, async (tx) => {
    const version = await saveModel(tx, shop.id, {
      ...{ kind: "buyers", trainedAt: now, figures: figuresOf(learned), weights: null },
      basis: { ...basis, ...learnedOf(learned, horizon) },
    });
    await replacePredictions(tx, predictions, { version, madeAt: now });
  });
}

function basisOf({ past, orders }: NamedPast, first: Day): ModelBasis {
  return {
    ...{ from: orders === 0 ? null : dateOf(first), to: orders === 0 ? null : dateOf(past.until) },
    ...{ orders, buyers: past.customers, products: 0 },
  };
}

/** What a model card shows beyond figures; see show-models.ts. */
function learnedOf({ model, leaving, lookBack }: BuyersLearned, horizonDays: number) {
  if (lookBack === null) return { horizonDays, model, leaving, heldBack: null };
  const { from, to, customers, left, calibration, groups, beatsBase } = lookBack;
  return {
    ...{ horizonDays, model, leaving },
    heldBack: { from, to, customers, left, calibration, groups, beatsBase },
  };
}

function figuresOf({ lookBack }: BuyersLearned): ModelFigure[] {
  if (lookBack === null) return [];
  const protocol = `learned up to ${dateOf(lookBack.from - 1)}, asked about ${dateOf(lookBack.from)} to ${dateOf(lookBack.to)}`;
  return lookBack.figures.map((figure) => ({ ...figure, protocol }));
}

function predictionsOf(learned: BuyersLearned, { members, past }: NamedPast): MemberPrediction[] {
  const { expected, next, groups, scores, reasons, purchases, lastOrders } = learned;
  return learned.places.map((place, n) => ({
    memberId: members[place] ?? "",
    ...{ alive: boundedOf(expected.alive, n), orders: boundedOf(expected.orders, n) },
    ...{ value: boundedOf(expected.value, n), leaving: boundedOf(expected.leaving, n) },
    next: next[n] ?? null,
    group: groups[n] ?? "need-attention",
    scores: scores[n] ?? { recency: 3, frequency: 3, money: 3 },
    ...{ purchases: purchases[n] ?? 1, lastOrderOn: lastOrders[n] ?? past.until },
    reasons: reasons[n] ?? [],
  }));
}

function boundedOf({ value, low, high }: Expected, n: number): Bounded {
  return { value: value[n] ?? 0, low: low[n] ?? 0, high: high[n] ?? 0 };
}
