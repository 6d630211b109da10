import {
  changeImport,
  deleteImport,
  insertImport,
  listImportsOfFile,
  type StoredImport,
} from "../../db/member-imports.ts";
import { insertRawRows, type RawRow } from "../../db/import-rows.ts";
import { lockShop, type ShopRow } from "../../db/shops.ts";
import { evidenceIn } from "../../moving/read-date-cell.ts";
import { openCsv, UnreadableFile, type CsvFile, type OpenFile } from "../../moving/read-csv.ts";
import type { SourceId } from "../../moving/sources.ts";
import type { Services } from "../services.ts";
import type { Role } from "../staff/permissions.ts";
import { firstSettings, type Evidence } from "./import-settings.ts";
import { noteImport } from "./note-import.ts";

export interface GivenFile {
  name: string;
  open: OpenFile;
  /** Whose file it is, where somebody says so. */
  source?: SourceId;
  /** A staff member's id, or a word for what brought it. */
  startedBy: string;
  /** Of the member of staff, whose log has a line of it. */
  role?: Role;
}

export type ReadImport =
  | { outcome: "read"; id: string; rows: number }
  /** This very file is here already: nothing is read twice. */
  | { outcome: "known"; id: string; state: StoredImport["state"] }
  | { outcome: "refused"; why: string };

const ROWS_AT_ONCE = 2_000;
export const MOST_ROWS = 1_000_000;
const LETTERS_OF_HASH = 16;

/**
 * Reads a file into rows that wait for their meaning; nothing is moved yet. The same bytes are the same import, however
 * often they are given, unless what they brought was taken back.
 */
export async function readImport(services: Services, shop: ShopRow, given: GivenFile): Promise<ReadImport> {
  try {
    const file = await openCsv(given.open);
    const { id, known } = await beginImport(services, shop, given, file);
    if (known !== null) return { outcome: "known", id, state: known };
    return await readRows(services, shop, { id, file, given });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { outcome: "refused", why: error.message };
  }
}

async function beginImport(
  services: Services,
  shop: ShopRow,
  { name, startedBy, role }: GivenFile,
  { hash, header }: CsvFile,
): Promise<{ id: string; known: StoredImport["state"] | null }> {
  return services.db.inShop(shop.id, async (tx) => {
    await lockShop(tx);
    const before = await listImportsOfFile(tx, shop.id, hash);
    const last = before.at(-1);
    if (last !== undefined && last.state !== "undone" && last.state !== "reading")
      return { id: last.id, known: last.state };
    // Reading was broken off: it begins again.
    if (last?.state === "reading") await deleteImport(tx, last.id);
    const undone = before.filter(({ state }) => state === "undone").length;
    const id = hash.slice(0, LETTERS_OF_HASH) + (undone === 0 ? "" : `-${undone + 1}`);
    await insertImport(tx, {
      id,
      fileHash: hash,
      fileName: name,
      header,
      settings: null,
      startedAt: services.clock(),
      startedBy,
    });
    const by = role === undefined ? null : { staff: startedBy, role };
    await noteImport(services, tx, { action: "import.read", id, fileName: name, by });
    return { id, known: null };
  });
}

async function readRows(
  services: Services,
  shop: ShopRow,
  { id, file, given }: { id: string; file: CsvFile; given: GivenFile },
): Promise<ReadImport> {
  const evidence: Evidence = { dmy: 0, mdy: 0, delimiter: file.delimiter };
  let rows = 0;
  let waiting: RawRow[] = [];
  const keep = async () => {
    await services.db.inShop(shop.id, (tx) => insertRawRows(tx, id, waiting));
    waiting = [];
  };
  try {
    for await (const { row: number, cells } of file.records()) {
      rows += 1;
      if (rows > MOST_ROWS)
        throw new UnreadableFile(`The file has more than ${MOST_ROWS} rows. Split it into smaller ones.`);
      for (const cell of cells) noteEvidence(evidence, cell);
      waiting.push({ number, cells });
      if (waiting.length >= ROWS_AT_ONCE) await keep();
    }
    if (rows === 0) throw new UnreadableFile("There is no row below the heading. Export the file again.");
    await keep();
  } catch (error) {
    await services.db.inShop(shop.id, (tx) => deleteImport(tx, id));
    throw error;
  }
  const settings = firstSettings(file.header, evidence, given.source ?? null);
  await services.db.inShop(shop.id, (tx) => changeImport(tx, id, { state: "read", settings, rows }));
  return { outcome: "read", id, rows };
}

function noteEvidence(evidence: Evidence, cell: string): void {
  if (cell.length < 3 || cell.length > 20) return;
  const order = evidenceIn(cell);
  if (order !== null) evidence[order] += 1;
}
