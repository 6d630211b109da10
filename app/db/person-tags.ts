import type { TagChange } from "../commerce/platform.ts";
import type { MemberId } from "../loyalty/ids.ts";
import { DAY, type Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import { toStorableJson } from "./json.ts";
import { resolveMembers } from "./known-members.ts";
import { LISTED } from "./member-list.ts";
import { TAGS_OF_ALL } from "./persons.ts";
import type { Sql } from "./sql.ts";

/** What is known of somebody's tags: those that they have, and when which was last given or taken, for some days. */
export interface KnownTags {
  tags: readonly string[];
  toldAt: Readonly<Record<string, Instant>>;
}

/** News that come later than this after what they tell of are not told again by any store. */
const REMEMBERED_MS = 7 * DAY;

/**
 * What is known after news of tags. News come in any order: of each tag counts what happened last, and of two at the same
 * instant what came last. Told twice it changes nothing. News so old that what came after them may be forgotten, as dead
 * letters that are tried again, change nothing either.
 */
export function tellTags({ tags, toldAt }: KnownTags, { given, taken }: TagChange, at: Instant): KnownTags {
  const told = new Map(Object.entries(toldAt));
  const forgotten = Math.max(-Infinity, ...told.values()) - REMEMBERED_MS;
  const isNews = (tag: string) => at >= (told.get(tag) ?? forgotten);
  const [added, removed] = [given.filter(isNews), taken.filter(isNews)];
  const remembered = [...told].filter(([, then]) => at - then < REMEMBERED_MS);
  return {
    tags: [...new Set([...tags, ...added])].filter((tag) => !removed.includes(tag)).sort(),
    toldAt: Object.fromEntries([
      ...remembered,
      ...[...added, ...removed].map((tag): [string, Instant] => [tag, at]),
    ]),
  };
}

/**
 * What is known once the store was asked for all tags of somebody: those that it had then. What was told to have happened
 * since stands.
 */
export function hearTags({ tags, toldAt }: KnownTags, all: readonly string[], askedAt: Instant): KnownTags {
  const isSince = (tag: string) => (toldAt[tag] ?? -Infinity) > askedAt;
  const now = [...all.filter((tag) => !isSince(tag)), ...tags.filter(isSince)];
  return { tags: [...new Set(now)].sort(), toldAt };
}

/** What a store told of somebody's tags. `at`: when it changed them. */
export interface TagNews {
  memberId: MemberId;
  change: TagChange;
  at: Instant;
}

/**
 * In the order in which the news came. News of tags may come before that of the customer; those of a customer who was merged
 * into another are about the other.
 */
export async function changeTags(tx: ShopTransaction, news: readonly TagNews[]): Promise<void> {
  const telling = news.filter(({ change }) => change.given.length + change.taken.length > 0);
  if (telling.length === 0) return;
  const named = [...new Set(telling.map(({ memberId }) => memberId))];
  const rows = await readKnownTags(tx, named);
  const kept = await resolveMembers(tx, tx.shopId, named);
  const others = [...new Set(kept.values())].filter((id) => !named.includes(id));
  const known = new Map(others.length === 0 ? rows : [...rows, ...(await readKnownTags(tx, others))]);
  const changed = new Set<MemberId>();
  for (const { memberId, change, at } of telling) {
    const id = kept.get(memberId) ?? memberId;
    known.set(id, tellTags(known.get(id) ?? NOTHING_TOLD, change, at));
    changed.add(id);
  }
  const told = [...changed].map((id) => {
    const { tags, toldAt } = known.get(id) ?? NOTHING_TOLD;
    return { id, tags, told: toldAt };
  });
  await tx.query(
    `INSERT INTO person (shop_id, member_id, tags, tags_told)
     SELECT $1, r.id, r.tags, r.told FROM jsonb_to_recordset($2::text::jsonb) AS r(id bigint, tags text[], told jsonb)
     ON CONFLICT (shop_id, member_id) DO UPDATE SET tags = excluded.tags, tags_told = excluded.tags_told`,
    [tx.shopId, toStorableJson(told)],
  );
}

/** Held until the transaction ends: a merge meanwhile hands on what is written here, or is seen here. */
async function readKnownTags(
  tx: ShopTransaction,
  memberIds: readonly MemberId[],
): Promise<Map<MemberId, KnownTags>> {
  const rows = await tx.query<{ id: bigint; tags: string[]; told_at: Record<string, Instant> }>(
    `SELECT member_id AS id, coalesce(tags, '{}') AS tags, tags_told AS told_at FROM person
     WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) ORDER BY member_id FOR UPDATE`,
    [tx.shopId, memberIds],
  );
  return new Map(rows.map((row) => [row.id.toString(), { tags: row.tags, toldAt: row.told_at }]));
}

const NOTHING_TOLD: KnownTags = { tags: [], toldAt: {} };

/** Whoever is kept of two customers has the tags of both, as they have in the store, and what was told of both. */
export async function handOnStoreTags(
  tx: ShopTransaction,
  { keptId, deletedId }: { keptId: MemberId; deletedId: MemberId },
): Promise<void> {
  await readKnownTags(tx, [keptId, deletedId]);
  await tx.query(
    `INSERT INTO person AS p (shop_id, member_id, tags, tags_told, tags_known)
     SELECT shop_id, $2, tags, tags_told, false FROM person
     WHERE shop_id = $1 AND member_id = $3 AND (tags <> '{}' OR tags_told <> '{}')
     ON CONFLICT (shop_id, member_id) DO UPDATE SET
       tags = ARRAY(SELECT DISTINCT tag FROM unnest(coalesce(p.tags, '{}') || coalesce(excluded.tags, '{}')) AS tag
         ORDER BY tag),
       tags_told = (SELECT coalesce(jsonb_object_agg(tag, at), '{}') FROM (
         SELECT key AS tag, max(value::bigint) AS at FROM (
           SELECT * FROM jsonb_each_text(p.tags_told) UNION ALL SELECT * FROM jsonb_each_text(excluded.tags_told)) AS told
         GROUP BY key) AS latest)`,
    [tx.shopId, keptId, deletedId],
  );
}

/** The next customers of whom not all tags are known, by id; those merged away among them, for the store may have them. */
export async function listTagsUnknown(
  sql: Pick<Sql, "query">,
  shopId: number,
  { after, limit }: { after: MemberId; limit: number },
): Promise<MemberId[]> {
  const rows = await sql.query<{ id: bigint }>(
    `SELECT m.id FROM member m LEFT JOIN person p ON p.shop_id = m.shop_id AND p.member_id = m.id
     WHERE m.shop_id = $1 AND m.id > greatest($2::bigint, 0) AND NOT coalesce(p.tags_known, false)
     ORDER BY m.id LIMIT $3`,
    [shopId, after, limit],
  );
  return rows.map(({ id }) => id.toString());
}

/** Members of whom not all tags are known. */
export async function countTagsUnknown(sql: Pick<Sql, "query">, shopId: number): Promise<number> {
  const [row] = await sql.query<{ members: number }>(
    `SELECT count(*)::int AS members FROM member m LEFT JOIN person p ON p.shop_id = m.shop_id AND p.member_id = m.id
     WHERE ${LISTED} AND NOT coalesce(p.tags_known, false)`,
    [shopId],
  );
  return row?.members ?? 0;
}

/**
 * What the store answered about all tags of these customers; null of one that it does not have. Who was erased meanwhile is
 * not written down again. Whoever is kept of a merge has what the other has.
 */
export async function learnTags(
  tx: ShopTransaction,
  answers: ReadonlyMap<MemberId, readonly string[] | null>,
  askedAt: Instant,
): Promise<void> {
  const there = await tx.query<{ id: bigint }>(
    `SELECT id FROM member WHERE shop_id = $1 AND id = ANY($2::bigint[]) ORDER BY id FOR KEY SHARE`,
    [tx.shopId, [...answers.keys()]],
  );
  const asked = there.map(({ id }) => id.toString());
  const known = await readKnownTags(tx, asked);
  const learned = asked.map((id) => {
    const before = known.get(id) ?? NOTHING_TOLD;
    const all = answers.get(id) ?? null;
    return { id, tags: all === null ? before.tags : hearTags(before, all, askedAt).tags };
  });
  const kept = await resolveMembers(tx, tx.shopId, asked);
  await tx.query(
    `INSERT INTO person AS p (shop_id, member_id, tags, tags_known)
     SELECT $1, r.id, r.tags, true FROM jsonb_to_recordset($2::text::jsonb) AS r(id bigint, tags text[])
     ON CONFLICT (shop_id, member_id) DO UPDATE SET tags_known = true, tags = ${TAGS_OF_ALL}`,
    [tx.shopId, toStorableJson(learned)],
  );
  for (const { id, tags } of learned) {
    const keptId = kept.get(id) ?? id;
    if (keptId === id || tags.length === 0) continue;
    await changeTags(tx, [{ memberId: keptId, change: { given: [...tags], taken: [] }, at: askedAt }]);
  }
}
