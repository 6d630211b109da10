import type { Day } from "../days.ts";
import { countPeople } from "./evidence.ts";
import { trainForBaskets, type BasketModel } from "./for-baskets.ts";
import { trainForCustomers, type CustomerModel } from "./for-customers.ts";
import type { Neighbours } from "./neighbours.ts";
import { basketsOf, itemsAt, visitsOf, type Histories, type Visits } from "./visits.ts";

/** What a shop's customers bought; arrays of the same length, a product of an order at a time, orders one after the other. */
export interface ShopPurchases {
  order: Int32Array;
  /** Below 0 for guests. */
  member: Int32Array;
  product: Int32Array;
  day: Int32Array;
  orders: number;
  members: number;
  products: number;
  /** What lies behind it comes from a clock that was wrong, and is taken for today. */
  today: Day;
}

/** What was learned of a shop, by the places of its products: numbers and typed arrays alone, so that it can be kept. */
export interface ShopModel {
  customers: CustomerModel;
  baskets: BasketModel;
  /** Who bought what with what, at whatever time. */
  people: Neighbours;
  /** How many people bought each product in the last `popularDays`, and which most did. */
  buyers: Int32Array;
  popularDays: number;
  popular: number[];
  today: Day;
}

export interface TrainedShop {
  model: ShopModel;
  figures: HeldFigure[];
}

/** How well it foresees, on this shop's own last visits and baskets, with the bounds of an interval of 95 %. */
export interface HeldFigure {
  name: "again" | "new" | "basket";
  value: number;
  base: number;
  low: number;
  high: number;
  rows: number;
}

const POPULAR_DAYS = 90;
const MOST_POPULAR = 300;

export function trainShop(bought: ShopPurchases): TrainedShop {
  // One after the other: orders and histories of a large shop at once would take twice the room.
  const { baskets, figure: basket } = trainForBaskets(ordersOf(bought), bought.products);
  const histories = historiesOf(bought);
  const { customers, figures } = trainForCustomers(histories, bought.products);
  const buyers = countBuyers(histories, bought);
  const popular = Array.from(buyers.keys())
    .filter((product) => (buyers[product] ?? 0) > 0)
    .sort((a, b) => (buyers[b] ?? 0) - (buyers[a] ?? 0) || a - b);
  return {
    model: {
      ...{ customers, baskets, people: countPeople(histories, bought.products) },
      ...{ buyers, popularDays: POPULAR_DAYS, popular: popular.slice(0, MOST_POPULAR), today: bought.today },
    },
    figures: basket === null ? figures : [...figures, basket],
  };
}

/** The days on which each member bought. */
export function historiesOf({ member, product, day, members, products, today }: ShopPurchases): Histories {
  const known = member.map((_, row) => row).filter((row) => (member[row] ?? -1) >= 0);
  return visitsOf({
    customer: known.map((row) => member[row] ?? 0),
    item: known.map((row) => product[row] ?? 0),
    day: Float64Array.from(known, (row) => Math.min(today, day[row] ?? 0)),
    ...{ customers: members, items: products },
  });
}

function ordersOf({ order, product, day, orders, products, today }: ShopPurchases): Visits {
  const days = Float64Array.from(day, (each) => Math.min(today, each));
  return basketsOf({ customer: order, item: product, day: days, customers: orders, items: products });
}

/** How many people bought each product lately. */
function countBuyers({ visits, first }: Histories, { products, today }: ShopPurchases): Int32Array {
  const buyers = new Int32Array(products);
  const counted = new Int32Array(products).fill(-1);
  for (let who = 0; who + 1 < first.length; who++)
    for (let visit = first[who] ?? 0; visit < (first[who + 1] ?? 0); visit++) {
      if ((visits.day[visit] ?? 0) <= today - POPULAR_DAYS) continue;
      for (const item of itemsAt(visits, visit)) {
        if (counted[item] === who) continue;
        counted[item] = who;
        buyers[item] = (buyers[item] ?? 0) + 1;
      }
    }
  return buyers;
}
