import { isNode, isPair, isSeq, parseDocument, visit } from "yaml";
import type { Document, YAMLParseError } from "yaml";
import { faultAt } from "./programme-faults.ts";
import type { Fault } from "./programme-faults.ts";

/** Far above any real programme; a file picked by mistake is refused before it is read. */
const LONGEST_TEXT = 1_000_000;
/** Aliases that repeat aliases grow without end; a few plain ones are a convenience. */
const MOST_ALIASES = 100;
/** A programme is six deep. Brackets within brackets without end would keep the parser busy for minutes. */
const DEEPEST = 50;
const MOST_FAULTS = 20;

export type ParsedTree = { ok: true; tree: unknown } | { ok: false; faults: Fault[] };

/** The plain tree that YAML or JSON stands for, not yet looked at as a programme. */
export function parseProgrammeTree(text: string): ParsedTree {
  if (text.length > LONGEST_TEXT)
    return refused("", `is longer than ${LONGEST_TEXT} characters`, "shorten it");
  const tooDeep = lineNestedTooDeep(text);
  if (tooDeep !== null)
    return refused(`line ${tooDeep}`, `has brackets nested deeper than ${DEEPEST}`, "close some of them");
  const document = parseDocument(text, {
    intAsBigInt: true,
    merge: false,
    stringKeys: true,
    logLevel: "error",
  });
  if (document.errors.length > 0) {
    return { ok: false, faults: document.errors.slice(0, MOST_FAULTS).map(faultOf) };
  }
  const tagged = lineWithTag(document, text);
  if (tagged !== null)
    return refused(
      `line ${tagged}`,
      "names a type with an exclamation mark",
      "write the value alone, in quotes if need be",
    );
  const cycle = findCycle(document);
  if (cycle !== null) return { ok: false, faults: [cycle] };
  try {
    return { ok: true, tree: withPlainNumbers(document.toJS({ maxAliasCount: MOST_ALIASES })) };
  } catch {
    return refused(
      "",
      "repeats parts of itself too often, or one that it does not name",
      "write them out instead of using * and &",
    );
  }
}

/** The line at which brackets outside quotes and comments are nested too deep; null where none are. */
function lineNestedTooDeep(text: string): number | null {
  let depth = 0;
  let line = 1;
  for (const [token] of text.matchAll(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|(?:^|\s)#[^\n]*|[[{\]}\n]/g)) {
    if (token === "[" || token === "{") depth += 1;
    else if (token === "]" || token === "}") depth = Math.max(0, depth - 1);
    else line += token.split("\n").length - 1;
    if (depth > DEEPEST) return line;
  }
  return null;
}

/** A programme needs no types: what `!!set` or `!!binary` stand for has no place in it. */
function lineWithTag(document: Document, text: string): number | null {
  let found: number | null = null;
  visit(document, (_key, node) => {
    if (!isNode(node) || node.tag === undefined) return undefined;
    found = text.slice(0, node.range?.[0] ?? 0).split("\n").length;
    return visit.BREAK;
  });
  return found;
}

/** An alias for a part that it stands in itself: such a document has no end. */
function findCycle(document: Document): Fault | null {
  let found: Fault | null = null;
  visit(document, {
    Alias(_key, alias, ancestors) {
      const isWithin = ancestors.some(
        (node) => isNode(node) && "anchor" in node && node.anchor === alias.source,
      );
      if (!isWithin) return undefined;
      const path = pathOf([...ancestors, alias]);
      found = faultAt(
        path,
        `refers back to "${alias.source}", which it is a part of`,
        "write out what is meant",
      );
      return visit.BREAK;
    },
  });
  return found;
}

function pathOf(nodes: readonly unknown[]): PropertyKey[] {
  return nodes.flatMap((node, depth): PropertyKey[] => {
    if (isPair(node)) return [String(node.key)];
    return isSeq(node) ? [node.items.indexOf(nodes[depth + 1])] : [];
  });
}

function faultOf(error: YAMLParseError): Fault {
  const path = `line ${error.linePos?.[0].line ?? 1}`;
  if (error.code === "MULTIPLE_DOCS")
    return { path, problem: "begins a second document", mend: "keep one programme to a file" };
  return {
    path,
    problem: `cannot be read: ${firstLine(error.message)}`,
    mend: "correct the text there or just before it",
  };
}

function refused(path: string, problem: string, mend: string): { ok: false; faults: Fault[] } {
  return { ok: false, faults: [{ path, problem, mend }] };
}

/** The parser's message without the place, which is told apart, and without the excerpt below it. */
function firstLine(message: string): string {
  const [line = ""] = message.split("\n");
  return line.replace(/ at line \d+, column \d+:?$/, "");
}

/** Whole numbers are read as bigints, so that none loses its last digits; the tree then holds what JSON can. */
function withPlainNumbers(part: unknown): unknown {
  if (typeof part === "bigint") return Number.isSafeInteger(Number(part)) ? Number(part) : part.toString();
  if (Array.isArray(part)) return part.map(withPlainNumbers);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, withPlainNumbers(child)]));
}
