/** What stands for an idiom once it is found: its own words mean another thing elsewhere, and are not looked at. */
export const PRAISE_MARK = "\u2295";
export const COMPLAINT_MARK = "\u2296";

/** How good or bad an idiom is, on the scale of the lists; it says it the same whatever "not" stands before it. */
export const MARK_VALENCES: ReadonlyMap<string, number> = new Map([
  [PRAISE_MARK, 3.2],
  [COMPLAINT_MARK, -3.2],
]);
