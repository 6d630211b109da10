import { childOf, entriesAt, isGroup, valueAt, withEntryAt, withoutEntry, withValue } from "./document.ts";
import type { DocumentPath, DocumentTree } from "./document.ts";
import { localesOf } from "./named-things.ts";
import { LEVELS, REWARDS, RULES } from "./new-entries.ts";
import { ruleKindOf } from "./rule-forms.ts";

/** Below which key of a language an entry of the list has its names; null for what has none of its own. */
export type NameKey = "tiers" | "rewards" | "activities" | "rules";

export function nameKeyOf(list: DocumentPath, entry: unknown): NameKey | null {
  const stands = (other: DocumentPath) => list.join(".") === other.join(".");
  if (stands(LEVELS)) return "tiers";
  if (stands(REWARDS)) return "rewards";
  if (!stands(RULES)) return null;
  return ruleKindOf(entry) === "activity" ? "activities" : "rules";
}

/** Where the name of an entry stands in a language. */
export function pathOfName(locale: string, key: NameKey, id: string): DocumentPath {
  return ["texts", locale, key, id];
}

/** The names of an entry by language, as they were written. */
export type EntryTexts = Readonly<Record<string, unknown>>;

/** The document without an entry and its names, which would name nothing any more; and the names, to bring them back. */
export function withoutNamedEntry(
  document: DocumentTree,
  list: DocumentPath,
  index: number,
): { document: DocumentTree; names: EntryTexts } {
  const [key, id] = namedBy(document, [...list, index]);
  const less = withoutEntry(document, list, index);
  if (key === null || id === null || isThere(less, list, id)) return { document: less, names: {} };
  const names = namesOf(document, key, id);
  return { document: withNames(less, { key, id, names: emptied(names) }), names };
}

/** An entry that was taken away, with the names that went with it. */
export function withNamedEntry(
  document: DocumentTree,
  list: DocumentPath,
  { entry, index, names }: { entry: unknown; index: number; names: EntryTexts },
): DocumentTree {
  const whole = withEntryAt(document, list, { entry, index });
  const [key, id] = namedBy(whole, [...list, index]);
  return key === null || id === null ? whole : withNames(whole, { key, id, names });
}

/** The entry under another id, and its names with it, where neither id is that of another entry. */
export function withEntryCalled(document: DocumentTree, path: DocumentPath, id: string): DocumentTree {
  const [key, before] = namedBy(document, path);
  const renamed = withValue(document, [...path, "id"], id);
  const list = path.slice(0, -1);
  if (key === null || before === null || id === "" || isThere(renamed, list, before)) return renamed;
  const names = namesOf(document, key, before);
  if (Object.keys(namesOf(document, key, id)).length > 0) return renamed;
  return withNames(withNames(renamed, { key, id: before, names: emptied(names) }), { key, id, names });
}

function namedBy(document: DocumentTree, path: DocumentPath): [NameKey | null, string | null] {
  const entry = valueAt(document, path);
  const id = childOf(entry, "id");
  return [nameKeyOf(path.slice(0, -1), entry), typeof id === "string" && id !== "" ? id : null];
}

function isThere(document: DocumentTree, list: DocumentPath, id: string): boolean {
  return entriesAt(document, list).some((entry) => childOf(entry, "id") === id);
}

function namesOf(document: DocumentTree, key: NameKey, id: string): EntryTexts {
  const names = localesOf(document).map((locale): [string, unknown] => {
    return [locale, valueAt(document, pathOfName(locale, key, id))];
  });
  return Object.fromEntries(names.filter(([, name]) => name !== undefined));
}

function emptied(names: EntryTexts): EntryTexts {
  return Object.fromEntries(Object.keys(names).map((locale) => [locale, undefined]));
}

/** Only in languages that the document still has names in: one that was taken away meanwhile stays away. */
function withNames(
  document: DocumentTree,
  { key, id, names }: { key: NameKey; id: string; names: EntryTexts },
): DocumentTree {
  return Object.entries(names).reduce<DocumentTree>(
    (tree, [locale, name]) =>
      isGroup(valueAt(tree, ["texts", locale])) ? withValue(tree, pathOfName(locale, key, id), name) : tree,
    document,
  );
}
