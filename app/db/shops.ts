import { checkProgramme } from "../loyalty/programme.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ProgrammeVersion } from "../loyalty/versions.ts";
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
  const [row] = await sql.query<StoredShop>(`SELECT ${COLUMNS} FROM shop WHERE domain = $1`, [domain]);
  return row === undefined ? null : shopOf(row);
}

export async function requireShop(sql: Sql, id: number): Promise<ShopRow> {
  const [row] = await sql.query<StoredShop>(`SELECT ${COLUMNS} FROM shop WHERE id = $1`, [id]);
  if (row === undefined) throw new Error(`no shop ${id}`);
  return shopOf(row);
}

/** Shops with deliveries to work off or members with something due. */
export async function listShopsWithWork(sql: Sql, now: Instant): Promise<ShopRow[]> {
  const rows = await sql.query<StoredShop>(
    `SELECT ${COLUMNS} FROM shop s WHERE
       EXISTS (SELECT 1 FROM delivery d WHERE d.shop_id = s.id AND d.state = 'waiting' AND d.due_at <= $1)
       OR (s.uninstalled_at IS NULL AND EXISTS (SELECT 1 FROM member m WHERE m.shop_id = s.id AND m.next_due_at <= $1))
     ORDER BY id LIMIT 1000`,
    [new Date(now)],
  );
  return rows.map(shopOf);
}

/** Every version, oldest first. A saved document was checked before it was saved. */
export async function listVersions(sql: Sql, shopId: number): Promise<ProgrammeVersion[]> {
  const rows = await sql.query<{ number: number; document: unknown; effective_from: Date }>(
    `SELECT number, document, effective_from FROM programme_version WHERE shop_id = $1 ORDER BY number`,
    [shopId],
  );
  return rows.map((row) => {
    const check = checkProgramme(row.document);
    if (!check.ok) throw new Error(`version ${row.number} of shop ${shopId} does not parse`);
    return { number: row.number, effectiveFrom: row.effective_from.getTime(), programme: check.programme };
  });
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
