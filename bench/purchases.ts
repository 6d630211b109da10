import type { ShopPurchases } from "../app/insight/recommend/shop-model.ts";
import { geometric, randomOf, zipf } from "./random.ts";

/** Each customer buys about five times, two or three things at once: half of it of a taste of their own. */
const ORDERS_OF_EACH = 5;
const THINGS = 2.5;
const TASTES = 200;
const TODAY = 20_000;
const DAYS = 900;

/** What a shop with so many products sold in so many orders: the same for the same seed. */
export function purchases(
  seed: number,
  { orders, products }: { orders: number; products: number },
): ShopPurchases {
  const random = randomOf(seed);
  const popular = zipf(random, products, 0.9);
  const members = Math.ceil(orders / ORDERS_OF_EACH);
  const shelf = Math.max(1, Math.floor(products / TASTES));
  const rows: number[] = [];
  for (let order = 0; order < orders; order++) {
    const member = Math.floor(random() * members);
    const day = TODAY - Math.floor(random() * DAYS);
    for (let left = geometric(random, THINGS); left > 0; left--) {
      const own = ((member * 37) % TASTES) * shelf + Math.floor(random() * shelf);
      rows.push(order, member, day, random() < 0.5 ? Math.min(own, products - 1) : popular());
    }
  }
  const column = (place: number) =>
    Int32Array.from({ length: rows.length / 4 }, (_, row) => rows[row * 4 + place] ?? 0);
  return {
    ...{ order: column(0), member: column(1), day: column(2), product: column(3) },
    ...{ orders, members, products, today: TODAY },
  };
}
