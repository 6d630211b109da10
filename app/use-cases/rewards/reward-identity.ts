import { createHmac } from "node:crypto";
import type { ShopRow } from "../../db/shops.ts";
import type { MemberId, RedemptionId } from "../../loyalty/ids.ts";

type Secret = Pick<ShopRow, "salt">;

/** No letters or digits that people take for one another. */
const ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const CODE_LENGTH = 15;
/** Shopify's gift cards take at most 20 characters. */
const GIFT_CARD_LENGTH = 20;
const GROUP = 5;

/**
 * The redemption that a member's request makes: the same request, sent again, means the same one. `key` is the
 * request's own, made by the page it comes from.
 */
export function redemptionIdOf({ salt }: Secret, memberId: MemberId, key: string): RedemptionId {
  const digest = createHmac("sha256", salt).update(`redemption ${memberId} ${key}`).digest("base64url");
  return `r${digest.slice(0, 24)}`;
}

/**
 * The code a redemption has at the checkout, now and whenever it is asked for again: that is how a lost answer of the
 * store never makes a second one. Without the shop's secret it cannot be told from the redemption's id, and is one of
 * 31^15 (74 bits).
 */
export function rewardCodeOf({ salt }: Secret, redemptionId: RedemptionId): string {
  return codeOf(createHmac("sha256", salt).update(`reward code ${redemptionId}`).digest(), CODE_LENGTH);
}

/** The same for a gift card, which is money to whoever has its code: 99 bits. */
export function giftCardCodeOf({ salt }: Secret, redemptionId: RedemptionId): string {
  return codeOf(createHmac("sha256", salt).update(`gift card ${redemptionId}`).digest(), GIFT_CARD_LENGTH);
}

/** A member's code of a reward that was given to many. */
export function issuedCodeOf({ salt }: Secret, issueId: string, memberId: MemberId): string {
  return codeOf(
    createHmac("sha256", salt).update(`issued code ${issueId} ${memberId}`).digest(),
    CODE_LENGTH,
  );
}

/** "ABCDE-FGHJK-MNPQR": 256 bits are so many more than needed that every letter is as likely as any other. */
function codeOf(digest: Buffer, length: number): string {
  let left = BigInt(`0x${digest.toString("hex")}`);
  let code = "";
  for (let place = 0; place < length; place++) {
    if (place > 0 && place % GROUP === 0) code += "-";
    code += ALPHABET[Number(left % BigInt(ALPHABET.length))];
    left /= BigInt(ALPHABET.length);
  }
  return code;
}
