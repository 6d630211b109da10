import { latestModel, saveModel, type ModelBasis } from "../../db/models.ts";
import { readBehaviour, saveClusters, type BehaviourRow } from "../../db/segments/behaviour.ts";
import type { ShopRow } from "../../db/shops.ts";
import { dateOf, type Day } from "../../insight/days.ts";
import { FEATURES, type Behaviour, type Feature } from "../../insight/segments/behaviour.ts";
import { LEAST_BUYERS, type Cluster, type Clusters } from "../../insight/segments/clusters.ts";
import { currencyDecimals } from "../../loyalty/money.ts";
import { todayIn } from "../analytics/today.ts";
import { runApart } from "../insight/apart.ts";
import type { Services } from "../services.ts";

const PROTOCOL = "clusters";

/** Looks for types of customers by how they buy, and keeps who is of which. */
export async function findShopClusters(
  services: Pick<Services, "db" | "clock">,
  shop: ShopRow,
): Promise<void> {
  const { db, clock } = services;
  const trainedAt = clock();
  const rows = await readBehaviour(db.sql, shop.id, shop.timezone);
  const today = todayIn(shop.timezone, trainedAt);
  const before = await lastClusters(services, shop);
  const behaviour = behaviourOf(rows, { today, unit: 10 ** currencyDecimals(shop.currency) });
  const found = rows.length < LEAST_BUYERS ? null : await runApart("clusters", { behaviour, before });
  const kept = {
    memberIds: found === null ? [] : rows.map(({ memberId }) => memberId),
    numbers: found === null ? [] : [...found.of],
  };
  await db.inShop(shop.id, async (tx) => {
    await saveClusters(tx, kept);
    const basis = basisOf(rows, found);
    await saveModel(tx, shop.id, {
      kind: "clusters",
      trainedAt,
      basis,
      figures: figuresOf(rows, found),
      weights: null,
    });
  });
}

/** What was found last; empty where that is nothing. */
export async function lastClusters({ db }: Pick<Services, "db">, shop: ShopRow): Promise<Cluster[]> {
  const model = await latestModel(db.sql, shop.id, "clusters");
  const clusters = model?.basis["clusters"];
  return Array.isArray(clusters) ? (clusters as Cluster[]) : [];
}

function behaviourOf(
  rows: readonly BehaviourRow[],
  { today, unit }: { today: Day; unit: number },
): Behaviour {
  const values = new Float64Array(rows.length * FEATURES.length);
  rows.forEach((row, n) => {
    const known: Record<Feature, number> = {
      recency: Math.max(0, today - row.lastOn),
      orders: row.purchases,
      basket: row.spent / unit / row.purchases,
      gap: row.gap,
      pieces: row.pieces,
      repeats: row.repeats,
      till: row.till,
      returns: row.returns,
      rewards: row.rewards,
    };
    FEATURES.forEach((feature, column) => (values[n * FEATURES.length + column] = known[feature]));
  });
  return { values, customers: rows.length };
}

function basisOf(rows: readonly BehaviourRow[], found: Clusters | null): ModelBasis {
  const last = rows.reduce<Day | null>((newest, { lastOn }) => Math.max(newest ?? lastOn, lastOn), null);
  const orders = rows.reduce((sum, { purchases }) => sum + purchases, 0);
  return {
    ...{ from: null, to: last === null ? null : dateOf(last), orders, buyers: rows.length, products: 0 },
    ...(rows.length < LEAST_BUYERS ? { reason: "not-enough", needed: { buyers: LEAST_BUYERS } } : {}),
    clusters: found?.clusters ?? [],
  };
}

function figuresOf(rows: readonly BehaviourRow[], found: Clusters | null) {
  if (found === null) return [];
  const shared = { rows: rows.length, protocol: PROTOCOL };
  return [
    { name: "clusters.stability", value: found.stability, base: 0, ...shared },
    { name: "clusters.apart", value: found.apart, base: found.apartByChance, ...shared },
  ];
}
