import type { MemberId } from "../../loyalty/ids.ts";
import type { AdminApi } from "./admin-api.ts";
import { CustomersByEmailDocument, type CustomersByEmailQuery } from "./generated/admin.ts";
import { idOfGid } from "./translate.ts";

/** A search with more words than this is refused by its length. */
const ADDRESSES_A_CALL = 40;

/** Asks for many at once. The search finds more than it is asked for, so only whole addresses count. */
export async function customersByEmail(
  api: AdminApi,
  shopDomain: string,
  emails: readonly string[],
): Promise<Map<string, MemberId[]>> {
  const found = new Map<string, MemberId[]>();
  // A quote or a backslash would end or change the search; no customer of a store has one.
  const askable = emails.filter((email) => !/["\\\s]/.test(email));
  for (let from = 0; from < askable.length; from += ADDRESSES_A_CALL) {
    const asked = new Set(askable.slice(from, from + ADDRESSES_A_CALL));
    const query = [...asked].map((email) => `email:"${email}"`).join(" OR ");
    for (let after: string | null = null; ;) {
      const { customers }: CustomersByEmailQuery = await api(shopDomain, CustomersByEmailDocument, {
        query,
        after,
      });
      for (const { id, defaultEmailAddress } of customers.nodes) {
        const email = defaultEmailAddress?.emailAddress.toLowerCase() ?? "";
        if (asked.has(email)) found.set(email, [...(found.get(email) ?? []), idOfGid(id)]);
      }
      after = customers.pageInfo.endCursor ?? null;
      if (!customers.pageInfo.hasNextPage || after === null) break;
    }
  }
  return found;
}
