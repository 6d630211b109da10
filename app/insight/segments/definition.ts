import type { Topic } from "../sentiment/topics/terms.ts";
import type { Segment } from "./rfm.ts";

/**
 * Who belongs to a segment, as one document: conditions over everything that the shop knows of a member, nested as deep as
 * `MOST_LEVELS`. What is left open asks for nothing; a condition about something that is not known of a member does not
 * hold.
 */
export type Definition = Group;

/** All of them hold; at least one of them; none of them. A group that asks for nothing is as if it were not there. */
export type Group = { all: Part[] } | { any: Part[] } | { none: Part[] };
export type Part = Group | Condition;

export const MOST_LEVELS = 5;
export const MOST_CONDITIONS = 40;
export const MOST_NAMES = 100;
export const MOST_DAYS = 3_650;

/** Decimal strings, both ends in it; null for an open end. */
export interface Span {
  from: string | null;
  to: string | null;
}

/** Dates of the shop's calendar, "2026-03-01", both in it; or counted back from today. */
export type When =
  | { kind: "within"; days: number }
  /** Longer ago than that. */
  | { kind: "before"; days: number }
  | { kind: "between"; from: string | null; to: string | null };

export const ORDER_MEASURES = ["count", "spent", "average", "refunded"] as const;
export const BOUGHT_BY = ["product", "tag", "type", "vendor"] as const;
export const POINT_FIGURES = [
  "available",
  "pending",
  "held",
  "owed",
  "earned",
  "redeemed",
  "expired",
] as const;
export const DATES = ["first-order", "last-order", "known-since"] as const;
export const CONSENTS = ["given", "refused", "unasked"] as const;
export const STANDINGS = ["in", "left", "blocked"] as const;
/** As in the inbox: see `Label`. */
export const MOODS = ["positive", "neutral", "negative"] as const;
export const PREDICTED = ["leaving", "alive", "orders", "value", "next-order"] as const;

export type OrderMeasure = (typeof ORDER_MEASURES)[number];
export type BoughtBy = (typeof BOUGHT_BY)[number];
export type PointFigure = (typeof POINT_FIGURES)[number];
export type DateFact = (typeof DATES)[number];
export type ConsentState = (typeof CONSENTS)[number];
export type StandingFact = (typeof STANDINGS)[number];
export type Mood = (typeof MOODS)[number];
export type Predicted = (typeof PREDICTED)[number];

export type Condition =
  | OrdersCondition
  | { fact: DateFact; when: When }
  | ({ fact: "points"; of: PointFigure } & Span)
  /** Points end within so many days. */
  | { fact: "expiring"; days: number }
  /** "" for members without a tier. */
  | { fact: "tier"; among: string[] }
  /** Rewards chosen and not given up; of these, or any. */
  | ({ fact: "rewards"; among: string[]; days: number | null } & Span)
  /** Holds a reward that can still be used. */
  | { fact: "unused-reward" }
  | ({ fact: "activities"; among: string[]; days: number | null } & Span)
  /** "de" means also "de-CH". */
  | { fact: "language"; among: string[] }
  /** Of the address: ISO 3166, "GB". */
  | { fact: "country"; among: string[] }
  /** The store's own, not the app's. */
  | { fact: "customer-tag"; among: string[] }
  /** What they wrote: in one of these moods, about one of these topics; any where empty. */
  | ({ fact: "feedback"; moods: Mood[]; topics: Topic[]; days: number | null } & Span)
  | { fact: "consent"; is: ConsentState }
  | { fact: "standing"; is: StandingFact }
  | { fact: "birthday"; months: number[] }
  | { fact: "group"; among: Segment[] }
  | { fact: "cluster"; among: number[] }
  /** Shares of 1, orders, money in whole units, days from today; whoever has no prediction does not pass. */
  | ({ fact: "prediction"; of: Predicted } & Span);

/**
 * Of the orders that count, and of these only the ones asked for: how many, or what they come to in whole units of the
 * currency. An average of no orders is not known.
 */
export interface OrdersCondition extends Span {
  fact: "orders";
  measure: OrderMeasure;
  /** Only orders that hold one of these. */
  bought: { by: BoughtBy; among: string[] } | null;
  /** Only orders of these channels; all where empty. */
  channels: string[];
  /** Only those of the last days. */
  days: number | null;
}

/** Nobody passes; it stands for what cannot be read, and cannot be saved itself. */
export const NOBODY: Definition = { all: [{ fact: "tier", among: [] }] };

export function partsOf(group: Group): Part[] {
  return "all" in group ? group.all : "any" in group ? group.any : group.none;
}

export function isGroup(part: Part): part is Group {
  return !("fact" in part);
}

/** In the order in which they are read. */
export function conditionsIn(part: Part): Condition[] {
  return isGroup(part) ? partsOf(part).flatMap(conditionsIn) : [part];
}

/** Levels of groups, the outermost included. */
export function levelsOf(part: Part): number {
  return isGroup(part) ? 1 + Math.max(0, ...partsOf(part).map(levelsOf)) : 0;
}
