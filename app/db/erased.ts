import type { MemberId, OrderId } from "../loyalty/ids.ts";
import { erasedIdOf } from "./pseudonym.ts";
import type { ShopRow } from "./shops.ts";
import type { Sql } from "./sql.ts";

export interface Ids {
  customers: Iterable<MemberId>;
  orders: Iterable<OrderId>;
}

/** Which of these belong to an erased person. */
export async function findErased(
  sql: Sql,
  shop: ShopRow,
  ids: Ids,
): Promise<{ customers: Set<MemberId>; orders: Set<OrderId> }> {
  const customers = new Map([...ids.customers].map((id) => [erasedIdOf(shop.salt, "customer", id), id]));
  const orders = new Map([...ids.orders].map((id) => [erasedIdOf(shop.salt, "order", id), id]));
  const rows = await sql.query<{ hash: string }>(
    `SELECT e.hash FROM unnest($2::text[]) AS named(hash),
       LATERAL (SELECT hash FROM erased_id WHERE shop_id = $1 AND hash = named.hash OFFSET 0) AS e`,
    [shop.id, [...customers.keys(), ...orders.keys()]],
  );
  const found = { customers: new Set<MemberId>(), orders: new Set<OrderId>() };
  for (const { hash } of rows) {
    const customer = customers.get(hash);
    if (customer !== undefined) found.customers.add(customer);
    const order = orders.get(hash);
    if (order !== undefined) found.orders.add(order);
  }
  return found;
}

export async function rememberErased(sql: Sql, shop: ShopRow, ids: Ids): Promise<void> {
  const hashes = [
    ...[...ids.customers].map((id) => erasedIdOf(shop.salt, "customer", id)),
    ...[...ids.orders].map((id) => erasedIdOf(shop.salt, "order", id)),
  ];
  await sql.query(
    `INSERT INTO erased_id (shop_id, hash) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING`,
    [shop.id, hashes],
  );
}
