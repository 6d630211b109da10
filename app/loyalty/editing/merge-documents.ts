import { isGroup, nameOfPath } from "./document.ts";
import type { DocumentPath, DocumentTree } from "./document.ts";

export interface Merged {
  document: DocumentTree;
  /** Where both changed the same thing in different ways: mine stands. */
  conflicts: string[];
}

/**
 * Puts what I changed since the base on top of what others made of it. Entries of lists are told apart by their ids, as
 * everywhere; a value, or a list without ids, is changed as a whole.
 */
export function mergeDocuments(base: DocumentTree, mine: DocumentTree, theirs: DocumentTree): Merged {
  const conflicts: string[] = [];
  return { document: mergePart({ base, mine, theirs }, [], conflicts), conflicts };
}

interface Three {
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

function mergePart({ base, mine, theirs }: Three, path: DocumentPath, conflicts: string[]): unknown {
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine;
  if (isSame(mine, base)) return theirs;
  if (isGroup(mine) && isGroup(theirs))
    return mergeKeys({ base: isGroup(base) ? base : {}, mine, theirs }, path, conflicts);
  if (isEntries(mine) && isEntries(theirs) && (base === undefined || isEntries(base)))
    return mergeEntries({ base: base ?? [], mine, theirs }, path, conflicts);
  conflicts.push(nameOfPath(path));
  return mine;
}

function mergeKeys(
  of: Record<keyof Three, Record<string, unknown>>,
  path: DocumentPath,
  conflicts: string[],
): unknown {
  const keys = new Set([...Object.keys(of.theirs), ...Object.keys(of.mine)]);
  const merged = [...keys].map((key): [string, unknown] => {
    const own = (part: Record<string, unknown>) => (Object.hasOwn(part, key) ? part[key] : undefined);
    const three = { base: own(of.base), mine: own(of.mine), theirs: own(of.theirs) };
    return [key, mergePart(three, [...path, key], conflicts)];
  });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

type Entries = { id: string }[];

/** In my order where I moved any, else in theirs; what only the other has stands at its end. */
function mergeEntries(of: Record<keyof Three, Entries>, path: DocumentPath, conflicts: string[]): unknown {
  const idsOf = (entries: Entries) => entries.map(({ id }) => id);
  const known = new Set(idsOf(of.base));
  const stayed = (entries: Entries) => idsOf(entries).filter((id) => known.has(id));
  const iMoved = stayed(of.mine).some((id, place) => stayed(of.base)[place] !== id);
  const [first, second] = iMoved ? [of.mine, of.theirs] : [of.theirs, of.mine];
  const merged = [...new Set([...idsOf(first), ...idsOf(second)])].map((id) => {
    const own = (entries: Entries) => entries.find((entry) => entry.id === id);
    return mergePart(
      { base: own(of.base), mine: own(of.mine), theirs: own(of.theirs) },
      [...path, id],
      conflicts,
    );
  });
  return merged.filter((entry) => entry !== undefined);
}

/** A list whose entries each have an id of their own. */
function isEntries(part: unknown): part is Entries {
  if (!Array.isArray(part)) return false;
  const ids = part.map((entry: unknown) => (isGroup(entry) ? entry["id"] : undefined));
  return ids.every((id) => typeof id === "string") && new Set(ids).size === ids.length;
}

/** Whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((part, place) => isSame(part, b[place]));
  if (!isGroup(a) || !isGroup(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}
