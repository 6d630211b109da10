import type { Cell, Measure } from "../../insight/contribution.ts";
import type { Day } from "../../insight/days.ts";

/** A member as figure_member has them. */
export interface FigureMemberRow {
  member_id: string;
  seq: string;
  counted: boolean;
  tier: string;
  language: string;
  channel: string;
  buyer: string;
  engaged: boolean;
  first_order: Day | null;
  second_order: Day | null;
  joined: Day;
  deeds: string;
  orders: string;
}

/** A member as the figures have them, and what the member adds to the sums. */
export interface Share {
  row: FigureMemberRow;
  segments: readonly string[];
  cells: readonly Cell[];
}

/** The segments to whose sums of a measure a member adds who is in these. */
export type SegmentsWith = (segments: readonly string[], measure: Measure) => readonly string[];

type CellRow = [Measure, Day, string, string, number];

export function textOfCells(cells: readonly Cell[]): string {
  return JSON.stringify(
    cells.map(({ measure, day, key, amount, count }): CellRow => [measure, day, key, String(amount), count]),
  );
}

export function cellsOfText(text: string): Cell[] {
  return (JSON.parse(text) as CellRow[]).map(([measure, day, key, amount, count]) => {
    return { measure, day, key, amount: BigInt(amount), count };
  });
}
