import { readFileSync } from "node:fs";
import { faultText, type Fault } from "../../app/loyalty/programme-faults.ts";
import { parseProgrammeText, parseProgrammeTree } from "../../app/loyalty/programme-text.ts";
import type { Programme } from "../../app/loyalty/programme.ts";

/** A document that is refused: a fault a line, as `programme validate` prints them, behind the file's name. */
export class BadProgramme extends Error {
  override name = "BadProgramme";

  constructor(file: string, faults: readonly Fault[]) {
    super(faults.map((fault) => `${file}: ${faultText(fault)}`).join("\n"));
  }
}

export function readProgramme(file: string): Programme {
  const check = parseProgrammeText(readText(file));
  if (check.ok) return check.programme;
  throw new BadProgramme(file, check.faults);
}

/** The document as a tree, whatever is wrong with it as a programme. */
export function readTree(file: string): unknown {
  const parsed = parseProgrammeTree(readText(file));
  if (parsed.ok) return parsed.tree;
  throw new BadProgramme(file, parsed.faults);
}

export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw notReadable(file, error);
  }
}

/** Why a file that was named cannot be had. */
export function notReadable(file: string, error: unknown): Error {
  const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
  return new Error(`${file}: ${isMissing ? "there is no such file" : "cannot be read"}`, { cause: error });
}
