import type { Id } from "./types.ts";

/**
 * Where each kind's numbers begin, in the size range Shopify's have. They rise in steps of 32768, as those of a
 * busy shop do, so that nobody comes to rely on ids that follow one another.
 */
const BASES = {
  shop: 60_000_000_000,
  customer: 7_012_000_000_000,
  product: 8_012_000_000_000,
  variant: 44_012_000_000_000,
  collection: 4_012_000_000_000,
  order: 5_612_000_000_000,
  line: 14_012_000_000_000,
  shippingLine: 4_612_000_000_000,
  refund: 912_000_000_000,
  refundLine: 512_000_000_000,
  refundShippingLine: 312_000_000_000,
  adjustment: 212_000_000_000,
  transaction: 6_712_000_000_000,
  metafield: 24_012_000_000_000,
  metafieldDefinition: 112_000_000_000,
  subscription: 1_412_000_000_000,
  inventoryItem: 46_012_000_000_000,
  discount: 1_312_000_000_000,
  validation: 412_000_000_000,
  segment: 1_612_000_000_000,
  webPixel: 1_712_000_000,
  redeemCode: 18_012_000_000_000,
  codeBulkCreation: 1_112_000_000_000,
  storeCreditAccount: 1_512_000_000,
  storeCreditEntry: 2_512_000_000,
  giftCard: 612_000_000_000,
  giftCardEntry: 712_000_000_000,
  other: 1_012_000_000_000,
} as const;

/** The one location every shop of the sandbox has: its till stands there. */
export const LOCATION = 61_234_567_890;

export type IdKind = keyof typeof BASES;

const STEP = 32_768;
const OFFSET = 11;

/** The number of the n-th (from 1) thing of its kind. */
export function idNumber(kind: IdKind, n: number): number {
  return BASES[kind] + n * STEP + OFFSET;
}

export function gid(type: string, id: Id | number): string {
  return `gid://shopify/${type}/${id}`;
}

/** The number in "gid://shopify/Customer/7012345678901?…", as a string; a bare number is answered as it is. */
export function idOf(gidOrId: string): Id {
  const match = /(\d+)(?:\?.*)?$/.exec(gidOrId);
  if (!match?.[1]) throw new Error(`Not an id: ${gidOrId}`);
  return match[1];
}
