import { lookAtBook } from "../db/load-book.ts";
import { listVersions } from "../db/programmes.ts";
import type { ShopRow } from "../db/shops.ts";
import { lookAtShop } from "../db/snapshot.ts";
import type { MemberId } from "../loyalty/ids.ts";
import { memberStanding, type MemberStanding } from "../loyalty/member-standing.ts";
import type { Services } from "./services.ts";

/** Books are small, but a member with a long past brings all of it that counts. */
const MEMBERS_AT_ONCE = 50;

/** How far each of these is, and what of theirs ends next; whoever is not known is left out. Nobody is waited for. */
export async function memberStandings(
  { db, clock }: Pick<Services, "db" | "clock">,
  shop: ShopRow,
  members: readonly MemberId[],
): Promise<Map<MemberId, MemberStanding>> {
  const versions = await listVersions(db.sql, shop.id);
  const standings = new Map<MemberId, MemberStanding>();
  for (let from = 0; from < members.length; from += MEMBERS_AT_ONCE) {
    const some = members.slice(from, from + MEMBERS_AT_ONCE);
    // Nothing is worked off here, so no order of a lot that expires has to be read.
    const book = await lookAtShop(db, shop.id, (tx) =>
      lookAtBook(tx, { shop, versions, products: new Map() }, { members: some, until: 0 }),
    );
    const now = clock();
    for (const id of some) {
      const member = book.members.get(id);
      if (member !== undefined) standings.set(id, memberStanding(book, member, now));
    }
  }
  return standings;
}
