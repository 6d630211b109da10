import { listModels, type ModelBasis, type ModelFigure } from "../../db/models.ts";
import type { ShopRow } from "../../db/shops.ts";
import { addOutcomes, type Outcome } from "../../insight/recommend/feedback.ts";
import type { RecommendRules } from "../../insight/recommend/rules.ts";
import { mayBeShown, namingNothing, type Shelved } from "../../insight/recommend/shown.ts";
import type { ProductId } from "../../loyalty/ids.ts";
import type { Instant } from "../../loyalty/time.ts";
import { blocksInTheme } from "../onboarding/read-checklist.ts";
import type { Services } from "../services.ts";
import { namesOfStaff } from "../staff/staff-names.ts";
import { loadRecommender, type LoadedRecommender } from "./load-recommender.ts";
import { showPreview, type Preview, type PreviewAsked } from "./show-preview.ts";
import { readOutcomes } from "./read-shelf.ts";
import { readRules } from "./read-rules.ts";

export interface RecommendationsView {
  now: Instant;
  /** Before the first training, and before the catalogue was read, there is nothing to show. */
  isEmpty: boolean;
  model: { trainedAt: Instant; basis: ModelBasis; figures: ModelFigure[] } | null;
  /** What the store sells, and how much of it may be shown; of how many the cost is known. */
  catalogue: { sold: number; shown: number; withCost: number };
  /** Of the last 90 days, wherever something was recommended. */
  outcome: Outcome;
  /** Whether a block that recommends stands in the theme, so that something can be shown; null where the store does not say. */
  inTheme: boolean | null;
  /** Shown much and bought little: what is lowered most. */
  lowered: { productId: ProductId; title: string; shown: number; bought: number; notForMe: number }[];
  preview: Preview;
  rules: RecommendRules;
  revision: number;
  /** What the rules name, by id. */
  titles: Record<ProductId, string>;
  /** What saved rules name and no product of the store has: a type, vendor, tag or collection. */
  namingNothing: RecommendRules["excluded"];
  /** What rules may name, as the store has it. */
  words: { type: string[]; vendor: string[]; tag: string[]; collection: string[] };
  names: Record<string, string>;
}

/** The blocks of the theme extension that show recommendations. */
const RECOMMENDING: readonly string[] = ["goes-together", "for-you"];
const MOST_LOWERED = 5;
const MOST_WORDS = 200;

export async function showRecommendations(
  services: Services,
  shop: ShopRow,
  asked: PreviewAsked,
): Promise<RecommendationsView> {
  const { db, clock } = services;
  const now = clock();
  const [loaded, { rules, revision }, outcomes, models, theme] = await Promise.all([
    loadRecommender(services, shop),
    readRules(db.sql, shop.id),
    readOutcomes(db.sql, shop.id, now),
    listModels(db.sql, shop.id),
    blocksInTheme(services, shop),
  ]);
  const products = [...loaded.sold.values()];
  const model = models.find(({ kind }) => kind === "recommend") ?? null;
  return {
    ...{ now, rules, revision, isEmpty: products.length === 0 && model === null },
    model: model === null ? null : { trainedAt: model.trainedAt, basis: model.basis, figures: model.figures },
    catalogue: {
      sold: products.length,
      shown: products.filter((product) => mayBeShown(product, { ...rules, on: true })).length,
      withCost: products.filter(({ margin }) => margin !== null).length,
    },
    outcome: addOutcomes(outcomes.values()),
    inTheme: theme === null ? null : theme.blocks.some((block) => RECOMMENDING.includes(block)),
    lowered: lowestOf(loaded, outcomes),
    preview: await showPreview(services, shop, { asked, loaded }),
    titles: Object.fromEntries(
      [...rules.pinned, ...[...rules.excluded, ...rules.boosted].map(({ value }) => value)].flatMap((id) => {
        const title = loaded.sold.get(id)?.title;
        return title === undefined ? [] : [[id, title]];
      }),
    ),
    namingNothing: wordsWithout(products, rules),
    words: {
      type: wordsOf(products.map(({ productType }) => productType)),
      vendor: wordsOf(products.map(({ vendor }) => vendor)),
      tag: wordsOf(products.flatMap(({ tags }) => tags)),
      collection: wordsOf(products.flatMap(({ collections }) => collections)),
    },
    names: await namesOfStaff(services, shop),
  };
}

function lowestOf(
  { sold }: LoadedRecommender,
  outcomes: ReadonlyMap<ProductId, Outcome>,
): RecommendationsView["lowered"] {
  return [...sold.values()]
    .filter(({ lowered }) => lowered < 1)
    .sort((a, b) => a.lowered - b.lowered)
    .slice(0, MOST_LOWERED)
    .map(({ id, title }) => {
      const { shown, bought, notForMe } = outcomes.get(id) ?? addOutcomes([]);
      return { productId: id, title, shown, bought, notForMe };
    });
}

/** Before the catalogue was read nothing can be said of it; products are chosen from the store and so are there. */
function wordsWithout(
  products: readonly Shelved[],
  { excluded, boosted }: RecommendRules,
): RecommendationsView["namingNothing"] {
  if (products.length === 0) return [];
  const named = [...excluded, ...boosted].filter(({ by }) => by !== "product");
  return namingNothing(named, products).map(({ by, value }) => ({ by, value }));
}

/** The most frequent first. */
function wordsOf(words: readonly (string | null)[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
}
