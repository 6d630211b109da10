/** With these a spreadsheet begins a formula. */
const FORMULA_BEGINNINGS = ["=", "+", "-", "@", "\t", "\r", "\u0000"];
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * One line of a CSV file (RFC 4180, with its end). A cell that a spreadsheet would run is made text by an apostrophe;
 * numbers, negative ones too, stay numbers.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

function cellOf(text: string): string {
  const safe = FORMULA_BEGINNINGS.includes(text[0] ?? "") && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
