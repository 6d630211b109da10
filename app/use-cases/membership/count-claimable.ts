import type { ShopRow } from "../../db/shops.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import { MINUTE, type Instant } from "../../loyalty/time.ts";
import { inTime } from "../in-time.ts";
import type { Services } from "../services.ts";

/** A page is not kept waiting for a number that it can do without. */
const WITHIN_MS = 1_500;
/** The store is asked no more often than this for one member, however often their page is looked at. */
const GOOD_FOR = 2 * MINUTE;
const MOST_REMEMBERED = 10_000;

/** How many orders a member placed as a guest; 0 where the store does not answer in time. */
export interface CountClaimable {
  (shop: ShopRow, memberId: MemberId): Promise<number>;
  /** They were claimed: what was known of them is no longer true. */
  forget(shop: ShopRow, memberId: MemberId): void;
}

export function claimableCounter({ platform, clock, log }: Services): CountClaimable {
  const known = new Map<string, { count: number; until: Instant }>();

  async function ask(shop: ShopRow, memberId: MemberId): Promise<number> {
    try {
      const { orders } = await platform.guestOrders(shop.domain, memberId);
      const [oldest] = known.keys();
      if (known.size >= MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
      known.set(keyOf(shop, memberId), { count: orders.length, until: clock() + GOOD_FOR });
      return orders.length;
    } catch (error) {
      log.warn({ shop: shop.domain, error }, "guest orders could not be counted");
      return 0;
    }
  }

  const count = async (shop: ShopRow, memberId: MemberId): Promise<number> => {
    const remembered = known.get(keyOf(shop, memberId));
    if (remembered !== undefined && remembered.until > clock()) return remembered.count;
    return inTime(ask(shop, memberId), { withinMs: WITHIN_MS, else: 0 });
  };
  return Object.assign(count, {
    forget: (shop: ShopRow, memberId: MemberId) => void known.delete(keyOf(shop, memberId)),
  });
}

function keyOf({ id }: ShopRow, memberId: MemberId): string {
  return `${id} ${memberId}`;
}
