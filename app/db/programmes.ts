import { checkProgramme } from "../loyalty/programme.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ProgrammeVersion } from "../loyalty/versions.ts";
import type { ShopTransaction } from "./database.ts";
import { storableText } from "./json.ts";
import type { ShopRow } from "./shops.ts";
import type { Sql } from "./sql.ts";

/** Versions never change, so each is read and understood once; by the row's own words, for shops of many databases. */
const understood = new Map<string, ProgrammeVersion>();
const MOST_UNDERSTOOD = 1_000;

/** Every version, oldest first. A saved document was checked before it was saved. */
export async function listVersions(sql: Sql, shopId: number): Promise<ProgrammeVersion[]> {
  const rows = await sql.again<{ number: number; document: string; effective_from: Date }>(
    `SELECT number, document::text AS document, effective_from FROM programme_version WHERE shop_id = $1 ORDER BY number`,
    [shopId],
  );
  return rows.map((row) => versionOf(row.number, row.effective_from.getTime(), row.document));
}

/**
 * All of a shop's versions as they were last read, by the shop's number and salt: versions are added, and the first may
 * come to reach further back; else they never change.
 */
const remembered = new Map<string, ProgrammeVersion[]>();

/** Every version as this process knows them; to be used only where `areCurrent` says that they are the same. */
export function rememberedVersions(shop: Pick<ShopRow, "id" | "salt">): ProgrammeVersion[] | null {
  return remembered.get(nameOf(shop)) ?? null;
}

/** Two databases may give one number twice, and a shop that was put back has the salt of the one it was. */
function nameOf({ id, salt }: Pick<ShopRow, "id" | "salt">): string {
  return `${id} ${salt}`;
}

export async function areCurrent(sql: Sql, shop: ShopRow, versions: ProgrammeVersion[]): Promise<boolean> {
  const newest = versions.at(-1)?.number ?? 0;
  const rows = await sql.again<{ number: number; effective_from: Date }>(
    `SELECT number, effective_from FROM programme_version WHERE shop_id = $1 AND (number = 1 OR number >= $2)`,
    [shop.id, newest],
  );
  const isKnown = ({ number, effective_from: from }: (typeof rows)[number]) =>
    versions.some((version) => version.number === number && version.effectiveFrom === from.getTime());
  return rows.length === Math.min(newest, 2) && rows.every(isKnown);
}

/** As `listVersions`, and remembers them. */
export async function readVersions(sql: Sql, shop: ShopRow): Promise<ProgrammeVersion[]> {
  const versions = await listVersions(sql, shop.id);
  if (remembered.size >= MOST_UNDERSTOOD) remembered.clear();
  remembered.set(nameOf(shop), versions);
  return versions;
}

/** Every version, and only where one was added are their documents read. */
export async function currentVersions(sql: Sql, shop: ShopRow): Promise<ProgrammeVersion[]> {
  const known = rememberedVersions(shop);
  return known !== null && (await areCurrent(sql, shop, known)) ? known : readVersions(sql, shop);
}

function versionOf(number: number, effectiveFrom: Instant, document: string): ProgrammeVersion {
  const words = `${number} ${effectiveFrom} ${document}`;
  const known = understood.get(words);
  if (known !== undefined) return known;
  const check = checkProgramme(JSON.parse(document));
  if (!check.ok) throw new Error(`version ${number} does not parse: ${JSON.stringify(check.faults)}`);
  const version = { number, effectiveFrom, programme: check.programme };
  if (understood.size >= MOST_UNDERSTOOD) understood.clear();
  understood.set(words, version);
  return version;
}

export interface NewVersion {
  number: number;
  document: unknown;
  /** Its text where it was written as code. */
  written?: string | null;
  effectiveFrom: Instant;
  savedAt: Instant;
  savedBy: string;
}

export async function insertVersion(tx: ShopTransaction, version: NewVersion): Promise<void> {
  await tx.query(
    `INSERT INTO programme_version (shop_id, number, document, effective_from, saved_at, saved_by, written)
     VALUES ($1, $2, $3::text::jsonb, $4, $5, $6, $7)`,
    [
      tx.shopId,
      version.number,
      JSON.stringify(version.document),
      new Date(version.effectiveFrom),
      new Date(version.savedAt),
      version.savedBy,
      version.written == null ? null : storableText(version.written),
    ],
  );
  await tx.query(`UPDATE shop SET programme_stale = true WHERE id = $1`, [tx.shopId]);
}

/** The text of a version as it was written; null where it was not written as code. */
export async function findWrittenText(sql: Sql, shopId: number, number: number): Promise<string | null> {
  const [row] = await sql.query<{ written: string | null }>(
    `SELECT written FROM programme_version WHERE shop_id = $1 AND number = $2`,
    [shopId, number],
  );
  return row?.written ?? null;
}

/** The first version reaches further back: what was evaluated under it or a later one is evaluated under the same still. */
export async function startFirstVersionAt(tx: ShopTransaction, effectiveFrom: Instant): Promise<void> {
  await tx.query(
    `UPDATE programme_version SET effective_from = $2,
       document = jsonb_set(document, '{effectiveFrom}', to_jsonb($3::text))
     WHERE shop_id = $1 AND number = 1`,
    [tx.shopId, new Date(effectiveFrom), new Date(effectiveFrom).toISOString()],
  );
  await tx.query(`UPDATE shop SET programme_stale = true WHERE id = $1`, [tx.shopId]);
}

/** Every member is looked at by then: a new version may mean another level from the first midnight on. */
export async function bringDueForward(tx: ShopTransaction, at: Instant): Promise<void> {
  await tx.query(
    `UPDATE member SET next_due_at = least(next_due_at, $2) WHERE shop_id = $1 AND merged_into IS NULL AND id > 0`,
    [tx.shopId, new Date(at)],
  );
}
