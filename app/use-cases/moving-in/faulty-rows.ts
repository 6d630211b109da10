import { listFaulty } from "../../db/import-rows.ts";
import { findImport } from "../../db/member-imports.ts";
import type { ShopRow } from "../../db/shops.ts";
import type { CellFault } from "../../moving/fields.ts";
import { csvLine } from "../../moving/write-csv.ts";
import type { Services } from "../services.ts";

const ROWS_AT_ONCE = 1_000;

const REASON_COLUMNS = [
  "perennial_row",
  "perennial_column",
  "perennial_value",
  "perennial_problem",
  "perennial_what_to_do",
];

/**
 * The rows that were refused as a CSV file, line by line: as they stood, with their number, column, value, reason and
 * mend behind them. Mended, the file can be moved in as it is. `say` puts reasons into the reader's language, where that
 * is not English. null where there is no such import.
 */
export async function faultyRowsCsv(
  { db }: Services,
  shop: ShopRow,
  id: string,
  say: (words: string) => string = (words) => words,
): Promise<AsyncIterable<string> | null> {
  const found = await findImport(db.sql, shop.id, id);
  if (found === null) return null;
  const width = found.header.length;
  const said = (fault: CellFault) => ({ ...fault, problem: say(fault.problem), mend: say(fault.mend) });
  return (async function* () {
    yield csvLine([...found.header, ...REASON_COLUMNS]);
    for (let after = 0; ;) {
      const rows = await listFaulty(db.sql, shop.id, id, { after, limit: ROWS_AT_ONCE });
      for (const { number, cells, faults } of rows) {
        const own = Array.from({ length: width }, (_, column) => cells?.[column] ?? "");
        yield csvLine([...own, ...reasonsOf(number, (faults as CellFault[]).map(said))]);
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < ROWS_AT_ONCE) return;
      after = last.number;
    }
  })();
}

function reasonsOf(number: number, faults: readonly Partial<CellFault>[]): string[] {
  const joined = (part: keyof CellFault) => faults.map((fault) => fault[part] ?? "").join("; ");
  return [String(number), joined("column"), joined("value"), joined("problem"), joined("mend")];
}
