import type { ShopTransaction } from "./database.ts";
import { DUMPED, SEQUENCES, type Dumped } from "./dump-tables.ts";

const LINES_AT_ONCE = 1_000;

interface Column {
  name: string;
  type: string;
  /** Place in the primary key, from 1; null for outside of it. */
  key: number | null;
}

/** Every line of a shop, one JSON object each; of one state of the database, where the transaction sees one alone. */
export async function* dumpLines(
  tx: ShopTransaction,
  { withoutPersons }: { withoutPersons: boolean },
): AsyncIterable<string> {
  for (const dumped of DUMPED) {
    if (withoutPersons && dumped.people === "all") continue;
    yield* linesOf(tx, dumped, withoutPersons);
  }
}

async function* linesOf(tx: ShopTransaction, dumped: Dumped, withoutPersons: boolean): AsyncIterable<string> {
  const { table } = dumped;
  const { derived = [] } = dumped;
  const columns = (await columnsOf(tx, table)).filter(({ name }) => !derived.includes(name));
  const instead = withoutPersons && typeof dumped.people === "object" ? dumped.people : {};
  const values = columns
    .filter(({ name }) => name !== "shop_id")
    .map((column) => `${instead[column.name] ?? valueOf(column)} AS "${column.name}"`);
  const without =
    withoutPersons && dumped.peopleRows !== undefined ? `AND NOT coalesce(${dumped.peopleRows}, false)` : "";
  // A table with one row for each shop has no order.
  const order = columns
    .filter(({ key, name }) => key !== null && name !== "shop_id")
    .sort((a, b) => (a.key ?? 0) - (b.key ?? 0))
    // The same order whatever language the database sorts by.
    .map(({ name, type }) => (type === "text" ? `"${name}" COLLATE "C"` : `"${name}"`));
  await tx.query(
    `DECLARE dumped NO SCROLL CURSOR FOR SELECT row_to_json(line)::text AS line
     FROM (SELECT '${table}' AS type, ${values.join(", ")} FROM "${table}" WHERE shop_id = ${tx.shopId} ${without}
           ${order.length === 0 ? "" : `ORDER BY ${order.join(", ")}`}) AS line`,
  );
  for (;;) {
    const rows = await tx.query<{ line: string }>(`FETCH ${LINES_AT_ONCE} FROM dumped`);
    for (const { line } of rows) yield line;
    if (rows.length < LINES_AT_ONCE) break;
  }
  await tx.query(`CLOSE dumped`);
}

/** Whole numbers that pass 2^53 as decimal strings, instants in UTC to the millisecond; all else as JSON has it. */
function valueOf({ name, type }: Column): string {
  if (type === "int8") return `"${name}"::text`;
  if (type === "_int8") return `"${name}"::text[]`;
  if (type === "timestamptz") return `to_char("${name}" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return `"${name}"`;
}

async function columnsOf(tx: ShopTransaction, table: string): Promise<Column[]> {
  return tx.query<Column>(
    `SELECT a.attname::text AS name, t.typname::text AS type, array_position(i.indkey::int[], a.attnum::int) AS key
     FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
     JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
     WHERE a.attrelid = to_regclass('public."' || $1::text || '"') AND a.attnum > 0 AND NOT a.attisdropped
     ORDER BY a.attnum`,
    [table],
  );
}

/** Puts lines of one table back. Which of its columns the lines hold is the same for all of them. */
export async function restoreLines(
  tx: ShopTransaction,
  table: string,
  { columns, lines }: { columns: readonly string[]; lines: readonly string[] },
): Promise<void> {
  const names = columns.map((column) => `"${column}"`).join(", ");
  await tx.query(
    `INSERT INTO "${table}" (shop_id, ${names}) SELECT $1, ${names}
     FROM jsonb_populate_recordset(NULL::"${table}", $2::text::jsonb)`,
    [tx.shopId, `[${lines.join(",")}]`],
  );
}

/** The columns that lines of each table may hold. */
export async function restorableColumns(tx: ShopTransaction): Promise<Map<string, Set<string>>> {
  const columns = new Map<string, Set<string>>();
  for (const { table } of DUMPED) {
    const names = (await columnsOf(tx, table)).map(({ name }) => name);
    columns.set(table, new Set(names.filter((name) => name !== "shop_id")));
  }
  return columns;
}

/** Numbers given out from here on are above those that were restored. */
export async function raiseSequences(tx: ShopTransaction): Promise<void> {
  for (const { sequence, table, column } of SEQUENCES) {
    await tx.query(
      `SELECT setval('${sequence}', greatest((SELECT last_value FROM "${sequence}"), highest.number))
       FROM (SELECT max("${column}") AS number FROM "${table}" WHERE shop_id = $1) AS highest
       WHERE highest.number IS NOT NULL AND highest.number > 0`,
      [tx.shopId],
    );
  }
}

/** Whether nothing has happened in the shop yet: what an installation saves by itself does not count. */
export async function isUntouched(tx: ShopTransaction): Promise<boolean> {
  const [row] = await tx.query<{ touched: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM member WHERE shop_id = $1) OR EXISTS (SELECT 1 FROM delivery WHERE shop_id = $1)
       OR EXISTS (SELECT 1 FROM ledger_transaction WHERE shop_id = $1)
       OR EXISTS (SELECT 1 FROM member_import WHERE shop_id = $1) AS touched`,
    [tx.shopId],
  );
  return row?.touched === false;
}

/** Takes away what the installation saved by itself. */
export async function emptyShop(tx: ShopTransaction): Promise<void> {
  for (const { table } of DUMPED) {
    if (table !== "ledger_transaction" && table !== "posting" && table !== "seal" && table !== "signed_head")
      await tx.query(`DELETE FROM "${table}" WHERE shop_id = $1`, [tx.shopId]);
  }
}
