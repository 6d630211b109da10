import type { Sql } from "./sql.ts";

/** Of these codes (any case) those that an order carries which is neither cancelled nor deleted; in lower case. */
export async function listOrderedCodes(
  sql: Sql,
  shopId: number,
  codes: readonly string[],
): Promise<Set<string>> {
  if (codes.length === 0) return new Set();
  const rows = await sql.again<{ code: string }>(
    `SELECT DISTINCT unnest(codes) AS code FROM "order"
     WHERE shop_id = $1 AND codes <> '{}' AND codes && $2::text[]
       AND NOT (record->>'undone')::boolean AND NOT (record->>'deleted')::boolean`,
    [shopId, codes.map((code) => code.toLowerCase())],
  );
  return new Set(rows.map(({ code }) => code));
}
