import { loadCurrentBook } from "../db/current-book.ts";
import type { ShopTransaction } from "../db/database.ts";
import { oldestWaiting } from "../db/deliveries.ts";
import { listDueMembers } from "../db/members.ts";
import { saveBook } from "../db/save-book.ts";
import { findShopById, type ShopRow } from "../db/shops.ts";
import { workOffDue } from "../loyalty/due.ts";
import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import { enqueueFollowUps } from "./follow-up.ts";
import type { Services } from "./services.ts";

const MEMBERS_AT_ONCE = 200;

/**
 * Works off what has fallen due in a shop: vesting, expiry, ends of codes, levels at midnight, each at its own instant.
 * Never past a delivery that still waits, so that what came before something fell due is also settled before it.
 * Answers how many members were looked at.
 */
export async function workOffDueOf(services: Services, { id: shopId }: ShopRow): Promise<number> {
  const { sql } = services.db;
  const until = Math.min(services.clock(), (await oldestWaiting(sql, shopId)) ?? Number.MAX_SAFE_INTEGER);
  return services.db.inShop(shopId, async (tx) => {
    const shop = await findShopById(tx, shopId);
    if (shop === null || shop.uninstalledAt !== null) return 0;
    const due = await listDueMembers(tx, until, MEMBERS_AT_ONCE);
    if (due.length === 0) return 0;
    await workOffMembers(services, tx, { shop, members: due, until });
    return due.length;
  });
}

/**
 * Works off what has fallen due for one member by now, as any deed of theirs would do before it happens; for deeds that
 * must know what is left before they are asked for.
 */
export async function workOffDueOfMember(
  services: Services,
  shop: ShopRow,
  memberId: MemberId,
): Promise<void> {
  await services.db.inShop(shop.id, (tx) =>
    workOffMembers(services, tx, { shop, members: [memberId], until: services.clock() }),
  );
}

async function workOffMembers(
  services: Services,
  tx: ShopTransaction,
  { shop, members, until }: { shop: ShopRow; members: readonly MemberId[]; until: Instant },
): Promise<void> {
  const book = await loadCurrentBook(tx, { shop, products: new Map() }, { members, until });
  for (const id of members) {
    const member = book.members.get(id);
    if (member !== undefined) workOffDue(book, member, until);
  }
  saveBook(tx, book, services.clock());
  if (book.journal.length + book.changes.levels.length > 0) enqueueFollowUps(services, tx.shopId, book);
}
