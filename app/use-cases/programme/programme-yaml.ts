import { isScalar, stringify } from "yaml";
import type { Programme } from "../../loyalty/programme.ts";

/** The document of a programme as a person would write it. */
export function programmeYaml({ document }: Pick<Programme, "document">): string {
  return documentYaml(document);
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
