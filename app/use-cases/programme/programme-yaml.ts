import { isScalar, stringify } from "yaml";
import { rewriteYaml } from "../../loyalty/editing/rewrite-yaml.ts";
import type { Programme } from "../../loyalty/programme.ts";

/** The document of a programme as it was written, where it was written as code, else as a person would write it. */
export function programmeYaml(
  { document }: Pick<Programme, "document">,
  written: string | null = null,
): string {
  return (written === null ? null : rewriteYaml(written, document)) ?? documentYaml(document);
}

/** Ten times a large programme. Beyond it bringing a text to say the same takes seconds, while a draft is locked. */
const LONGEST_KEPT = 100_000;

/** What is kept of a text beside its document: null where it cannot be brought to say the same, and of a very long one. */
export function writtenText(text: string | null, document: unknown): string | null {
  return text === null || text.length > LONGEST_KEPT ? null : rewriteYaml(text, document);
}

/** Any tree as a person would write it, a faulty document too. */
export function documentYaml(document: unknown): string {
  return stringify(document, { sortMapEntries: (a, b) => rankOf(a.key) - rankOf(b.key) });
}

/** The order in which a person writes a document: the database keeps its keys in one of its own. */
const WRITTEN_ORDER = (
  "programme currency timezone effectiveFrom id on kind points earning tiers rewards pendingDays expiry notice debt " +
  "combine exclude rules basis window guaranteeDays levels at multiplier cost costPer value rate per multiply bonus minimum match from to"
).split(" ");

function rankOf(key: unknown): number {
  const name = isScalar(key) ? key.value : key;
  const rank = WRITTEN_ORDER.indexOf(String(name));
  return rank === -1 ? WRITTEN_ORDER.length : rank;
}
