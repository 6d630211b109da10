import { saveCatalogue } from "../../app/db/catalogue.ts";
import { saveMemberPicks, saveProductPicks } from "../../app/db/picks.ts";
import type { ShopRow } from "../../app/db/shops.ts";
import {
  recommenderOf,
  type Recommender,
  type ShelfProduct,
} from "../../app/insight/recommend/recommender.ts";
import { FIRST_RULES } from "../../app/insight/recommend/rules.ts";
import { historiesOf, trainShop, type ShopPurchases } from "../../app/insight/recommend/shop-model.ts";
import { historyOf, type Histories } from "../../app/insight/recommend/visits.ts";
import { productId, SOLD_PRODUCTS } from "../protocol.ts";
import { purchases } from "../purchases.ts";
import { FIRST_MEMBER, type Ground, type OurWork } from "./work.ts";

const PRODUCTS = 10_000;
const SERVED = { orders: 30_000, products: SOLD_PRODUCTS };
/** Worked out and kept at once. */
const KEPT_AT_ONCE = 500;

/** Recommendations of a large shop: learned from its orders, and served in the process. */
export function recommendWorks({
  seed,
  random,
  members,
  services,
  shops,
  knowMembers,
}: Ground & { knowMembers(): Promise<void> }): Record<
  `recommend-${"train" | "beside" | "member" | "door"}`,
  OurWork
> {
  let bought: ShopPurchases | undefined;
  let isKept = false;
  let serving: { recommender: Recommender; histories: Histories } | undefined;
  const ready = async () => {
    serving ??= open(seed);
  };
  const served = () => {
    if (serving === undefined) throw new Error("there is no shop to recommend in yet");
    return serving;
  };
  return {
    "recommend-train": {
      async prepare({ transactions }) {
        if (bought?.orders !== transactions)
          bought = purchases(seed, { orders: transactions, products: PRODUCTS });
      },
      async once() {
        if (bought === undefined) throw new Error("there is nothing to learn from yet");
        trainShop(bought);
        return bought.orders;
      },
    },
    "recommend-beside": {
      prepare: ready,
      async once() {
        served().recommender.forProducts([productId(Math.floor(random() * SERVED.products))]);
        return 1;
      },
    },
    "recommend-member": {
      prepare: ready,
      async once() {
        const { recommender, histories } = served();
        const history = historyOf(histories, Math.floor(random() * (histories.first.length - 1)));
        recommender.forCustomer({ history, ...NOTHING_MORE });
        return 1;
      },
    },
    /** What is asked for over HTTP is worked out beforehand, for every product and every member of the first shop. */
    "recommend-door": {
      async prepare() {
        const [shop] = shops;
        if (shop === undefined || isKept) return;
        isKept = true;
        await Promise.all([ready(), knowMembers()]);
        await keepAll(services, shop, { ...served(), members });
      },
      once: async () => 0,
    },
  };
}

const NOTHING_MORE = { notForMe: new Set<string>(), offers: [], available: 0n };

interface Kept {
  recommender: Recommender;
  histories: Histories;
  members: number;
}

async function keepAll(
  { db, clock }: Ground["services"],
  shop: ShopRow,
  { recommender, histories, members }: Kept,
): Promise<void> {
  const now = clock();
  const products = Array.from({ length: SERVED.products }, (_, place) => productOf(productId(place), place));
  for (const some of inParts(products)) {
    const sold = some.map((product) => ({
      ...{ ...product, handle: product.id, image: null, cost: null, tracked: true, createdAt: now },
      ...{ tags: [...product.tags], collections: [...product.collections] },
      status: "active" as const,
    }));
    await saveCatalogue(db.sql, shop.id, { products: sold, now });
    const picks = new Map(some.map(({ id }) => [id, recommender.forProducts([id])]));
    await saveProductPicks(db.sql, shop.id, { picks, now });
  }
  const customers = histories.first.length - 1;
  for (const some of inParts(Array.from({ length: members }, (_, place) => place))) {
    const picks = new Map(
      some.map((place) => {
        const history = historyOf(histories, place % customers);
        return [String(FIRST_MEMBER + place), recommender.forCustomer({ history, ...NOTHING_MORE })];
      }),
    );
    await saveMemberPicks(db.sql, shop.id, { picks, now });
  }
}

function* inParts<T>(list: readonly T[]): Iterable<T[]> {
  for (let from = 0; from < list.length; from += KEPT_AT_ONCE) yield list.slice(from, from + KEPT_AT_ONCE);
}

function open(seed: number): { recommender: Recommender; histories: Histories } {
  const bought = purchases(seed, SERVED);
  const known = Array.from({ length: SERVED.products }, (_, place) => productId(place));
  const recommender = recommenderOf({
    products: known.map((id, place) => productOf(id, place)),
    ...{ known, model: trainShop(bought).model, rules: FIRST_RULES, today: bought.today },
  });
  return { recommender, histories: historiesOf(bought) };
}

function productOf(id: string, place: number): ShelfProduct {
  return {
    ...{
      id,
      title: `Thing of kind ${place % 250}`,
      vendor: `Maker ${place % 40}`,
      productType: `Type ${place % 60}`,
    },
    ...{
      tags: [],
      collections: [`shelf-${place % 30}`],
      status: "active",
      published: true,
      inStock: place % 20 > 0,
    },
    ...{
      giftCard: false,
      price: BigInt(500 + (place % 100) * 50),
      margin: 0.4,
      lowered: 1,
      createdOn: 19_000,
    },
  };
}
