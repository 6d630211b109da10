import { writeFileSync } from "node:fs";

/** A CSV file for programs: every cell stands in it as it is, so that ids can be matched with those of the input. */
export function writeTable(
  file: string,
  heading: readonly string[],
  rows: Iterable<readonly string[]>,
): void {
  const lines = [heading, ...rows].map((cells) => cells.map(quoted).join(","));
  writeFileSync(file, `${lines.join("\n")}\n`);
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A number as people and programs read it: no exponent, no more digits than it is worth. */
export function decimal(value: number, digits = 6): string {
  return Number(value.toFixed(digits)).toString();
}
