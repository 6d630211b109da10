/**
 * With these a spreadsheet begins a formula, also after white space that it drops, and also in full width, as they are
 * typed in Chinese and Japanese.
 */
const FORMULA_BEGINNING = /^([\t\r\0]|\s*[=+\-@＝＋－＠])/;
/** Where a comma is the decimal sign, spreadsheets begin a cell at a semicolon as well, and some at a tab. */
const FORMULA_WITHIN = /(?<=[;\t]\s*"?)(?=[=+\-@＝＋－＠])/g;
/** Spreadsheets take a file without it for one of their own country's old encodings, and spoil every name. */
export const BYTE_ORDER_MARK = "\uFEFF";
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * One line of a CSV file (RFC 4180, with its end). A cell that a spreadsheet would run is made text by an apostrophe;
 * numbers, negative ones too, stay numbers.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

function cellOf(text: string): string {
  const begun = FORMULA_BEGINNING.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  const safe = begun.replaceAll(FORMULA_WITHIN, "'");
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
