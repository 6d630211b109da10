import type { ShopTransaction } from "../../db/database.ts";
import { waitForLane } from "../../db/deliveries.ts";
import { findErased } from "../../db/erased.ts";
import { lockMembership } from "../../db/memberships.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { MemberId } from "../../loyalty/ids.ts";

/**
 * Nobody erases the customer from here on until the transaction ends, so what is kept of them now goes with them then.
 * false for one who was erased. To be asked for before anything of theirs is written, and of one customer only.
 */
export async function holdPerson(tx: ShopTransaction, shop: ShopRow, memberId: MemberId): Promise<boolean> {
  if ((await lockMembership(tx, memberId)) !== null) return true;
  // Of a customer whom the store has told nothing of there is no row to lock; but every erasure has the lane.
  await waitForLane(tx);
  const { customers } = await findErased(tx, shop, { customers: [memberId], orders: [] });
  return customers.size === 0;
}
