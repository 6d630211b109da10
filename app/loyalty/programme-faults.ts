import type { z } from "zod";

/** What is wrong with a document, in words for the merchant who wrote it. */
export interface Fault {
  /** Where: "earning.rules[2].multiply"; "line 3" for a text that cannot be read at all; "" for the whole of it. */
  readonly path: string;
  /** Goes on from the path: "is missing". */
  readonly problem: string;
  /** What to do about it, as a sentence without its full stop. */
  readonly mend: string;
}

export type Path = readonly PropertyKey[];

/** "earning.rules[2].multiply: is below 0; write …", as `programme validate` prints it. */
export function faultText(fault: Fault): string {
  return `${fault.path === "" ? "the document" : fault.path}: ${fault.problem}; ${fault.mend}`;
}

export function faultAt(path: Path, problem: string, mend: string): Fault {
  return { path: pathText(path), problem, mend };
}

/**
 * Reads one part of the document. What is wrong with it goes to `faults`, and null comes back; the other parts are
 * then read all the same, so that a merchant learns of every fault at once.
 */
export function readPart<T>(schema: z.ZodType<T>, part: unknown, path: Path, faults: Fault[]): T | null {
  const outcome = schema.safeParse(part);
  if (outcome.success) return outcome.data;
  for (const issue of outcome.error.issues) faults.push(...faultsOf(issue, part, path));
  return null;
}

/** "earning.rules[2].multiply". */
export function pathText(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}

function faultsOf(issue: z.core.$ZodIssue, part: unknown, base: Path): Fault[] {
  const path = [...base, ...issue.path];
  switch (issue.code) {
    case "unrecognized_keys":
      // `keysOf` in programme-values.ts puts the known keys where zod has its message.
      return issue.keys.map((key) =>
        faultAt(
          [...path, key],
          "is not known here",
          `remove it or correct its name: known are ${issue.message}`,
        ),
      );
    case "invalid_type":
      return [
        faultAt(path, problemOfType(issue.expected, inputAt(part, issue.path)), mendOfType(issue.expected)),
      ];
    case "invalid_value":
      return [
        faultAt(path, problemOfChoice(inputAt(part, issue.path)), `write one of ${issue.values.join(", ")}`),
      ];
    case "too_small":
      return [faultAt(path, "is an empty list", "write at least one entry, or remove the key")];
    case "too_big":
      return [faultAt(path, "has too many entries", `keep it to ${issue.maximum}`)];
    case "invalid_union":
      // `kindsOf` puts the known kinds there.
      return [faultAt(path, problemOfChoice(inputAt(part, issue.path)), `write one of ${issue.message}`)];
    default:
      return [faultAt(path, issue.message, mendOf(issue))];
  }
}

function inputAt(part: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    part,
  );
}

function mendOf(issue: z.core.$ZodIssue): string {
  return issue.code === "custom" && typeof issue.params?.["mend"] === "string"
    ? issue.params["mend"]
    : "correct it";
}

export function problemOfChoice(input: unknown): string {
  return input === undefined ? "is missing" : `is ${shown(input)}, which is not known`;
}

/** A value as it is named in a sentence: short, and whatever it is. */
export function shown(input: unknown): string {
  if (typeof input === "string") return input.length > 40 ? `"${input.slice(0, 40)}…"` : `"${input}"`;
  if (input === null) return "empty";
  return typeof input === "number" || typeof input === "boolean" || typeof input === "bigint"
    ? String(input)
    : "a list or a group of keys";
}

function problemOfType(expected: string, input: unknown): string {
  if (input === undefined) return "is missing";
  if (input === null) return "is empty";
  return (
    { array: "is not a list", boolean: "is neither true nor false" }[expected] ??
    "does not hold keys of its own"
  );
}

function mendOfType(expected: string): string {
  return (
    {
      array: "write a list in square brackets, or with a dash before each entry",
      boolean: "write true or false, without quotes",
    }[expected] ?? "write keys with their values below it, indented"
  );
}
