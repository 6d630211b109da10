import { randomInt } from "node:crypto";
import { freeCostsOf } from "../db/budgets.ts";
import type { ShopTransaction } from "../db/database.ts";
import { waitForLane } from "../db/deliveries.ts";
import {
  eraseCommands,
  eraseDeliveries,
  eraseFeedbackNaming,
  eraseMemberRows,
  eraseMoved,
  eraseSearches,
  listIdsOfPerson,
  listOrdersOf,
  lockMembers,
} from "../db/erase.ts";
import { rememberErased } from "../db/erased.ts";
import { eraseFindings } from "../db/reconciliation-findings.ts";
import type { ShopRow } from "../db/shops.ts";
import { withdrawCodesOf } from "../db/withdrawn-codes.ts";
import type { MemberId, OrderId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import { takeOutOfFeedback } from "./person/take-out-of-feedback.ts";

/** Ids of the store are above 0: a number below is nobody's. */
const LARGEST_SURROGATE = 2 ** 47;

/**
 * Removes what identifies a person and keeps the arithmetic: name and address go, the customer id gives way to a random
 * number everywhere, also the ids merged into it, states of orders are dropped, and keyed hashes of the ids stay behind so that later news of them is
 * recognised and ignored. The hash chain knows the member by a pseudonym and stays whole.
 */
export async function eraseCustomer(
  tx: ShopTransaction,
  erasure: { shop: ShopRow; customerId: MemberId; orderIds: OrderId[]; now: Instant },
): Promise<void> {
  const { shop, customerId } = erasure;
  // Whoever works off deliveries asks who was erased before they wait for members: an order of a person who goes meanwhile
  // would bring them back. The lane comes before members, as it does there.
  await waitForLane(tx);
  const memberIds = await listIdsOfPerson(tx, customerId);
  await lockMembers(tx, memberIds);
  const orders = [...new Set([...erasure.orderIds, ...(await listOrdersOf(tx, memberIds))])];
  await rememberErased(tx, shop, { customers: memberIds, orders });
  await eraseDeliveries(tx, { memberIds, orders });
  await eraseFindings(tx, { memberIds, orders });
  await eraseCommands(tx, memberIds);
  await eraseMoved(tx, memberIds);
  await eraseFeedbackNaming(tx, { memberIds, orders });
  await takeOutOfFeedback(tx, memberIds);
  await eraseSearches(tx, memberIds);
  await freeCostsOf(tx, memberIds);
  await withdrawCodesOf(tx, memberIds, erasure.now);
  for (const memberId of memberIds)
    await eraseMemberRows(tx, { memberId, surrogate: String(-randomInt(1, LARGEST_SURROGATE)) });
}
