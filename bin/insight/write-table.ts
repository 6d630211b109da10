import { closeSync, openSync, writeSync } from "node:fs";

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
  const out = openSync(file, "w");
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
