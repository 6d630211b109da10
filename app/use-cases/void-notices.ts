import { loadBook } from "../db/load-book.ts";
import { listNoticedMembers } from "../db/noticed-members.ts";
import { listVersions } from "../db/programmes.ts";
import { saveBook } from "../db/save-book.ts";
import type { ShopRow } from "../db/shops.ts";
import { voidNotices as voidNoticesOf } from "../loyalty/expiry.ts";
import type { Instant } from "../loyalty/time.ts";
import type { Services } from "./services.ts";

const MEMBERS_AT_ONCE = 200;

/**
 * A shop comes back: points that fell due while it was away wait for a new notice, where notices are required. To be
 * done while nothing of it is worked off yet.
 */
export async function voidNotices(
  services: Services,
  shop: ShopRow,
  away: { from: Instant; until: Instant },
): Promise<void> {
  const { sql } = services.db;
  const versions = await listVersions(sql, shop.id);
  const members = await listNoticedMembers(sql, shop.id, away.until);
  for (let from = 0; from < members.length; from += MEMBERS_AT_ONCE) {
    const ids = members.slice(from, from + MEMBERS_AT_ONCE);
    await services.db.inShop(shop.id, async (tx) => {
      const book = await loadBook(tx, { shop, versions, products: new Map() }, { members: ids });
      for (const id of ids) {
        const member = book.members.get(id);
        if (member !== undefined) voidNoticesOf(book, member, away);
      }
      saveBook(tx, book, services.clock());
    });
  }
}
