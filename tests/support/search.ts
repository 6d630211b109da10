import type { Database } from "../../app/db/database.ts";

/** Where in the whole database, the job queue included, one of these texts stands: "table.column". */
export async function searchEverywhere(db: Database, texts: string[]): Promise<string[]> {
  const columns = await db.sql.query<{ table_schema: string; table_name: string; column_name: string }>(
    `SELECT c.table_schema, c.table_name, c.column_name FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema NOT IN ('pg_catalog', 'information_schema') AND t.table_type = 'BASE TABLE'
     ORDER BY 1, 2, 3`,
  );
  const found: string[] = [];
  for (const { table_schema: schema, table_name: table, column_name: column } of columns) {
    const rows = await db.sql.query(
      `SELECT 1 FROM "${schema}"."${table}", unnest($1::text[]) AS sought(text)
       WHERE strpos("${column}"::text, text) > 0 OR strpos(${decoded(table, column)}, text) > 0 LIMIT 1`,
      [texts],
    );
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

/** What a dead letter keeps in base64 is looked into as well. */
function decoded(table: string, column: string): string {
  return table === "delivery" && column === "body"
    ? `encode(decode(coalesce(body, ''), 'base64'), 'escape')`
    : `''`;
}

/** Tables with rows of this shop. */
export async function tablesWithRowsOf(db: Database, shopId: number): Promise<string[]> {
  const tables = await db.sql.query<{ table_name: string }>(
    `SELECT table_name FROM information_schema.columns WHERE column_name = 'shop_id' AND table_schema = 'public'`,
  );
  const found: string[] = [];
  for (const { table_name: table } of tables) {
    const rows = await db.sql.query(`SELECT 1 FROM "${table}" WHERE shop_id = $1 LIMIT 1`, [shopId]);
    if (rows.length > 0) found.push(table);
  }
  return found.sort();
}
