/**
 * A reward of the programme as far as it pays for products. Prices are in minor units of the shop's currency. One whose
 * cost slides is none: in the store nobody can have it for a product with one press.
 */
export type PointsOffer =
  /** It gives this very product. */
  | { kind: "product"; rewardId: string; productId: string; points: bigint }
  /** It takes `value` off a basket worth `minimum` or more. */
  | { kind: "amount"; rewardId: string; points: bigint; value: bigint; minimum: bigint };

export interface Paid {
  rewardId: string;
  points: bigint;
}

/** The offer that pays for the whole product with the fewest points; null where these points do not reach. */
export function paidWith(
  offers: readonly PointsOffer[],
  product: { id: string; price: bigint | null },
  available: bigint,
): Paid | null {
  let best: Paid | null = null;
  for (const offer of offers) {
    const points = pointsFor(offer, product);
    if (points === null || points > available || (best !== null && best.points <= points)) continue;
    best = { rewardId: offer.rewardId, points };
  }
  return best;
}

function pointsFor(offer: PointsOffer, { id, price }: { id: string; price: bigint | null }): bigint | null {
  if (offer.kind === "product") return offer.productId === id ? offer.points : null;
  if (price === null || price <= 0n || price < offer.minimum) return null;
  return offer.value >= price ? offer.points : null;
}
