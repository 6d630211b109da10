import { findErased } from "../../db/erased.ts";
import { findByEmail, findMembers } from "../../db/imported.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { Services } from "../services.ts";

/** How a row names its customer: by id where it has one, else by address. */
export interface Named {
  customerId: MemberId | null;
  email: string | null;
}

export type Matched = { id: MemberId } | { problem: string; mend: string };

const UNKNOWN = {
  problem: "is no customer of your store",
  mend: "add the customer in Shopify first, or mend the spelling, and move this row in again",
};
const SEVERAL = {
  problem: "belongs to several customers of your store",
  mend: "name the one you mean by their Shopify customer id",
};
const ERASED = {
  problem: "was erased at the customer's own request",
  mend: "remove the row; what was erased does not come back",
};

/**
 * Finds the store's customers that rows name: those that are known here first, the rest by asking the store in one go.
 * Only customers of the store become members, and an erased one is nobody any more.
 */
export async function matchCustomers(
  services: Services,
  shop: ShopRow,
  named: readonly Named[],
): Promise<Matched[]> {
  const byEmail = await findAddresses(
    services,
    shop,
    named.flatMap(({ customerId, email }) => (customerId === null && email !== null ? [email] : [])),
  );
  const candidates = named.map(({ customerId, email }) =>
    customerId === null ? (byEmail.get(email ?? "") ?? []) : [customerId],
  );
  const given = named.flatMap(({ customerId }) => (customerId === null ? [] : [customerId]));
  const present = await findPresent(services, shop, given);
  const erased = await findErased(services.db.sql, shop, {
    customers: new Set(candidates.flat()),
    orders: [],
  });
  return candidates.map((ids, place) => {
    const [id] = ids;
    if (id === undefined) return UNKNOWN;
    if (ids.length > 1) return SEVERAL;
    if (erased.customers.has(id)) return ERASED;
    return named[place]?.customerId === null || present.has(id) ? { id } : UNKNOWN;
  });
}

async function findAddresses(
  services: Services,
  shop: ShopRow,
  emails: string[],
): Promise<Map<string, MemberId[]>> {
  const all = [...new Set(emails)];
  const known = await findByEmail(services.db.sql, shop.id, all);
  const unknown = all.filter((email) => !known.has(email));
  if (unknown.length === 0) return known;
  const found = await services.platform.customersByEmail(shop.domain, unknown);
  return new Map([...known, ...found]);
}

async function findPresent(services: Services, shop: ShopRow, ids: MemberId[]): Promise<Set<MemberId>> {
  const all = [...new Set(ids)];
  const members = await findMembers(services.db.sql, shop.id, all);
  const unknown = all.filter((id) => !members.has(id));
  if (unknown.length === 0) return members;
  const present = await services.platform.present(shop.domain, "customer", unknown);
  return new Set([...members, ...present]);
}
