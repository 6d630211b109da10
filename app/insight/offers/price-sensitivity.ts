/** How a member has bought, as far as prices tell. */
export interface DiscountUse {
  orders: number;
  /** Of these: bought below the full price, by a code or a sale. */
  discounted: number;
}

export interface Sensitivity extends DiscountUse {
  /** From 0 to 1: how likely their next order is to be a discounted one. */
  estimate: number;
}

/** So many orders does what the whole shop does weigh as: who has few of their own is taken for like the others. */
const SHOP_WEIGHS = 4;
/** Of a shop that nothing is known of. */
const UNKNOWN = 0.5;

/** What part of a shop's orders were discounted. */
export function shopSensitivity(all: readonly DiscountUse[]): number {
  const orders = all.reduce((sum, use) => sum + Math.max(0, use.orders), 0);
  const discounted = all.reduce((sum, use) => sum + within(use.discounted, use.orders), 0);
  return orders === 0 ? UNKNOWN : discounted / orders;
}

/**
 * The share of a member's orders that were discounted, drawn towards the shop's: the mean of a beta distribution whose
 * weight is four orders (empirical Bayes; Robbins 1956, Efron and Morris 1975). Who buys at the full price anyway has
 * little to gain from a lower one.
 */
export function sensitivityOf(use: DiscountUse, shop: number): Sensitivity {
  const orders = Math.max(0, use.orders);
  const discounted = within(use.discounted, orders);
  return { orders, discounted, estimate: (discounted + SHOP_WEIGHS * shop) / (orders + SHOP_WEIGHS) };
}

/** From here on a member is taken for one who waits for lower prices. */
const SENSITIVE = 0.5;

export function waitsForLowerPrices({ estimate }: Sensitivity): boolean {
  return estimate >= SENSITIVE;
}

/** What somebody is taken for although their own orders alone would say otherwise, being too few to say it. */
export type TakenFor = "lower" | "full";

/** null where their orders say the same, or there are none. */
export function takenOtherwise(sensitivity: Sensitivity): TakenFor | null {
  const { orders, discounted } = sensitivity;
  const waits = waitsForLowerPrices(sensitivity);
  if (orders === 0 || discounted / orders >= SENSITIVE === waits) return null;
  return waits ? "lower" : "full";
}

function within(part: number, whole: number): number {
  return Math.max(0, Math.min(part, whole));
}
