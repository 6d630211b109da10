import type { Person } from "../commerce/platform.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";
import type { ColumnType } from "./writes.ts";

const COLUMNS: Record<string, ColumnType> = {
  ...{ id: "bigint", first: "text", last: "text", email: "text", locale: "text" },
  ...{ country: "text", tags: "text[]" },
};

/** Whoever is several customers of the store has the tags of each of them: a list of one's takes none away. */
export const TAGS_OF_ALL = `CASE WHEN excluded.tags IS NULL THEN p.tags WHEN EXISTS (
    SELECT 1 FROM member m WHERE m.shop_id = p.shop_id AND m.merged_into = p.member_id)
  THEN ARRAY(SELECT DISTINCT tag FROM unnest(coalesce(p.tags, '{}') || excluded.tags) AS tag ORDER BY tag)
  ELSE excluded.tags END`;

/** What comes later stands; what a later word leaves out is kept. */
export function savePersons(tx: ShopTransaction, persons: Person[]): void {
  const latest = [...joined(persons)];
  if (latest.length === 0) return;
  const rows = latest.map((person) => ({
    id: person.customerId,
    first: person.firstName,
    last: person.lastName,
    email: person.email,
    locale: person.locale,
    country: person.country,
    tags: person.tags,
  }));
  tx.later({
    table: "person",
    isOne: rows.length === 1,
    text: (words) => `person AS (
      INSERT INTO person AS p (shop_id, member_id, first_name, last_name, email, locale, country, tags, tags_known)
      SELECT ${words.value(tx.shopId, "int")}, r.id, r.first, r.last, r.email, r.locale, r.country, r.tags::text[],
        r.tags IS NOT NULL
      FROM ${words.rows(COLUMNS, rows)}
      ON CONFLICT (shop_id, member_id) DO UPDATE SET
        first_name = coalesce(excluded.first_name, p.first_name), last_name = coalesce(excluded.last_name, p.last_name),
        email = coalesce(excluded.email, p.email), locale = coalesce(excluded.locale, p.locale),
        country = coalesce(excluded.country, p.country), tags = ${TAGS_OF_ALL},
        tags_known = p.tags_known OR excluded.tags_known)`,
  });
}

/** One for each customer: two words of one person in a batch are kept as if one had come after the other. */
function joined(persons: Person[]): Iterable<Required<Person>> {
  const byId = new Map<string, Required<Person>>();
  for (const { customerId, firstName, lastName, email, locale, country, tags } of persons) {
    const before = byId.get(customerId);
    byId.set(customerId, {
      customerId,
      firstName: firstName ?? before?.firstName ?? null,
      lastName: lastName ?? before?.lastName ?? null,
      email: email ?? before?.email ?? null,
      locale: locale ?? before?.locale ?? null,
      country: country ?? before?.country ?? null,
      tags: tags ?? before?.tags ?? null,
    });
  }
  return byId.values();
}

export interface Naming {
  firstName: string | null;
  lastName: string | null;
  email: string | null;
}

/** Of whom nothing is known. */
export const NAMELESS: Naming = { firstName: null, lastName: null, email: null };

/** By customer id; who is not named is missing. */
export async function findNamings(sql: Sql, shopId: number, ids: string[]): Promise<Map<string, Naming>> {
  const rows = await sql.query<{
    member_id: bigint;
    first_name: string | null;
    last_name: string | null;
    email: string | null;
  }>(
    `SELECT member_id, first_name, last_name, email FROM person WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`,
    [shopId, ids],
  );
  return new Map(
    rows.map((row) => {
      const naming = { firstName: row.first_name, lastName: row.last_name, email: row.email };
      return [row.member_id.toString(), naming];
    }),
  );
}

export async function deletePerson(tx: ShopTransaction, memberId: string): Promise<void> {
  await tx.query(`DELETE FROM person WHERE shop_id = $1 AND member_id = $2`, [tx.shopId, memberId]);
}

/** Customers whose address has this SHA-256, written in lower case; who became another customer is left out. */
export async function findByEmailHash(sql: Sql, shopId: number, hash: string): Promise<string[]> {
  const rows = await sql.query<{ member_id: bigint }>(
    `SELECT p.member_id FROM person p JOIN member m ON m.shop_id = p.shop_id AND m.id = p.member_id
     WHERE p.shop_id = $1 AND encode(sha256(replace(lower(btrim(p.email)), '\\', '\\\\')::bytea), 'hex') = $2
       AND m.merged_into IS NULL ORDER BY p.member_id LIMIT 2`,
    [shopId, hash],
  );
  return rows.map(({ member_id }) => member_id.toString());
}
