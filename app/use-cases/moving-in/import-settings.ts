import { z } from "zod";
import type { StoredImport } from "../../db/member-imports.ts";
import { FIELDS, type Field, type Mapping } from "../../moving/fields.ts";
import { guessMapping } from "../../moving/guess-mapping.ts";
import { SOURCE_IDS, sourceOf, type SourceId } from "../../moving/sources.ts";

const column = z.number().int().min(0).max(999);

const schema = z.object({
  /** Whose file it is; null for nobody known. */
  source: z.enum(SOURCE_IDS).nullable(),
  /** Balances and what else members have, or what happened to them. */
  kind: z.enum(["members", "history"]),
  mapping: z.partialRecord(z.enum(FIELDS), column),
  decimalMark: z.enum([".", ","]),
  dateOrder: z.enum(["dmy", "mdy"]),
  /** When points expire: by the file's dates and, where it has none, by the programme; by the programme; or never. */
  expiry: z.enum(["file", "programme", "never"]),
  /** The other app's tiers by name, and the level of ours that each becomes; null for none. */
  tiers: z.record(z.string(), z.string().nullable()),
  /** Whether customers whom another import has brought in are brought in once more. */
  again: z.boolean(),
});

export type ImportSettings = z.infer<typeof schema>;

/** Settings as they were kept: they were made here. */
export function settingsOf({ settings }: Pick<StoredImport, "settings">): ImportSettings {
  return schema.parse(settings);
}

/** What a form or a command says of them; null where it is none of ours. */
export function readSettings(given: unknown): ImportSettings | null {
  const parsed = schema.safeParse(given);
  return parsed.success ? parsed.data : null;
}

/** What a file says of itself: the pairs of day and month that can be read one way only, and its separators. */
export interface Evidence {
  dmy: number;
  mdy: number;
  delimiter: string;
}

/** How a file is understood until somebody says otherwise. */
export function firstSettings(
  header: readonly string[],
  evidence: Evidence,
  source: SourceId | null = null,
): ImportSettings {
  const guess = source === null ? guessMapping(header) : guessMapping(header, source);
  return {
    source: guess.source,
    kind: guess.kind,
    mapping: guess.mapping,
    decimalMark: evidence.delimiter === ";" ? "," : ".",
    dateOrder: dateOrderOf(evidence, guess.source),
    expiry: "file",
    tiers: {},
    again: false,
  };
}

function dateOrderOf({ dmy, mdy }: Evidence, source: SourceId | null): ImportSettings["dateOrder"] {
  if (dmy !== mdy) return dmy > mdy ? "dmy" : "mdy";
  return (source === null ? undefined : sourceOf(source).dateOrder) ?? "dmy";
}

export type SettingsFault =
  | { fault: "no-customer" }
  | { fault: "no-points" }
  | { fault: "no-date" }
  | { fault: "column-twice"; heading: string }
  | { fault: "no-column"; field: Field };

/** What must be mended in the mapping before a row can be looked at. */
export function faultsIn(
  { mapping, kind }: Pick<ImportSettings, "mapping" | "kind">,
  header: readonly string[],
): SettingsFault[] {
  const faults: SettingsFault[] = [];
  if (mapping.customerId === undefined && mapping.email === undefined) faults.push({ fault: "no-customer" });
  const points = kind === "history" ? mapping.historyPoints : mapping.points;
  if (points === undefined && (kind === "history" || !bringsAnything(mapping)))
    faults.push({ fault: "no-points" });
  if (kind === "history" && mapping.historyAt === undefined) faults.push({ fault: "no-date" });
  const seen = new Set<number>();
  for (const [field, place] of Object.entries(mapping) as [Field, number][]) {
    const heading = header[place];
    if (heading === undefined) faults.push({ fault: "no-column", field });
    else if (seen.has(place)) faults.push({ fault: "column-twice", heading });
    seen.add(place);
  }
  return faults;
}

/** A file may bring tiers, birthdays or referral codes alone. */
function bringsAnything({ tier, birthday, referralCode }: Mapping): boolean {
  return [tier, birthday, referralCode].some((place) => place !== undefined);
}

/** Several rows of one customer are lots where something tells them apart, and else a mistake. */
export function hasLots({ mapping }: Pick<ImportSettings, "mapping">): boolean {
  return mapping.expiresAt !== undefined || mapping.earnedAt !== undefined;
}
