import { buyerOf, daysActive, type Cell, type Measure } from "../../insight/contribution.ts";
import type { Day } from "../../insight/days.ts";
import type { ReadFacts } from "./member-facts.ts";

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

export function rowOfFacts({ memberId, seq, facts }: ReadFacts): FigureMemberRow {
  const { counted, tier, language, channel } = facts;
  const bought = facts.orders.map(({ day }) => day).sort((a, b) => a - b);
  const active = daysActive(facts);
  return {
    member_id: memberId,
    seq: seq.toString(),
    counted,
    tier,
    language,
    channel,
    buyer: buyerOf(facts),
    engaged: facts.rewards.length > 0,
    first_order: bought[0] ?? null,
    second_order: bought[1] ?? null,
    joined: facts.joined,
    deeds: bitsOf(active, facts.joined),
    orders: bitsOf(bought, facts.joined),
  };
}

/** A 1 for each of the days, the first of all standing for `from`. */
export function bitsOf(days: readonly Day[], from: Day): string {
  const last = days.at(-1);
  if (last === undefined) return "";
  const bits = new Uint8Array(last - from + 1);
  for (const day of days) bits[day - from] = 1;
  return bits.join("");
}

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
