import { entriesAt, nameOfPath } from "./document.ts";
import type { DocumentPath, DocumentTree } from "./document.ts";
import { fieldsOf } from "./entry-form.ts";
import type { EntryForm } from "./entry-form.ts";
import { isFaultOf, pathOfField } from "./fields.ts";
import type { Field } from "./fields.ts";

export const SECTIONS = [
  "earning",
  "exclusions",
  "points",
  "tiers",
  "rewards",
  "perks",
  "texts",
  "about",
] as const;

export type Section = (typeof SECTIONS)[number];

interface Located {
  path: string;
}

/** In which section a fault is mended; null for one of the document as a whole, or of a line of its text. */
export function sectionOfFault({ path }: Located): Section | null {
  const isIn = (section: DocumentPath) => isFaultOf({ path }, section);
  if (isIn(["earning", "exclude"])) return "exclusions";
  for (const section of ["earning", "points", "tiers", "rewards", "perks", "texts"] as const)
    if (isIn([section])) return section;
  return ["programme", "currency", "timezone", "effectiveFrom", "state"].includes(path) ? "about" : null;
}

/** Of the faults below a path those that none of the fields can show. */
export function faultsBeyondFields<F extends Located>(
  faults: readonly F[],
  base: DocumentPath,
  fields: readonly Pick<Field, "path">[],
): F[] {
  return faults.filter(
    (fault) => isFaultOf(fault, base) && !fields.some((field) => isFaultOf(fault, pathOfField(base, field))),
  );
}

/** Of the faults of a list those that are about no entry of it. */
export function faultsBesideEntries<F extends Located>(
  faults: readonly F[],
  list: DocumentPath,
  document: DocumentTree,
): F[] {
  const entries = entriesAt(document, list);
  return faults.filter(
    (fault) => isFaultOf(fault, list) && !entries.some((_, index) => isFaultOf(fault, [...list, index])),
  );
}

/** The keys that tell which entry it is, and of which kind: no field shows them. */
const NAMED_OTHERWISE: ReadonlySet<string> = new Set(["id", "on", "kind"]);

/** What an entry says that no field of its form shows: it stays as it is, and is changed in the code alone. */
export function pathsBeyondForm(entry: unknown, form: EntryForm): string[] {
  const known = fieldsOf(form).map(({ path }) => nameOfPath(path));
  return leavesOf(entry, []).filter(
    (leaf) =>
      !NAMED_OTHERWISE.has(leaf) &&
      !known.some((name) => leaf === name || leaf.startsWith(`${name}.`) || leaf.startsWith(`${name}[`)),
  );
}

function leavesOf(part: unknown, path: DocumentPath): string[] {
  if (typeof part !== "object" || part === null || Array.isArray(part)) return [nameOfPath(path)];
  const keys = Object.entries(part);
  return keys.length === 0
    ? [nameOfPath(path)]
    : keys.flatMap(([key, child]) => leavesOf(child, [...path, key]));
}
