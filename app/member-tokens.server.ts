import { createHmac, timingSafeEqual } from "node:crypto";
import type { ShopRow } from "./db/shops.ts";
import type { MemberId } from "./loyalty/ids.ts";
import { HOUR, type Instant } from "./loyalty/time.ts";

const GOOD_FOR = 2 * HOUR;

/**
 * What a page of the shop must send back with whatever changes something: another site can make a signed-in shopper's
 * browser send a form, but can not read this. Bound to the member and to the time.
 */
export function memberToken(shop: ShopRow, memberId: MemberId, now: Instant): string {
  const ends = (now + GOOD_FOR).toString(36);
  return `${ends}.${proofOf(shop, memberId, ends)}`;
}

export function isMemberToken(
  shop: ShopRow,
  memberId: MemberId,
  { token, now }: { token: string; now: Instant },
): boolean {
  const [, ends, proof] = /^([0-9a-z]{6,12})\.([\w-]{43})$/.exec(token) ?? [];
  if (ends === undefined || proof === undefined) return false;
  const isRight = timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(shop, memberId, ends)));
  return isRight && Number.parseInt(ends, 36) > now;
}

function proofOf({ salt, id }: ShopRow, memberId: MemberId, ends: string): string {
  return createHmac("sha256", salt).update(`member token ${id} ${memberId} ${ends}`).digest("base64url");
}
