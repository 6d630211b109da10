import { findBuyers, type Buyer } from "../../db/buyers.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { RecentOrder } from "../../db/whole-members.ts";
import {
  ALIKE_WITHIN,
  fairnessOf,
  FEWEST_MEMBERS,
  FEWEST_ORDERS,
  quantileBounds,
  type EarnedOrder,
  type Fairness,
} from "../../insight/fairness.ts";
import { tierMultiplier, evaluateOrder } from "../../loyalty/earning.ts";
import { formatMoney } from "../../loyalty/money.ts";
import type { Programme } from "../../loyalty/programme.ts";
import { DAY, type Instant } from "../../loyalty/time.ts";
import { pointsOf } from "../programme/plan-earning.ts";
import type { Services } from "../services.ts";

/** Whoever bought for the first time less than this before counts as new. */
const NEW_FOR = 90 * DAY;
const SIZES = ["small", "medium", "large"] as const;
const DIMENSIONS = ["tenure", "language", "channel", "size"] as const;

export type { GroupEffect } from "../../insight/fairness.ts";
export type Dimension = (typeof DIMENSIONS)[number];

export interface FairnessNote {
  /** Orders that were looked at. */
  orders: number;
  dimensions: (Fairness & { dimension: string })[];
  /** Where small orders end and large ones begin, in the shop's currency; null without orders. */
  sizes: { small: string; large: string } | null;
  /** Points in the groups are for each unit of the currency. */
  currency: string;
  /** Below these a group is not judged; `alike` is the share by which changes may differ and be the same. */
  floors: { orders: number; members: number; alike: number };
}

export interface Compared {
  recent: readonly RecentOrder[];
  before: Programme;
  after: Programme;
  now: Instant;
}

/** Whether a change treats new and old members, languages, channels and order sizes otherwise than what they spend. */
export async function noteFairness(
  { db }: Pick<Services, "db">,
  shop: ShopRow,
  { recent, before, after, now }: Compared,
): Promise<FairnessNote> {
  const ids = [...new Set(recent.flatMap(({ order }) => order.customerId ?? []))];
  const buyers = await findBuyers(db.sql, shop.id, ids);
  const values = recent.map((one) => valueOf(one, before));
  const [small = 0, large = 0] = quantileBounds(values, SIZES.length);
  const orders = recent.flatMap((one, place): EarnedOrder[] => {
    const { customerId, channel } = one.order;
    const value = values[place] ?? 0;
    if (customerId === null || value === 0) return [];
    const buyer = buyers.get(customerId);
    return [
      {
        member: customerId,
        value: value / unitOf(before.currency),
        before: Number(pointsOf(one, before)),
        after: Number(pointsOf(one, after)),
        groups: {
          tenure: tenureOf(buyer, now),
          language: buyer?.locale?.split("-")[0] ?? null,
          channel,
          size: value < small ? "small" : value < large ? "medium" : "large",
        },
      },
    ];
  });
  return {
    orders: orders.length,
    dimensions: fairnessOf(orders, DIMENSIONS),
    sizes: orders.length === 0 ? null : { small: moneyOf(small, before), large: moneyOf(large, before) },
    currency: before.currency,
    floors: { orders: FEWEST_ORDERS, members: FEWEST_MEMBERS, alike: ALIKE_WITHIN },
  };
}

function tenureOf(buyer: Buyer | undefined, now: Instant): string | null {
  if (buyer === undefined) return null;
  return buyer.since > now - NEW_FOR ? "new" : "old";
}

/** In minor units; a rough number is enough to tell large orders from small ones. */
function valueOf({ order, products, level }: RecentOrder, programme: Programme): number {
  const { value } = evaluateOrder(order, {
    programme,
    tierId: level,
    tierMultiplier: tierMultiplier(programme, level),
    product: (id) => products[id] ?? null,
  });
  return Number(value.n) / Number(value.d);
}

function unitOf(currency: string): number {
  return 10 ** (formatMoney(0n, currency).split(".")[1]?.length ?? 0);
}

function moneyOf(minorUnits: number, { currency }: Programme): string {
  return formatMoney(BigInt(Math.round(minorUnits)), currency);
}
