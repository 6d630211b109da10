import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

export interface ShopRow {
  id: number;
  domain: string;
  name: string;
  currency: string;
  timezone: string;
  salt: string;
  installedAt: Instant;
  uninstalledAt: Instant | null;
}

const COLUMNS = `id, domain, name, currency, timezone, salt, installed_at, uninstalled_at`;

interface StoredShop {
  id: number;
  domain: string;
  name: string;
  currency: string;
  timezone: string;
  salt: string;
  installed_at: Date;
  uninstalled_at: Date | null;
}

/** Of any shop that data is held of, installed or not. */
export async function findShop(sql: Sql, domain: string): Promise<ShopRow | null> {
  const [row] = await sql.again<StoredShop>(`SELECT ${COLUMNS} FROM shop WHERE domain = $1`, [domain]);
  return row === undefined ? null : shopOf(row);
}

/** The shop, and the language that one of its customers last bought in: one way to the database, for every page asks both. */
export async function findShopAndLocale(
  sql: Sql,
  domain: string,
  memberId: MemberId | null,
): Promise<{ shop: ShopRow; locale: string | null } | null> {
  const [row] = await sql.again<StoredShop & { locale: string | null }>(
    `SELECT ${COLUMNS}, (SELECT p.locale FROM person p WHERE p.shop_id = s.id AND p.member_id = $2::bigint) AS locale
     FROM shop s WHERE domain = $1`,
    [domain, memberId],
  );
  return row === undefined ? null : { shop: shopOf(row), locale: row.locale };
}

export async function listShops(sql: Sql): Promise<ShopRow[]> {
  const rows = await sql.query<StoredShop>(`SELECT ${COLUMNS} FROM shop ORDER BY domain`);
  return rows.map(shopOf);
}

export async function findShopById(sql: Sql, id: number): Promise<ShopRow | null> {
  const [row] = await sql.query<StoredShop>(`SELECT ${COLUMNS} FROM shop WHERE id = $1`, [id]);
  return row === undefined ? null : shopOf(row);
}

export async function requireShop(sql: Sql, id: number): Promise<ShopRow> {
  const shop = await findShopById(sql, id);
  if (shop === null) throw new Error(`no shop ${id}`);
  return shop;
}

export interface ShopWithWork {
  shop: ShopRow;
  deliveries: boolean;
  due: boolean;
}

/** Shops with deliveries to work off or members with something due. */
export async function listShopsWithWork(sql: Sql, now: Instant): Promise<ShopWithWork[]> {
  const rows = await sql.query<StoredShop & { deliveries: boolean; due: boolean }>(
    `SELECT * FROM (
       SELECT ${COLUMNS},
         EXISTS (SELECT 1 FROM delivery d WHERE d.shop_id = s.id AND d.state = 'waiting' AND d.due_at <= $1
           AND (s.uninstalled_at IS NULL OR d.event->>'kind' <> 'points')) AS deliveries,
         s.uninstalled_at IS NULL
           AND EXISTS (SELECT 1 FROM member m WHERE m.shop_id = s.id AND m.next_due_at <= $1) AS due
       FROM shop s) AS work
     WHERE deliveries OR due ORDER BY id LIMIT 1000`,
    [new Date(now)],
  );
  return rows.map((row) => ({ shop: shopOf(row), deliveries: row.deliveries, due: row.due }));
}

function shopOf(row: StoredShop): ShopRow {
  return {
    id: row.id,
    domain: row.domain,
    name: row.name,
    currency: row.currency,
    timezone: row.timezone,
    salt: row.salt,
    installedAt: row.installed_at.getTime(),
    uninstalledAt: row.uninstalled_at?.getTime() ?? null,
  };
}

export async function markProgrammePublished(sql: Sql, shopId: number): Promise<void> {
  await sql.query(`UPDATE shop SET programme_stale = false WHERE id = $1`, [shopId]);
}

export async function updateShop(
  tx: ShopTransaction,
  facts: { name: string; currency: string; timezone: string },
): Promise<void> {
  await tx.query(`UPDATE shop SET name = $2, currency = $3, timezone = $4 WHERE id = $1`, [
    tx.shopId,
    facts.name,
    facts.currency,
    facts.timezone,
  ]);
}

/** In the transaction that ends the installation, so that neither is without the other. */
export async function forgetTokens(tx: ShopTransaction, domain: string): Promise<void> {
  await tx.query(`DELETE FROM session WHERE shop = $1`, [domain]);
}

export async function markUninstalled(tx: ShopTransaction, at: Instant): Promise<void> {
  await tx.query(`UPDATE shop SET uninstalled_at = $2 WHERE id = $1`, [tx.shopId, new Date(at)]);
}

/**
 * Makes the shop, or brings it back where it was uninstalled. Whatever it had stays. It is installed as of now, however
 * long it has been: word of an uninstallation before this instant tells of what is over.
 */
export async function upsertInstalledShop(
  sql: Sql,
  shop: { domain: string; name: string; currency: string; timezone: string; salt: string; now: Instant },
): Promise<ShopRow> {
  const [row] = await sql.query<StoredShop>(
    `INSERT INTO shop AS s (domain, name, currency, timezone, salt, installed_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (domain) DO UPDATE SET name = excluded.name, currency = excluded.currency,
       timezone = excluded.timezone, uninstalled_at = NULL, installed_at = excluded.installed_at
     RETURNING ${COLUMNS}`,
    [shop.domain, shop.name, shop.currency, shop.timezone, shop.salt, new Date(shop.now)],
  );
  if (row === undefined) throw new Error(`${shop.domain} could not be saved`);
  return shopOf(row);
}

/**
 * The shop as it stands, and until the transaction ends nobody else changes it: two people who save at once follow each
 * other, and no delivery is remembered for a shop that is being erased. null where it is gone.
 */
export async function lockShop(tx: ShopTransaction): Promise<ShopRow | null> {
  const [row] = await tx.query<StoredShop>(`SELECT ${COLUMNS} FROM shop WHERE id = $1 FOR NO KEY UPDATE`, [
    tx.shopId,
  ]);
  return row === undefined ? null : shopOf(row);
}

/** A shop as it was elsewhere, with the salt that its chain was made with. */
export async function insertShop(sql: Sql, shop: Omit<ShopRow, "id">): Promise<ShopRow> {
  const [row] = await sql.query<StoredShop>(
    `INSERT INTO shop (domain, name, currency, timezone, salt, installed_at, uninstalled_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${COLUMNS}`,
    [
      shop.domain,
      shop.name,
      shop.currency,
      shop.timezone,
      shop.salt,
      new Date(shop.installedAt),
      shop.uninstalledAt === null ? null : new Date(shop.uninstalledAt),
    ],
  );
  if (row === undefined) throw new Error(`${shop.domain} could not be saved`);
  return shopOf(row);
}

/** Only of a shop without members: their names in the chain are made with it. */
export async function setSalt(tx: ShopTransaction, salt: string): Promise<void> {
  await tx.query(`UPDATE shop SET salt = $2, programme_stale = true WHERE id = $1`, [tx.shopId, salt]);
}
