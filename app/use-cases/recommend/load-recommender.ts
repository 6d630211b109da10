import { latestModel } from "../../db/models.ts";
import type { ShopRow } from "../../db/shops.ts";
import { unpack } from "../../insight/recommend/pack.ts";
import { recommenderOf, type Recommender } from "../../insight/recommend/recommender.ts";
import { trainShop, type ShopModel } from "../../insight/recommend/shop-model.ts";
import type { ProductId } from "../../loyalty/ids.ts";
import { MINUTE, type Instant } from "../../loyalty/time.ts";
import { todayIn } from "../analytics/today.ts";
import type { Services } from "../services.ts";
import { unfolded } from "./kept-weights.ts";
import { pointsOffers, type LevelOffer } from "./points-offers.ts";
import { readRules } from "./read-rules.ts";
import { readShelf, type OnSale } from "./read-shelf.ts";

/** What was learned, with the ids that its places mean. */
export interface KeptModel {
  known: string[];
  model: ShopModel;
}

export interface LoadedRecommender {
  recommender: Recommender;
  offers: LevelOffer[];
  /** Of the model; 0 before there is one. */
  version: number;
  /** What most people bought lately. */
  bestSeller: ProductId | null;
  /** All that the store sells, by id. */
  sold: ReadonlyMap<ProductId, OnSale>;
}

interface Remembered {
  loaded: Promise<LoadedRecommender>;
  until: Instant;
}

/** Stock and rules may be so old where somebody asks. */
const REMEMBERED_MS = MINUTE;
const MOST_SHOPS = 8;
const remembered = new WeakMap<Services["db"], Map<number, Remembered>>();

type Asking = Pick<Services, "db" | "clock">;

/** A shop's recommender, made ready and kept for a minute: to make one takes far longer than to ask it. */
export function loadRecommender(services: Asking, shop: ShopRow): Promise<LoadedRecommender> {
  const shops = remembered.get(services.db) ?? new Map<number, Remembered>();
  remembered.set(services.db, shops);
  const now = services.clock();
  const known = shops.get(shop.id);
  if (known !== undefined && known.until > now) return known.loaded;
  const loaded = makeRecommender(services, shop);
  shops.delete(shop.id);
  shops.set(shop.id, { loaded, until: now + REMEMBERED_MS });
  for (const oldest of [...shops.keys()].slice(0, -MOST_SHOPS)) shops.delete(oldest);
  loaded.catch(() => shops.delete(shop.id));
  return loaded;
}

/** The next who asks is answered by what holds now. */
export function forgetRecommender({ db }: Pick<Services, "db">, shopId: number): void {
  remembered.get(db)?.delete(shopId);
}

export async function makeRecommender({ db, clock }: Asking, shop: ShopRow): Promise<LoadedRecommender> {
  const now = clock();
  const today = todayIn(shop.timezone, now);
  const [stored, { rules }, products] = await Promise.all([
    latestModel(db.sql, shop.id, "recommend"),
    readRules(db.sql, shop.id),
    readShelf(db.sql, shop, now),
  ]);
  const kept =
    stored?.weights == null ? nothingLearned(today) : unpack<KeptModel>(await unfolded(stored.weights));
  const idOfHandle = new Map(products.flatMap(({ id, handle }) => (handle === null ? [] : [[handle, id]])));
  return {
    recommender: recommenderOf({ ...kept, products, rules, today }),
    offers: await pointsOffers(db.sql, shop, { now, idOfHandle }),
    version: stored?.version ?? 0,
    bestSeller: kept.known[kept.model.popular[0] ?? -1] ?? null,
    sold: new Map(products.map((product) => [product.id, product])),
  };
}

/** Before the first night: products alike and new ones are recommended without anything learned. */
function nothingLearned(today: number): KeptModel {
  const none = new Int32Array();
  const { model } = trainShop({
    ...{ order: none, member: none, product: none, day: none },
    ...{ orders: 0, members: 0, products: 0, today },
  });
  return { known: [], model };
}
