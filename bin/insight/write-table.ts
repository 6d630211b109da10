import { closeSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { BadInput } from "./bad-input.ts";

/** Written at once, in characters. */
const A_PART = 1 << 20;

/**
 * A CSV file for programs: every cell stands in it as it is, so that ids can be matched with those of the input. Written
 * as the rows come, for all of them together may be longer than any text.
 */
export function writeTable(
  file: string,
  heading: readonly string[],
  rows: Iterable<readonly string[]>,
): void {
  const out = opened(file);
  try {
    let part = lineOf(heading);
    for (const row of rows) {
      part += lineOf(row);
      if (part.length < A_PART) continue;
      writeSync(out, part);
      part = "";
    }
    writeSync(out, part);
  } finally {
    closeSync(out);
  }
}

function opened(file: string): number {
  try {
    return openSync(file, "w");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ENOENT")
      throw new BadInput(
        `--out ${file}: there is no folder ${dirname(file)}; make it first, or write elsewhere`,
      );
    if (code === "EISDIR") throw new BadInput(`--out ${file}: is a folder; name a file in it`);
    throw error;
  }
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(quoted).join(",")}\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A number as people and programs read it: no exponent, no more digits than it is worth. */
export function decimal(value: number, digits = 6): string {
  return Number(value.toFixed(digits)).toString();
}
