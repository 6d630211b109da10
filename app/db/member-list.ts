import type { Sql } from "./sql.ts";

export type MemberSort = "change" | "balance";

/** Where a page begins or ends: the value sorted by, and the id. */
export interface MemberPlace {
  /** Milliseconds since 1970, or points. */
  value: string;
  id: string;
}

export interface MemberPage {
  /** Words that name, address or id must begin with; null for everybody. */
  search: string | null;
  sort: MemberSort;
  descending: boolean;
  /** The page behind this place, or before it; the first one for null. */
  from: { place: MemberPlace; side: "after" | "before" } | null;
  limit: number;
}

export interface ListedMember {
  id: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  available: bigint;
  pending: bigint;
  owed: bigint;
  level: string | null;
  changedAt: number;
}

interface ListedRow {
  id: bigint;
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  available: bigint;
  pending: bigint;
  owed: bigint;
  level: string | null;
  changed_at: Date;
}

const SORTS: Record<MemberSort, { by: string; type: string; read: (value: string) => unknown }> = {
  change: {
    by: "coalesce(m.last_change_at, m.known_since)",
    type: "timestamptz",
    read: (value) => new Date(Number(value)),
  },
  balance: { by: "m.available", type: "bigint", read: (value) => value },
};

/** As the index of the migration says it. */
const WORDS = `to_tsvector('simple'::regconfig, 'shop' || p.shop_id::text || ' ' ||
  translate(coalesce(p.first_name, '') || ' ' || coalesce(p.last_name, '') || ' ' || coalesce(p.email, ''),
    '@.-_+''’/', '        '))`;

/**
 * The members that are listed: neither merged away nor erased. Pages follow each other by key and so stay as fast, and
 * stay right, whatever comes in between. A page before a place is read backwards and comes back in its own order.
 */
export async function listMembers(sql: Sql, shopId: number, page: MemberPage): Promise<ListedMember[]> {
  const words = page.search === null ? null : wordsOf(page.search);
  if (words?.length === 0) return [];
  const { by, type, read } = SORTS[page.sort];
  const backwards = page.from?.side === "before";
  const falling = page.descending !== backwards;
  const direction = falling ? "DESC" : "ASC";
  const parameters: unknown[] = [shopId, page.limit];
  const clauses: string[] = [];
  if (page.from !== null) {
    parameters.push(read(page.from.place.value), page.from.place.id);
    clauses.push(`AND (${by}, m.id) ${falling ? "<" : ">"} ($3::${type}, $4::bigint)`);
  }
  if (words !== null) {
    clauses.push(foundBy(parameters.push(questionOf(shopId, words)), parameters.push(idOf(words))));
  }
  const rows = await sql.query<ListedRow>(
    `SELECT m.id, p.first_name, p.last_name, p.email, m.available, m.pending, m.owed, m.level,
       coalesce(m.last_change_at, m.known_since) AS changed_at
     FROM member m LEFT JOIN person p ON p.shop_id = m.shop_id AND p.member_id = m.id
     WHERE m.shop_id = $1 AND m.merged_into IS NULL AND m.id > 0 ${clauses.join(" ")}
     ORDER BY ${by} ${direction}, m.id ${direction} LIMIT $2`,
    parameters,
  );
  const members = rows.map(memberOf);
  return backwards ? members.reverse() : members;
}

/** By words, or by the whole id; the numbers are those of the parameters. */
function foundBy(question: number, id: number): string {
  return `AND m.id IN (
    SELECT p.member_id FROM person p WHERE p.shop_id = $1 AND ${WORDS} @@ to_tsquery('simple', $${question})
    UNION ALL SELECT $${id}::bigint)`;
}

function wordsOf(search: string): string[] {
  return search
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "")
    .slice(0, 8);
}

/** Letters, marks and digits alone: nothing in them means anything to the language of the question. */
function questionOf(shopId: number, words: string[]): string {
  return [`shop${shopId}`, ...words.map((word) => `'${word}':*`)].join(" & ");
}

function idOf(words: string[]): string | null {
  const [only, another] = words;
  return only !== undefined && another === undefined && /^[1-9]\d{0,17}$/.test(only) ? only : null;
}

function memberOf(row: ListedRow): ListedMember {
  return {
    id: row.id.toString(),
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    available: row.available,
    pending: row.pending,
    owed: row.owed,
    level: row.level,
    changedAt: row.changed_at.getTime(),
  };
}
