import type { SavedState } from "../../db/figures/saved-segments.ts";
import type { ProgrammeLabels } from "../programme-labels.ts";
import type { Day } from "../../insight/days.ts";
import type { Comparison, Preset, Range } from "../../insight/range.ts";
import type { Instant } from "../../loyalty/time.ts";

export const REPORTS = [
  "members",
  "points",
  "liability",
  "breakage",
  "redemption",
  "repeat",
  "cohorts",
  "tiers",
  "gaps",
  "engaged",
  "journal",
] as const;
export type ReportName = (typeof REPORTS)[number];

/** What a report is asked for. */
export interface ReportTerms {
  preset: Preset | "custom";
  range: Range;
  comparison: Comparison;
  before: Range | null;
  /** "" for all members, else "tier:gold", or "saved:" and the id of a saved segment. */
  segment: string;
  /** The address names a segment that is not there: figures of all members would not be what it asks for. */
  segmentGone: boolean;
  /** Orders that were paid in it; "" for all of them, whatever they were paid in. */
  currency: string;
  /** The dates in the address meant nothing, so others are shown. */
  misread: boolean;
}

/** `money` is a decimal amount, of the shop's currency where no other is named, `share` a decimal ("0.125"), the others are whole numbers. */
export type Unit = "points" | "money" | "members" | "orders" | "rewards" | "share" | "days" | "entries";

export interface Quantity {
  unit: Unit;
  /** Of money that is not the shop's. */
  currency?: string;
  value: string;
}

/** A figure and what it was in the time before; null where nothing can be said. */
export interface FigureView {
  id: FigureId;
  unit: Unit;
  /** Of money that is not the shop's. */
  currency?: string;
  value: string | null;
  before: string | null;
  /** Where the rows stand that it counts. */
  rows?: string;
}

export type FigureId =
  | "members"
  | "new"
  | "active"
  | "engaged"
  | "earned"
  | "redeemed"
  | "expired"
  | "adjusted"
  | "outstanding"
  | "usable"
  | "pending"
  | "available"
  | "held"
  | "owed"
  | "worth"
  | "redemptionRate"
  | "rewards"
  | "costPerPoint"
  | "buyers"
  | "returning"
  | "repeatRate"
  | "orders"
  | "value"
  | "paid"
  | "median"
  | "breakage"
  | "least"
  | "most"
  | "expectedWorth"
  | "leastWorth"
  | "mostWorth"
  | "up"
  | "down";

export type SectionId =
  | "new-members"
  | "points-flow"
  | "outstanding"
  | "ageing"
  | "breakage"
  | "redemption-rate"
  | "rewards"
  | "repeat-rate"
  | "cohorts"
  | "cohort-value"
  | "tier-flow"
  | "gaps"
  | "engaged"
  | "journal";

/** Names a row, a bar or a line; the page has the words. */
export type Label =
  | { kind: "days"; from: Day; to: Day }
  | { kind: "month"; month: Day }
  | { kind: "reward"; id: string }
  | { kind: "level"; from: string | null; to: string | null }
  | { kind: "word"; word: RowWord }
  | { kind: "gap"; from: number; to: number | null };

export type RowWord = "pending" | "with-reward" | "without-reward";

export interface Column {
  id: ColumnId;
  unit: Unit;
  /** Of money that is not the shop's. */
  currency?: string;
}

export type ColumnId =
  | FigureId
  | "first"
  | "again"
  | "imported"
  | "dropped"
  | "opening"
  | "cameToOwe"
  | "perMember"
  | "count"
  | "survival"
  | `month-${number}`;

export interface Row {
  label: Label;
  /** null where nothing can be said. */
  cells: (string | null)[];
  /** Where the entries behind it stand. */
  entries?: string;
  /** Where the rows behind each cell stand; null for a cell that is no count or sum of any. */
  links?: (string | null)[];
}

/** How a table is drawn: which of its columns, and as what. */
export type Drawing =
  | { kind: "lines"; columns: ColumnId[] }
  /** The first column now, and the same in the time before. */
  | { kind: "trend"; column: ColumnId; before: (string | null)[] | null }
  | { kind: "bars"; columns: ColumnId[] }
  | { kind: "triangle" }
  | { kind: "none" };

/** The message of a section: a value, what it was before, and what else the sentence speaks of. */
export interface Headline {
  value: Quantity | null;
  before: Quantity | null;
  also: Quantity[];
  /** The month that the sentence speaks of, where it speaks of one. */
  month?: Day;
}

export interface Section {
  id: SectionId;
  headline: Headline;
  drawing: Drawing;
  columns: Column[];
  rows: Row[];
  /** Where the entries of the whole range stand. */
  entries?: string;
  /** Where the rows of the whole range stand, of what is no ledger entry. */
  behind?: string;
  /** Why there is nothing to be seen. */
  nothing?: "no-data" | "too-little" | "no-tiers" | "nobody-engaged";
}

export interface Report {
  figures: FigureView[];
  sections: Section[];
}

export interface ReportView extends Report {
  report: ReportName;
  terms: ReportTerms;
  today: Day;
  /** What the merchant calls tiers and rewards. */
  names: ProgrammeLabels;
  /** Segments that anybody is in, and those that were saved, as they are called. */
  segments: string[];
  saved: { segment: string; name: string }[];
  /** How far the sums of the saved segment are that is asked for; null for any other. */
  among: SavedState | null;
  /** What the figures are true of; null while they are worked out for the first time. */
  asOf: Instant | null;
  now: Instant;
  currency: string;
  /** All that orders were paid in, the shop's own first. */
  currencies: string[];
  timezone: string;
  /** The shop has no member yet. */
  isEmpty: boolean;
}
