import type { MemberPicks, Pick } from "../insight/recommend/pick.ts";
import type { MemberId, ProductId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import { toStorableJson } from "./json.ts";
import type { Sql } from "./sql.ts";

type Reading = { [Name in "query"]: Sql[Name] };
type Asking = { [Name in "again"]: Sql[Name] };

/** Beside how many products something stands. */
export async function countProductPicks(sql: Reading, shopId: number): Promise<number> {
  const [row] = await sql.query<{ many: bigint }>(
    `SELECT count(*) AS many FROM product_picks WHERE shop_id = $1 AND picks <> '[]'`,
    [shopId],
  );
  return Number(row?.many ?? 0);
}

const KEYS = { product_picks: "product_id", member_picks: "member_id" } as const;
type Table = keyof typeof KEYS;

/** Whoever was erased or merged since it was worked out has nothing written under their id again. */
const STILL_THERE = {
  product_picks: "",
  member_picks: `JOIN member m ON m.shop_id = $1 AND m.id = r.id AND m.merged_into IS NULL FOR KEY SHARE OF m`,
} as const;

interface Kept {
  id: string;
  picks: unknown;
}

/**
 * Sets the mark of a row to one that it never had: what is being published meanwhile is taken for older, and published
 * again. Whoever wants to be shown nothing must not lose to a request that was under way.
 */
export const CHANGED_AGAIN = "changed_at = changed_at + interval '1 millisecond'";

/** Only what differs from what stands is written, and is to be published again. Answers how many that were. */
async function save(
  sql: Reading,
  table: Table,
  { shopId, rows, now }: { shopId: number; rows: readonly Kept[]; now: Instant },
): Promise<number> {
  if (rows.length === 0) return 0;
  const key = KEYS[table];
  const written = await sql.query(
    `INSERT INTO ${table} AS old (shop_id, ${key}, picks, changed_at)
     SELECT $1, r.id, r.picks, $3 FROM jsonb_to_recordset($2::text::jsonb) AS r(id bigint, picks jsonb)
       ${STILL_THERE[table]}
     ON CONFLICT (shop_id, ${key}) DO UPDATE SET picks = excluded.picks, published_at = NULL,
       changed_at = greatest(excluded.changed_at, old.changed_at + interval '1 millisecond')
     WHERE old.picks <> excluded.picks RETURNING 1`,
    [shopId, toStorableJson(rows), new Date(now)],
  );
  return written.length;
}

export function saveProductPicks(
  sql: Reading,
  shopId: number,
  { picks, now }: { picks: ReadonlyMap<ProductId, Pick[]>; now: Instant },
): Promise<number> {
  const rows = [...picks].map(([id, list]) => ({ id, picks: list }));
  return save(sql, "product_picks", { shopId, rows, now });
}

export function saveMemberPicks(
  sql: Reading,
  shopId: number,
  { picks, now }: { picks: ReadonlyMap<MemberId, MemberPicks>; now: Instant },
): Promise<number> {
  const rows = [...picks].map(([id, lists]) => ({ id, picks: lists }));
  return save(sql, "member_picks", { shopId, rows, now });
}

/** What stands beside each of these products; of whom nothing is recommended is missing. */
export async function findProductPicks(
  sql: Asking,
  shopId: number,
  ids: readonly ProductId[],
): Promise<Map<ProductId, Pick[]>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.again<{ id: bigint; picks: Pick[] }>(
    `SELECT product_id AS id, picks FROM product_picks WHERE shop_id = $1 AND product_id = ANY($2::bigint[])`,
    [shopId, ids],
  );
  return new Map(rows.map(({ id, picks }) => [id.toString(), picks]));
}

/** null for somebody for whom nothing was worked out. */
export async function findMemberPicks(
  sql: Asking,
  shopId: number,
  memberId: MemberId,
): Promise<MemberPicks | null> {
  const [row] = await sql.again<{ picks: MemberPicks }>(
    `SELECT picks FROM member_picks WHERE shop_id = $1 AND member_id = $2`,
    [shopId, memberId],
  );
  return row?.picks ?? null;
}

export interface Unpublished<Picks> {
  id: string;
  picks: Picks;
  /** Comes back with `markPublished`, so that what changed meanwhile is published again. */
  changedAt: Instant;
}

async function listUnpublished<Picks>(
  sql: Reading,
  table: Table,
  { shopId, limit }: { shopId: number; limit: number },
): Promise<Unpublished<Picks>[]> {
  const rows = await sql.query<{ id: bigint; picks: Picks; changed_at: Date }>(
    `SELECT ${KEYS[table]} AS id, picks, changed_at FROM ${table}
     WHERE shop_id = $1 AND published_at IS NULL ORDER BY ${KEYS[table]} LIMIT $2`,
    [shopId, limit],
  );
  return rows.map(({ id, picks, changed_at: at }) => ({
    id: id.toString(),
    picks,
    changedAt: at.getTime(),
  }));
}

export function listUnpublishedProductPicks(
  sql: Reading,
  shopId: number,
  limit: number,
): Promise<Unpublished<Pick[]>[]> {
  return listUnpublished(sql, "product_picks", { shopId, limit });
}

export function listUnpublishedMemberPicks(
  sql: Reading,
  shopId: number,
  limit: number,
): Promise<Unpublished<MemberPicks>[]> {
  return listUnpublished(sql, "member_picks", { shopId, limit });
}

/** The storefront has these as they stood; what was changed since then stays to be published. */
export async function markPublished(
  sql: Reading,
  table: Table,
  { shopId, published, now }: { shopId: number; published: readonly Unpublished<unknown>[]; now: Instant },
): Promise<void> {
  await sql.query(
    `UPDATE ${table} p SET published_at = $3
     FROM jsonb_to_recordset($2::text::jsonb) AS r(id bigint, changed_at bigint)
     WHERE p.shop_id = $1 AND p.${KEYS[table]} = r.id
       AND (extract(epoch FROM p.changed_at) * 1000)::bigint = r.changed_at`,
    [
      shopId,
      JSON.stringify(published.map(({ id, changedAt }) => ({ id, changed_at: changedAt }))),
      new Date(now),
    ],
  );
}

const NONE: MemberPicks = { again: [], fresh: [], due: [], reachable: [] };
const NOTHING = { product_picks: "[]", member_picks: JSON.stringify(NONE) } as const;

/**
 * Of products that are no longer sold, and of members who are gone, nothing is recommended: what stood there is emptied, and
 * of whom nothing is known any more, deleted.
 */
export async function emptyPicksBut(
  sql: Reading,
  table: Table,
  { shopId, ids, now }: { shopId: number; ids: readonly string[]; now: Instant },
): Promise<number> {
  if (table === "member_picks")
    await sql.query(
      `DELETE FROM member_picks p WHERE p.shop_id = $1
         AND NOT EXISTS (SELECT 1 FROM member m WHERE m.shop_id = p.shop_id AND m.id = p.member_id)`,
      [shopId],
    );
  const emptied = await sql.query(
    `UPDATE ${table} p SET picks = $3::text::jsonb, published_at = NULL,
       changed_at = greatest($4, p.changed_at + interval '1 millisecond')
     WHERE p.shop_id = $1 AND p.picks <> $3::text::jsonb
       AND NOT EXISTS (SELECT 1 FROM unnest($2::bigint[]) AS kept(id) WHERE kept.id = p.${KEYS[table]}) RETURNING 1`,
    [shopId, ids, NOTHING[table], new Date(now)],
  );
  return emptied.length;
}
