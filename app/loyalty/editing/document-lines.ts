import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { nameOfPath } from "./document.ts";
import type { DocumentPath } from "./document.ts";

/**
 * The line of a text, from 1, at which something of the document stands, by its path as faults name it. What is missing
 * stands where the group does that it is missing from. null where the text is no document.
 */
export function linesOfPaths(text: string): (path: string) => number | null {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, stringKeys: true, logLevel: "error" });
  const lines = new Map<string, number>();
  const note = (node: unknown, path: DocumentPath, offset: number) => {
    lines.set(nameOfPath(path), counter.linePos(offset).line);
    if (isMap(node))
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : String(key);
        note(value, [...path, name], isScalar(key) ? (key.range?.[0] ?? offset) : offset);
      }
    else if (isSeq(node))
      node.items.forEach((item, index) => note(item, [...path, index], startOf(item) ?? offset));
  };
  if (document.errors.length === 0) note(document.contents, [], startOf(document.contents) ?? 0);
  return (path) => lineAt(lines, path);
}

function startOf(node: unknown): number | null {
  if (typeof node !== "object" || node === null || !("range" in node)) return null;
  const range: unknown = node.range;
  return Array.isArray(range) && typeof range[0] === "number" ? range[0] : null;
}

function lineAt(lines: ReadonlyMap<string, number>, path: string): number | null {
  for (let rest = path; ; rest = rest.replace(/(\.[^.[\]]*|\[\d+\]|[^.[\]]+)$/, "")) {
    const line = lines.get(rest);
    if (line !== undefined || rest === "") return line ?? null;
  }
}
