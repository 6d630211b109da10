import { createHash } from "node:crypto";
import { findByEmailHash } from "../../db/persons.ts";
import { findErased } from "../../db/erased.ts";
import { findMembers } from "../../db/imported.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { Sql } from "../../db/sql.ts";
import type { MemberId } from "../../loyalty/ids.ts";

/** Whom an app names: by the store's number, or by the SHA-256 of the address in lower case. */
export interface NamedCustomer {
  customer?: MemberId | undefined;
  emailSha256?: string | undefined;
}

/** Who that is here; null for nobody that the shop knows, and for an address that several have. */
export async function findNamedCustomer(
  sql: Sql,
  shop: ShopRow,
  { customer, emailSha256 }: NamedCustomer,
): Promise<MemberId | null> {
  if (customer !== undefined) {
    const { customers } = await findErased(sql, shop, { customers: [customer], orders: [] });
    const known = await findMembers(sql, shop.id, [customer]);
    return customers.size === 0 && known.has(customer) ? customer : null;
  }
  if (emailSha256 === undefined) return null;
  const [one, ...others] = await findByEmailHash(sql, shop.id, emailSha256);
  return one !== undefined && others.length === 0 ? one : null;
}

/**
 * What an app told is known again by the app's name and its own id of it: with a new key of the same name the same stays the
 * same.
 */
export function toldKey(app: string, id: string): string {
  return createHash("sha256")
    .update(JSON.stringify([app.toLowerCase(), id]))
    .digest("hex")
    .slice(0, 40);
}
