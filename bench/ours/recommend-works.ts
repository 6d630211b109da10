import {
  recommenderOf,
  type Recommender,
  type ShelfProduct,
} from "../../app/insight/recommend/recommender.ts";
import { FIRST_RULES } from "../../app/insight/recommend/rules.ts";
import { historiesOf, trainShop, type ShopPurchases } from "../../app/insight/recommend/shop-model.ts";
import { historyOf, type Histories } from "../../app/insight/recommend/visits.ts";
import { purchases } from "../purchases.ts";
import type { Ground, OurWork } from "./work.ts";

const PRODUCTS = 10_000;
const SERVED = { orders: 30_000, products: 5_000 };

/** Recommendations of a large shop: learned from its orders, and served in the process. */
export function recommendWorks({
  seed,
  random,
}: Ground): Record<"recommend-train" | "recommend-beside" | "recommend-member", OurWork> {
  let bought: ShopPurchases | undefined;
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
        bought ??= purchases(seed, { orders: transactions, products: PRODUCTS });
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
        served().recommender.forProducts([`p${Math.floor(random() * SERVED.products)}`]);
        return 1;
      },
    },
    "recommend-member": {
      prepare: ready,
      async once() {
        const { recommender, histories } = served();
        const history = historyOf(histories, Math.floor(random() * (histories.first.length - 1)));
        recommender.forCustomer({ history, notForMe: new Set(), offers: [], available: 0n });
        return 1;
      },
    },
  };
}

function open(seed: number): { recommender: Recommender; histories: Histories } {
  const bought = purchases(seed, SERVED);
  const known = Array.from({ length: SERVED.products }, (_, place) => `p${place}`);
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
