import { findMemberDetails, type MemberDetails } from "../../db/member-details.ts";
import type { ShopRow } from "../../db/shops.ts";
import { noteAction } from "../../db/staff-actions.ts";
import { StoreUnavailable } from "../../commerce/platform.ts";
import { eraseCustomer } from "../erase-customer.ts";
import type { Services } from "../services.ts";
import type { By } from "../staff/actions.ts";

/** What has to be typed, so that nobody erases somebody by a click: the name, else the address, else the number. */
export function wordToErase({ record, firstName, lastName, email }: Named): string {
  const name = [firstName, lastName].filter((part) => part !== null && part.trim() !== "").join(" ");
  return name !== "" ? name : (email ?? record.id);
}

type Named = Pick<MemberDetails, "firstName" | "lastName" | "email"> & { record: { id: string } };

function isSame(typed: string, word: string): boolean {
  const plain = (text: string) => text.normalize("NFC").replaceAll(/\s+/g, " ").trim().toLowerCase();
  return plain(typed) === plain(word);
}

export interface Erasure {
  memberId: string;
  /** What `wordToErase` asks for, typed by whoever wants it. */
  typed: string;
  by: By;
}

export type Erased =
  | { outcome: "erased" }
  /** Nothing was changed: what the store shows of them has to go as well. */
  | { outcome: "store-unavailable" }
  /** The name that was typed is not theirs. */
  | { outcome: "other-name" }
  | { outcome: "unknown-member" };

/**
 * Removes what identifies a member, as Shopify's `customers/redact` does, at the word of the shop's owner. What the
 * store shows of their points goes first: once they are erased, nobody could say any more whose it is.
 */
export async function eraseMember(
  services: Services,
  shop: ShopRow,
  { memberId, typed, by }: Erasure,
): Promise<Erased> {
  const found = await findMemberDetails(services.db.sql, shop.id, memberId);
  if (found === null || memberId.startsWith("-")) return { outcome: "unknown-member" };
  if (!isSame(typed, wordToErase(found))) return { outcome: "other-name" };
  try {
    await services.platform.forgetSummaries(shop.domain, [memberId]);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return { outcome: "store-unavailable" };
  }
  const outcome = await services.db.inShop(shop.id, async (tx): Promise<Erased> => {
    const isThere = await findMemberDetails(tx, shop.id, memberId);
    if (isThere === null) return { outcome: "unknown-member" };
    await eraseCustomer(tx, { shop, customerId: memberId, orderIds: [], now: services.clock() });
    await services.jobs.enqueue(tx, "issue-codes", { shopId: shop.id });
    // Whom it was about is what was to be forgotten.
    await noteAction(tx, shop.id, {
      ...{ at: services.clock(), ...by, action: "member.erased", subject: null },
    });
    return { outcome: "erased" };
  });
  // Something may have been published while they were being erased.
  await services.platform.forgetSummaries(shop.domain, [memberId]).catch((error: unknown) => {
    services.log.warn({ shop: shop.domain, error }, "a summary may be left in the store");
  });
  return outcome;
}
