import { countRows, readImportFigures } from "../../db/import-figures.ts";
import { findImport, listImports, type ImportState, type StoredImport } from "../../db/member-imports.ts";
import { listVersions } from "../../db/programmes.ts";
import type { ShopRow } from "../../db/shops.ts";
import { costAtMost } from "../../loyalty/point-cost.ts";
import type { Instant } from "../../loyalty/time.ts";
import { versionAt } from "../../loyalty/versions.ts";
import { FIELDS, type Field } from "../../moving/fields.ts";
import { FORMAT_IDS, type FormatId } from "../../moving/formats.ts";
import { SOURCE_IDS, sourceOf } from "../../moving/sources.ts";
import type { Services } from "../services.ts";
import { receiptOf, type ImportReceipt, type SignedReceipt } from "./import-receipt.ts";
import { settingsOf, type ImportSettings } from "./import-settings.ts";

/** An import in a list. */
export interface ImportGlance {
  id: string;
  fileName: string;
  state: ImportState;
  rows: number;
  startedAt: Instant;
  startedBy: string;
  reason: string | null;
}

/** Everything about one import. Points and money are decimal strings. */
export interface ImportView extends ImportGlance {
  header: string[];
  /** What a column can mean, and whose files are known. */
  fields: readonly Field[];
  sources: { id: string; name: string }[];
  /** null while the file is being read. */
  settings: ImportSettings | null;
  /** Rows that are done with the step under way, of all that it concerns. */
  progress: { done: number; of: number };
  preview: ImportPreview | null;
  receipt: ImportReceipt | null;
}

export interface ImportPreview {
  members: number;
  newMembers: number;
  points: string;
  owed: string;
  /** What the points may cost at most; null where no reward of the programme is worth an amount of money. */
  liability: string | null;
  accepted: number;
  refused: number;
  /** Rows whose points had decimals, which were rounded down. */
  rounded: number;
  birthdays: number;
  referralCodes: number;
  lots: { expiresAt: Instant | null; rows: number; points: string }[];
  tiers: { tier: string; members: number; level: string | null }[];
  /** Levels above the first of the programme in force. */
  levels: string[];
  faults: { column: string; problem: string; mend: string; rows: number; first: number }[];
}

const MOST_LISTED = 20;

export interface MovingView {
  imports: ImportGlance[];
  sources: { id: string; name: string }[];
  formats: readonly FormatId[];
}

export async function showMoving({ db }: Services, shop: ShopRow): Promise<MovingView> {
  const imports = (await listImports(db.sql, shop.id, MOST_LISTED)).map(glanceOf);
  return { imports, sources: listSources(), formats: FORMAT_IDS };
}

function listSources() {
  return SOURCE_IDS.map((id) => ({ id, name: sourceOf(id).name }));
}

/** null where there is none. */
export async function showImport(services: Services, shop: ShopRow, id: string): Promise<ImportView | null> {
  const found = await findImport(services.db.sql, shop.id, id);
  if (found === null) return null;
  const receipt = found.receipt as SignedReceipt | null;
  return {
    ...glanceOf(found),
    header: found.header,
    fields: FIELDS,
    sources: listSources(),
    settings: found.state === "reading" ? null : settingsOf(found),
    progress: await progressOf(services, shop, found),
    preview: ["checked", "applying", "applied", "flagged"].includes(found.state)
      ? await previewOf(services, shop, found)
      : null,
    receipt: receipt === null ? null : receiptOf(receipt),
  };
}

function glanceOf({ id, fileName, state, rows, startedAt, startedBy, reason }: StoredImport): ImportGlance {
  return { id, fileName, state, rows, startedAt, startedBy, reason };
}

async function progressOf(
  { db }: Services,
  shop: ShopRow,
  { id, state }: StoredImport,
): Promise<ImportView["progress"]> {
  const { read = 0, ready = 0, faulty = 0, posted = 0, undone = 0 } = await countRows(db.sql, shop.id, id);
  const all = read + ready + faulty + posted + undone;
  if (state === "checking") return { done: all - read, of: all };
  if (state === "applying") return { done: posted, of: posted + ready };
  return state === "undoing" ? { done: undone, of: posted + undone } : { done: all, of: all };
}

async function previewOf(services: Services, shop: ShopRow, found: StoredImport): Promise<ImportPreview> {
  const { sql } = services.db;
  const settings = settingsOf(found);
  const figures = await readImportFigures(sql, shop.id, found.id);
  const programme = versionAt(await listVersions(sql, shop.id), services.clock())?.programme ?? null;
  const isHistory = settings.kind === "history";
  const { byState, lots, points, owed, tiers, ...rest } = figures;
  return {
    ...rest,
    points: points.toString(),
    owed: owed.toString(),
    liability: programme === null || isHistory ? null : costAtMost(programme, points),
    accepted: (byState.ready ?? 0) + (byState.posted ?? 0),
    refused: byState.faulty ?? 0,
    lots: isHistory
      ? []
      : lots.map(({ expiresAt, rows, points: part }) => {
          return { expiresAt: expiresAt?.getTime() ?? null, rows, points: part.toString() };
        }),
    tiers: tiers.map(({ tier, members }) => ({ tier, members, level: settings.tiers[tier] ?? null })),
    levels: (programme?.tiers?.levels ?? []).slice(1).map((level) => level.id),
  };
}

/** The signed receipt of an import that is done; null where there is none. */
export async function importReceipt(
  { db }: Services,
  shop: ShopRow,
  id: string,
): Promise<SignedReceipt | null> {
  return ((await findImport(db.sql, shop.id, id))?.receipt ?? null) as SignedReceipt | null;
}
