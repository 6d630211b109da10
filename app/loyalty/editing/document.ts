import { pathText } from "../programme-faults.ts";

/** Where something stands in a document: ["earning", "rules", 2, "multiply"]. */
export type DocumentPath = readonly (string | number)[];

/** A programme document that is being written: a tree of JSON, whatever it holds. */
export type DocumentTree = unknown;

type Keys = Record<string, unknown>;

/** As faults name it: "earning.rules[2].multiply". */
export function nameOfPath(path: DocumentPath): string {
  return pathText(path);
}

/** What stands there; undefined where nothing does. */
export function valueAt(document: DocumentTree, path: DocumentPath): unknown {
  return path.reduce<unknown>((part, key) => childOf(part, key), document);
}

/** The entries of a list; none where something else stands there. */
export function entriesAt(document: DocumentTree, path: DocumentPath): readonly unknown[] {
  const list = valueAt(document, path);
  return Array.isArray(list) ? (list as unknown[]) : [];
}

/**
 * The document with another value there and everything else as it was; `undefined` takes the key away. Groups that are
 * not there yet are made, and one that nothing is left of goes with its last key where it says nothing by itself.
 */
export function withValue(document: DocumentTree, path: DocumentPath, value: unknown): DocumentTree {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const below = rest.length === 0 ? value : withValue(childOf(document, key), rest, value);
  if (typeof key === "number") {
    const list = Array.isArray(document) ? (document as unknown[]) : [];
    return below === undefined
      ? list.filter((_, index) => index !== key)
      : [...list.slice(0, key), below, ...list.slice(key + 1)];
  }
  const keys = keysOf(document);
  if (below !== undefined && !(isEmptied(below, childOf(document, key)) && MEANS_NOTHING_EMPTY.has(key)))
    return { ...keys, [key]: below };
  const { [key]: _gone, ...others } = keys;
  return others;
}

/** Groups that may be left out and mean the same with no key in them. */
const MEANS_NOTHING_EMPTY: ReadonlySet<string | number> = new Set([
  ...["match", "exclude", "limit", "combinesWith", "notice"],
  // Of `texts`, below a language.
  ...["points", "tiers", "rewards", "activities", "rules"],
]);

/** Only what lost its last key: an empty group that somebody wrote stays. */
function isEmptied(now: unknown, before: unknown): boolean {
  const count = (part: unknown) => (isGroup(part) ? Object.keys(part).length : 1);
  return count(now) === 0 && count(before) > 0;
}

export function withEntryAt(
  document: DocumentTree,
  path: DocumentPath,
  { entry, index }: { entry: unknown; index: number },
): DocumentTree {
  const list = entriesAt(document, path);
  return withValue(document, path, [...list.slice(0, index), entry, ...list.slice(index)]);
}

export function withoutEntry(document: DocumentTree, path: DocumentPath, index: number): DocumentTree {
  return withValue(
    document,
    path,
    entriesAt(document, path).filter((_, place) => place !== index),
  );
}

/** One place up (-1) or down (1); as it was where there is no such place. */
export function withEntryMoved(
  document: DocumentTree,
  path: DocumentPath,
  { index, by }: { index: number; by: -1 | 1 },
): DocumentTree {
  const list = [...entriesAt(document, path)];
  const to = index + by;
  if (to < 0 || to >= list.length) return document;
  [list[index], list[to]] = [list[to], list[index]];
  return withValue(document, path, list);
}

/** A copy below it, under an id of its own. */
export function withEntryCopied(document: DocumentTree, path: DocumentPath, index: number): DocumentTree {
  const list = entriesAt(document, path);
  const entry = list[index];
  const id = childOf(entry, "id");
  const copy = isGroup(entry) && typeof id === "string" ? { ...entry, id: freeId(list, id) } : entry;
  return withEntryAt(document, path, { entry: structuredClone(copy), index: index + 1 });
}

/** The id itself, or with the first number behind it that no entry has: "bonus", "bonus-2", "bonus-3". */
export function freeId(entries: readonly unknown[], wanted: string): string {
  const taken = new Set(entries.map((entry) => childOf(entry, "id")));
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.replace(/-\d{1,6}$/, "").slice(0, 56);
  for (let number = 2; ; number += 1) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
}

/** What an unread part holds under a key, its own keys alone. */
export function childOf(part: unknown, key: string | number): unknown {
  if (typeof part !== "object" || part === null || !Object.hasOwn(part, key)) return undefined;
  return Reflect.get(part, key) as unknown;
}

export function isGroup(part: unknown): part is Keys {
  return typeof part === "object" && part !== null && !Array.isArray(part);
}

function keysOf(part: unknown): Keys {
  return isGroup(part) ? part : {};
}
