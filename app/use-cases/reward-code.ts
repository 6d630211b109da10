import { randomInt } from "node:crypto";

/** No letters or digits that people take for one another. */
const ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const LENGTH = 14;

/** A discount code nobody can guess: 31^14 possibilities, 69 bits. */
export function newRewardCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}
