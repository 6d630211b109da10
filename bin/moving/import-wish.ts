import { parseArgs } from "node:util";
import { isField, type Mapping } from "../../app/moving/fields.ts";
import { isSource, type SourceId } from "../../app/moving/sources.ts";
import { readSettings, type ImportSettings } from "../../app/use-cases/moving-in/import-settings.ts";
import type { ImportView } from "../../app/use-cases/moving-in/show-import.ts";

export interface ImportWish {
  file: string;
  shop: string;
  from: SourceId | null;
  preview: boolean;
  undo: boolean;
  refused: string | null;
  receipt: string | null;
  /** FIELD=HEADING and NAME=LEVEL, as they were given. */
  columns: string[];
  tiers: string[];
  changes: Partial<Record<"expiry" | "decimalMark" | "dateOrder" | "again", unknown>>;
}

/** What was asked for; null where it cannot be understood. */
export function readImportWish(args: string[]): ImportWish | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        shop: { type: "string" },
        from: { type: "string" },
        preview: { type: "boolean", default: false },
        undo: { type: "boolean", default: false },
        refused: { type: "string" },
        receipt: { type: "string" },
        column: { type: "string", multiple: true, default: [] },
        tier: { type: "string", multiple: true, default: [] },
        expiry: { type: "string" },
        decimals: { type: "string" },
        dates: { type: "string" },
        again: { type: "boolean" },
      },
    });
    const [file, ...rest] = positionals;
    const { shop, from } = values;
    if (file === undefined || rest.length > 0 || shop === undefined) return null;
    if (from !== undefined && !isSource(from)) return null;
    const changes = {
      expiry: values.expiry,
      decimalMark: values.decimals,
      dateOrder: values.dates,
      again: values.again,
    };
    return {
      file,
      shop,
      from: from ?? null,
      preview: values.preview,
      undo: values.undo,
      refused: values.refused ?? null,
      receipt: values.receipt ?? null,
      columns: values.column,
      tiers: values.tier,
      changes: Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
    };
  } catch {
    return null;
  }
}

/** How the file is understood by itself, with what was asked for on top. Throws what cannot be meant. */
export function settingsFor({ columns, tiers, changes }: ImportWish, view: ImportView): ImportSettings {
  const wanted = {
    ...view.settings,
    ...changes,
    mapping: { ...view.settings?.mapping, ...mappingIn(columns, view.header) },
    tiers: { ...view.settings?.tiers, ...Object.fromEntries(tiers.map(pair)) },
  };
  const settings = readSettings(wanted);
  if (settings === null) throw new Error("--expiry, --decimals or --dates has a value that it cannot have");
  return settings;
}

function mappingIn(columns: string[], header: string[]): Mapping {
  const mapping: Mapping = {};
  for (const [field, heading] of columns.map(pair)) {
    const column = header.indexOf(heading);
    if (!isField(field)) throw new Error(`--column: there is no field "${field}"`);
    if (column === -1)
      throw new Error(`--column: the file has no column "${heading}"; it has ${header.join(", ")}`);
    mapping[field] = column;
  }
  return mapping;
}

function pair(text: string): [string, string] {
  const place = text.indexOf("=");
  if (place === -1) throw new Error(`"${text}" should be two words with = between them`);
  return [text.slice(0, place), text.slice(place + 1)];
}
