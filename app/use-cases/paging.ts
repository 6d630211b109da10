/** A page of a list that is read by key: one row more than asked for tells whether it goes on. */
export interface Page<Row> {
  rows: Row[];
  hasNext: boolean;
  hasPrevious: boolean;
}

export type Side = "after" | "before";

/** `rows` are up to `size` + 1, in the order of the list; `side` is where they lie from the place asked for. */
export function pageOf<Row>(rows: Row[], size: number, side: Side | null): Page<Row> {
  const goesOn = rows.length > size;
  if (side === "before") {
    return { rows: goesOn ? rows.slice(-size) : rows, hasPrevious: goesOn, hasNext: true };
  }
  return { rows: rows.slice(0, size), hasNext: goesOn, hasPrevious: side === "after" };
}
