import { guestLimit } from "./guest-limit.server.ts";
import { rateLimit } from "./rate-limit.server.ts";

/** Whoever clicks as fast as they can asks a few times a second for some seconds, never for a minute. */
const READS_A_MINUTE = { member: 120, staff: 600, guest: 60, guests: 1_200 };
const MINUTE_MS = 60_000;

/** Who reads, as the store vouched for it; `shop` is any one name of theirs. */
export interface Reader {
  shop: string;
  memberId: string | null;
  /** "shopper", or the id of a member of staff. */
  actor: string;
}

/** Seconds until they may read again; 0 for now, and then it counts as read. */
export type ReadLimit = (reader: Reader, headers: Headers) => number;

/**
 * So that nobody who asks without end takes the time that the store's own news needs. Members and staff are known by what
 * the store signed; guests are told from each other by where they ask from, which is little to go by.
 */
export function readLimit(): ReadLimit {
  const untilNext = {
    member: rateLimit(READS_A_MINUTE.member, MINUTE_MS),
    staff: rateLimit(READS_A_MINUTE.staff, MINUTE_MS),
    guest: guestLimit({
      ofAShop: READS_A_MINUTE.guests,
      ofOne: READS_A_MINUTE.guest,
      windowMs: MINUTE_MS,
    }),
  };
  return ({ shop, memberId, actor }, headers) => {
    if (actor !== "shopper") return untilNext.staff(`${shop} ${actor}`);
    return memberId === null ? untilNext.guest(shop, headers) : untilNext.member(`${shop} ${memberId}`);
  };
}
