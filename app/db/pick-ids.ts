import { createHmac, timingSafeEqual } from "node:crypto";
import type { ProductId } from "../loyalty/ids.ts";
import type { ShopRow } from "./shops.ts";

/** Where a recommendation stands: beside a product, or in one of a member's lists. */
export const PICK_LISTS = ["beside", "again", "fresh", "due", "reachable"] as const;
export type PickList = (typeof PICK_LISTS)[number];

/** A recommendation that was shown somewhere; never to whom. */
export interface PickKey {
  list: PickList;
  /** The product that it stood beside; null for none. */
  sourceId: ProductId | null;
  productId: ProductId;
}

type Signing = Pick<ShopRow, "id" | "salt">;

/**
 * "beside.501.502.Zk3f9aQ1w2": by which pages, addresses and orders name a recommendation. Signed, so that nobody can
 * count one that the shop never made.
 */
export function pickId(shop: Signing, key: PickKey): string {
  const named = `${key.list}.${key.sourceId ?? "0"}.${key.productId}`;
  return `${named}.${proofOf(shop, named)}`;
}

/** null for what is none of this shop's. */
export function readPickId(shop: Signing, text: string): PickKey | null {
  const [, named, list, source, product, proof] =
    /^(([a-z]{2,12})\.(\d{1,18})\.(\d{1,18}))\.([\w-]{10})$/.exec(text) ?? [];
  const known = PICK_LISTS.find((name) => name === list);
  if (named === undefined || proof === undefined || known === undefined || product === undefined) return null;
  if (!timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(shop, named)))) return null;
  return {
    list: known,
    sourceId: source === undefined || source === "0" ? null : source,
    productId: product,
  };
}

function proofOf({ id, salt }: Signing, named: string): string {
  return createHmac("sha256", salt).update(`pick ${id} ${named}`).digest("base64url").slice(0, 10);
}
