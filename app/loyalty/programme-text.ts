import { parseDocument } from "yaml";
import type { YAMLParseError } from "yaml";
import { checkProgramme } from "./check-programme.ts";
import type { ProgrammeCheck } from "./check-programme.ts";
import type { Fault } from "./programme-faults.ts";

/** Far above any real programme; a file picked by mistake is refused before it is read. */
const LONGEST_TEXT = 1_000_000;
/** Aliases that repeat aliases grow without end; a few plain ones are a convenience. */
const MOST_ALIASES = 100;

/** Reads a programme from YAML or JSON, for JSON is YAML. A text that cannot be read at all gives the line. */
export function parseProgrammeText(text: string): ProgrammeCheck {
  const tree = parseProgrammeTree(text);
  return tree.ok ? checkProgramme(tree.tree) : tree;
}

/** The plain tree that YAML or JSON stands for, not yet looked at as a programme. */
export function parseProgrammeTree(
  text: string,
): { ok: true; tree: unknown } | { ok: false; faults: Fault[] } {
  if (text.length > LONGEST_TEXT)
    return refused("", `is longer than ${LONGEST_TEXT} characters`, "shorten it");
  const document = parseDocument(text, {
    intAsBigInt: true,
    merge: false,
    stringKeys: true,
    logLevel: "error",
  });
  if (document.errors.length > 0) {
    return { ok: false, faults: document.errors.map(faultOf) };
  }
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
