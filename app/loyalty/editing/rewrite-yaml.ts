import { isMap, isNode, isScalar, isSeq, parseDocument } from "yaml";
import type { Document, Node, YAMLMap, YAMLSeq } from "yaml";
import { parseProgrammeTree } from "../programme-tree.ts";
import type { DocumentTree } from "./document.ts";
import { isSame } from "./merge-documents.ts";

/**
 * The text of a programme brought to another tree: what is said already keeps its words, its order and its comments; only
 * what differs is written anew. What goes takes the comments beside it along. null where the text cannot be read, or cannot
 * be brought there part by part, as where one part stands for several.
 */
export function rewriteYaml(text: string, tree: DocumentTree): string | null {
  const read = parseProgrammeTree(text);
  if (!read.ok) return null;
  if (isSame(read.tree, tree)) return text;
  const document = parseDocument(text, { intAsBigInt: true, merge: false, stringKeys: true });
  const root = rewritten(document, document.contents, tree);
  if (root !== document.contents) return null;
  const written = document.toString({ lineWidth: 0 });
  const again = parseProgrammeTree(written);
  return again.ok && isSame(again.tree, tree) ? written : null;
}

/** The node itself, changed, where it can say what is wanted; else another one. */
function rewritten(document: Document, node: unknown, wanted: unknown): unknown {
  if (isMap(node) && isKeys(wanted)) return mapWith(document, node, wanted);
  if (isSeq(node) && Array.isArray(wanted)) return listWith(document, node, wanted);
  if (isScalar(node) && !isTree(wanted)) {
    if (node.value !== wanted && !isSameNumber(node.value, wanted)) node.value = wanted;
    return node;
  }
  return commentedAs(node, document.createNode(wanted));
}

function mapWith(document: Document, map: YAMLMap, wanted: Record<string, unknown>): YAMLMap {
  map.items = map.items.filter(({ key }) => Object.hasOwn(wanted, keyOf(key)));
  for (const pair of map.items) pair.value = rewritten(document, pair.value, wanted[keyOf(pair.key)]);
  const said = new Set(map.items.map(({ key }) => keyOf(key)));
  for (const [key, value] of Object.entries(wanted))
    if (!said.has(key) && value !== undefined) map.items.push(document.createPair(key, value));
  return map;
}

/** Entries are known by their ids, so that they take their comments along; what has none by its place. */
function listWith(document: Document, list: YAMLSeq, wanted: readonly unknown[]): YAMLSeq {
  giveToFirst(list);
  const nodes = new Map(list.items.map((node, place) => [nameOf(idOfNode(node), place), node]));
  list.items = wanted.map((entry, place) =>
    rewritten(document, nodes.get(nameOf(isKeys(entry) ? entry["id"] : undefined, place)), entry),
  );
  return list;
}

/** What is written above the first entry is kept as written above the list. */
function giveToFirst(list: YAMLSeq): void {
  const [first] = list.items;
  if (list.commentBefore == null || !isNode(first) || first.commentBefore != null) return;
  first.commentBefore = list.commentBefore;
  list.commentBefore = null;
}

function nameOf(id: unknown, place: number): string {
  return typeof id === "string" ? `id ${id}` : `place ${place}`;
}

function idOfNode(node: unknown): unknown {
  return isMap(node) ? node.get("id") : undefined;
}

function keyOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function commentedAs(before: unknown, node: Node): Node {
  const { commentBefore, comment, spaceBefore } = (before ?? {}) as Partial<Node>;
  return Object.assign(node, {
    ...(commentBefore == null ? {} : { commentBefore }),
    ...(comment == null ? {} : { comment }),
    ...(spaceBefore === undefined ? {} : { spaceBefore }),
  });
}

function isTree(part: unknown): boolean {
  return typeof part === "object" && part !== null;
}

function isKeys(part: unknown): part is Record<string, unknown> {
  return isTree(part) && !Array.isArray(part);
}

/** Whole numbers are read as bigints, and are plain numbers or decimal strings in the tree. */
function isSameNumber(read: unknown, wanted: unknown): boolean {
  return typeof read === "bigint" && (typeof wanted === "number" || typeof wanted === "string")
    ? read.toString() === String(wanted) &&
        (typeof wanted === "number" || !Number.isSafeInteger(Number(read)))
    : false;
}
