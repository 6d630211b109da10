import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

/** A shop whose owners look after other stores. */
export interface Agency {
  shopId: number;
  name: string;
  /** The store whose programme the others are held against; null for its own. */
  templateId: number | null;
}

export interface SharedStore {
  shopId: number;
  domain: string;
  name: string;
  joinedAt: Instant;
}

export async function findAgency(sql: Sql, shopId: number): Promise<Agency | null> {
  const [row] = await sql.query<{ shop_id: number; name: string; template_id: number | null }>(
    `SELECT shop_id, name, template_id FROM agency WHERE shop_id = $1`,
    [shopId],
  );
  return row === undefined ? null : { shopId: row.shop_id, name: row.name, templateId: row.template_id };
}

/** False where the shop is one already. */
export async function insertAgency(
  tx: ShopTransaction,
  { name, at, by }: { name: string; at: Instant; by: string },
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO agency (shop_id, name, created_at, created_by) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING shop_id`,
    [tx.shopId, name, new Date(at), by],
  );
  return rows.length > 0;
}

export async function setTemplate(tx: ShopTransaction, templateId: number | null): Promise<void> {
  await tx.query(`UPDATE agency SET template_id = $2 WHERE shop_id = $1`, [tx.shopId, templateId]);
}

/** The stores that an agency looks after, in the order of their domains; of those only that have the app. */
export async function listSharedStores(sql: Sql, agencyId: number): Promise<SharedStore[]> {
  return sharedStores(sql, `a.agency_id = $1`, [agencyId]);
}

/** The store of this domain, if the agency looks after it; null for every other, there or not. */
export async function findSharedStore(
  sql: Sql,
  agencyId: number,
  domain: string,
): Promise<SharedStore | null> {
  const [store] = await sharedStores(sql, `a.agency_id = $1 AND s.domain = $2`, [agencyId, domain]);
  return store ?? null;
}

async function sharedStores(sql: Sql, which: string, values: unknown[]): Promise<SharedStore[]> {
  const rows = await sql.query<{ shop_id: number; domain: string; name: string; joined_at: Date }>(
    `SELECT a.shop_id, s.domain, s.name, a.joined_at FROM agency_store a JOIN shop s ON s.id = a.shop_id
     WHERE ${which} AND s.uninstalled_at IS NULL ORDER BY s.domain`,
    values,
  );
  return rows.map(({ shop_id, domain, name, joined_at }) => {
    return { shopId: shop_id, domain, name, joinedAt: joined_at.getTime() };
  });
}

export interface LookedAfterBy {
  agencyId: number;
  name: string;
  /** The agency's own store. */
  domain: string;
  since: Instant;
}

/** Who looks after a store. */
export async function listAgenciesOf(sql: Sql, shopId: number): Promise<LookedAfterBy[]> {
  const rows = await sql.query<{ agency_id: number; name: string; domain: string; joined_at: Date }>(
    `SELECT a.agency_id, g.name, s.domain, a.joined_at FROM agency_store a
     JOIN agency g ON g.shop_id = a.agency_id JOIN shop s ON s.id = a.agency_id
     WHERE a.shop_id = $1 ORDER BY a.joined_at`,
    [shopId],
  );
  return rows.map(({ agency_id, name, domain, joined_at }) => {
    return { agencyId: agency_id, name, domain, since: joined_at.getTime() };
  });
}

export async function insertSharedStore(
  tx: ShopTransaction,
  { agencyId, at, by }: { agencyId: number; at: Instant; by: string },
): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO agency_store (shop_id, agency_id, joined_at, joined_by) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING shop_id`,
    [tx.shopId, agencyId, new Date(at), by],
  );
  return rows.length > 0;
}

/** By either side; false where it was over already. */
export async function deleteSharedStore(
  sql: Pick<Sql, "query">,
  { shopId, agencyId }: { shopId: number; agencyId: number },
): Promise<boolean> {
  const rows = await sql.query(
    `DELETE FROM agency_store WHERE shop_id = $1 AND agency_id = $2 RETURNING shop_id`,
    [shopId, agencyId],
  );
  return rows.length > 0;
}
