import { createHmac, randomBytes } from "node:crypto";
import { networkOf } from "./networks.server.ts";
import { rateLimit } from "./rate-limit.server.ts";

/** Seconds until this guest of the shop may ask again; 0 for now, and then it counts as asked. */
export type GuestLimit = (shopId: string, headers: Headers) => number;

export interface GuestTerms {
  /** Of all guests of a shop together. */
  ofAShop: number;
  /** Of one guest, while the shop's are more than half used up. */
  ofOne: number;
  windowMs: number;
  clock?: () => number;
}

/** What the shop's guests may ask, part by part. */
const BUSY_FROM = 0.5;
const FROM_ONE_ADDRESS = 0.8;

/**
 * Lets the guests of a shop ask so many times a minute, and no single one take it all. Who asks stands in no signed word,
 * only in the addresses that the request came by, and what of these was written by whom depends on where the app runs.
 * So one guest is the last two addresses, and is held back only while the shop is busy: where a proxy shows all guests as
 * one, they share half. Whoever writes addresses of their own before them is still one by the last, and leaves a fifth.
 *
 * Addresses are kept as hashes under a key that no one else has and that ends with the process, for as long as they count.
 */
export function guestLimit({ ofAShop, ofOne, windowMs, clock }: GuestTerms): GuestLimit {
  const key = randomBytes(32);
  const limited = (times: number) => rateLimit(times, windowMs, clock);
  const untilNext = { ofOne: limited(ofOne), ofAShop: limited(ofAShop) };
  const untilQuiet = limited(ofAShop * BUSY_FROM);
  const untilNextFromAddress = limited(ofAShop * FROM_ONE_ADDRESS);
  return (shopId, headers) => {
    const [last, before = ""] = addressesOf(headers);
    const keyed = (...words: string[]) =>
      createHmac("sha256", key)
        .update(JSON.stringify([shopId, ...words]))
        .digest("base64url");
    const own = last === undefined ? 0 : untilNext.ofOne(keyed(last, before));
    const isBusy = untilQuiet(shopId) > 0;
    if (isBusy && own > 0) return own;
    const fromThere = last === undefined ? 0 : untilNextFromAddress(keyed(last));
    return fromThere > 0 ? fromThere : untilNext.ofAShop(shopId);
  };
}

/** The addresses that the request came by, the nearest first. */
function addressesOf(headers: Headers): string[] {
  return (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((address) => networkOf(address.trim()))
    .filter((address) => address !== "")
    .reverse();
}
