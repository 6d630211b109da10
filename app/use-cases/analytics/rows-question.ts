import { monthAfter, monthOf, dateOf, dayOf, type Day } from "../../insight/days.ts";
import type { Range } from "../../insight/range.ts";
import { readReportTerms, type KnownOfShop } from "./read-terms.ts";
import { REPORTS, type ReportName } from "./report.ts";

/** What a figure counts, so that its rows can be asked for. */
export const ROWS_OF = {
  members: "people",
  new: "people",
  active: "people",
  engaged: "people",
  buyers: "people",
  returning: "people",
  cohort: "people",
  "cohort-later": "people",
  orders: "orders",
  first: "orders",
  again: "orders",
  gap: "orders",
  "cohort-orders": "orders",
  moves: "moves",
  up: "moves",
  down: "moves",
  rewards: "rewards",
  lots: "lots",
  pending: "pending",
} as const;
export type RowsOf = keyof typeof ROWS_OF;
export type RowsKind = (typeof ROWS_OF)[RowsOf];

/** Which rows are asked for, as the address says it. */
export interface RowsQuestion {
  of: RowsOf;
  /** The report that has the figure, to go back to. */
  report: ReportName;
  range: Range;
  segment: string;
  /** Orders that were paid in it, and whoever placed them; "" for all. */
  currency: string;
  /** The dates in the address meant nothing, so others are shown. */
  misread: boolean;
  /** First day of the month of the first order, or of becoming available; null for all. */
  month: Day | null;
  /** Calendar months after that one. */
  later: number;
  /** Days since the order before; null for no end. */
  gap: { from: number; to: number | null };
  reward: string | null;
  levels: { from: string | null; to: string | null };
}

/** Null where the address asks for nothing that there is. */
export function readRowsQuestion(asked: URLSearchParams, known: KnownOfShop): RowsQuestion | null {
  const of = (Object.keys(ROWS_OF) as RowsOf[]).find((one) => one === asked.get("of"));
  if (of === undefined) return null;
  const { range, segment, segmentGone, currency, misread } = readReportTerms(asked, known);
  if (segmentGone) return null;
  const [, least = "0", most = ""] = /^(\d{1,4})-(\d{0,4})$/.exec(asked.get("gap") ?? "") ?? [];
  const month = dayOf(`${asked.get("month") ?? ""}-01`);
  return {
    ...{ of, range, segment, misread, month },
    currency: goesByCurrency(of) ? currency : "",
    report: REPORTS.find((report) => report === asked.get("report")) ?? "members",
    later: /^\d{1,2}$/.test(asked.get("later") ?? "") ? Number(asked.get("later")) : 0,
    gap: { from: Number(least), to: most === "" ? null : Number(most) },
    reward: wordOf(asked.get("reward")),
    levels: { from: wordOf(asked.get("was")), to: wordOf(asked.get("is")) },
  };
}

/** Orders are, and who placed them: whether somebody is a member has no currency. */
function goesByCurrency(of: RowsOf): boolean {
  return ["buyers", "returning", "cohort-later", "orders", "first", "again", "cohort-orders"].includes(of);
}

/** A text that the database can be asked for: what holds a NUL is the name of nothing. */
function wordOf(text: string | null): string | null {
  return text === null || text.includes("\u0000") ? null : text;
}

/** The same as an address; what is left out asks for nothing. */
export function rowsAddress(
  question: Pick<RowsQuestion, "of" | "report" | "segment"> & Partial<RowsQuestion>,
): string {
  const { of, report, range, segment, currency = "", month, later, gap, reward, levels } = question;
  const query = new URLSearchParams({ of, report });
  if (range !== undefined) {
    query.set("from", dateOf(range.from));
    query.set("to", dateOf(range.to));
  }
  if (segment !== "") query.set("segment", segment);
  if (currency !== "" && goesByCurrency(of)) query.set("currency", currency);
  if (month !== undefined && month !== null) query.set("month", dateOf(month).slice(0, 7));
  if (later !== undefined) query.set("later", String(later));
  if (gap !== undefined) query.set("gap", `${gap.from}-${gap.to ?? ""}`);
  if (reward !== undefined && reward !== null) query.set("reward", reward);
  if (levels !== undefined && levels.from !== null) query.set("was", levels.from);
  if (levels !== undefined && levels.to !== null) query.set("is", levels.to);
  return `/app/analytics/behind?${query.toString()}`;
}

/** The days of the month so many after that of the question. */
export function monthLater({ month, later }: Pick<RowsQuestion, "month" | "later">): Range {
  const first = monthAfter(month ?? 0, later);
  return { from: first, to: monthAfter(first) - 1 };
}

/** All days of a month. */
export function daysOfMonth(day: Day): Range {
  return { from: monthOf(day), to: monthAfter(day) - 1 };
}
