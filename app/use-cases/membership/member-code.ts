import { createHmac, timingSafeEqual } from "node:crypto";
import type { ShopRow } from "../../db/shops.ts";
import type { MemberId } from "../../loyalty/ids.ts";

/** Crockford's base 32: no I, L, O or U, so that nothing read aloud or typed is taken for something else. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 5 bits a character: 40 bits, which whoever may guess once a second needs thirty thousand years for. */
const PROOF_LENGTH = 8;
const LARGEST_ID = 10n ** 18n;

/**
 * What a member shows at the till: their customer id, and a proof of it that only the shop's secret makes. Nothing is
 * kept of it; the same member always has the same one, which stays good after their account was merged into another.
 */
export function memberCodeOf(shop: Pick<ShopRow, "id" | "salt">, memberId: MemberId): string {
  const id = encode(BigInt(memberId));
  return `${id}${proofOf(shop, memberId)}`;
}

/** As people read it: "7K3M-Q9ZT-…". */
export function groupedCode(code: string): string {
  return code.match(/.{1,4}/g)?.join("-") ?? code;
}

/** The customer id that the code proves; null for anything else. Forgives case, spaces, dashes, and O for 0, I or L for 1. */
export function memberIdIn(shop: Pick<ShopRow, "id" | "salt">, text: string): MemberId | null {
  const code = text.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  if (!/^[1-9A-HJKMNP-TV-Z][0-9A-HJKMNP-TV-Z]{8,19}$/.test(code)) return null;
  const id = decode(code.slice(0, -PROOF_LENGTH));
  if (id >= LARGEST_ID) return null;
  const proof = Buffer.from(code.slice(-PROOF_LENGTH));
  return timingSafeEqual(proof, Buffer.from(proofOf(shop, id.toString()))) ? id.toString() : null;
}

function proofOf({ id, salt }: Pick<ShopRow, "id" | "salt">, memberId: MemberId): string {
  const digest = createHmac("sha256", salt).update(`member code ${id} ${memberId}`).digest();
  const bits = BigInt(`0x${digest.subarray(0, 5).toString("hex")}`);
  return encode(bits).padStart(PROOF_LENGTH, "0");
}

function encode(number: bigint): string {
  let text = "";
  for (let left = number; left > 0n; left /= 32n) text = `${ALPHABET[Number(left % 32n)]}${text}`;
  return text;
}

function decode(text: string): bigint {
  return [...text].reduce((number, character) => number * 32n + BigInt(ALPHABET.indexOf(character)), 0n);
}
