/** What a column of another app's file can mean to us. Names and everything else about a person are left behind. */
export const FIELDS = [
  "customerId",
  "email",
  "points",
  "expiresAt",
  "earnedAt",
  "tier",
  "tierUntil",
  "referralCode",
  "birthday",
  "historyAt",
  "historyPoints",
  "historyReason",
] as const;

export type Field = (typeof FIELDS)[number];

/** Which column, counted from 0, holds what; a field without a column is not in the file. */
export type Mapping = Partial<Record<Field, number>>;

export function isField(word: string): word is Field {
  return (FIELDS as readonly string[]).includes(word);
}

/** Why a cell cannot be taken in, in sentences that stand behind each other. */
export interface CellFault {
  /** The column's heading as it stands in the file. */
  column: string;
  value: string;
  problem: string;
  /** What to do about it. */
  mend: string;
}

/** How numbers and dates of a file are written, where they could be read two ways. */
export interface Notation {
  decimalMark: "." | ",";
  /** Of dates such as 03/04/2026. */
  dateOrder: "dmy" | "mdy";
  /** IANA; days without a time are days of this zone. */
  timezone: string;
}

export type Cell<Value> = { ok: true; value: Value } | { ok: false; problem: string; mend: string };
