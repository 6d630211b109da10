/**
 * Told apart by everybody, also in print, and each at least 3:1 against the card (after Okabe and Ito, "Color Universal
 * Design", 2008). A line of the time before is grey and dashed.
 */
const COLOURS = ["#0b62a8", "#b35900", "#00735c", "#8f3a84", "#6b6b00", "#c23a2b"];

export const BEFORE = "#6a6a6a";
export const GRID = "#e3e3e3";
export const AXIS = "#8a8a8a";
export const INK = "#303030";
export const FAINT_INK = "#616161";

export function colourOf(place: number): string {
  return COLOURS[place % COLOURS.length] ?? INK;
}
