import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import { IS_BLOCKED, IS_OUT } from "./absences.ts";
import { setsOf } from "./member-sets.ts";

/** Both ends belong to it; null for an open end. */
export interface Range<T> {
  from: T | null;
  to: T | null;
}

export const FIGURES = ["pending", "held", "owed"] as const;
export type Figure = (typeof FIGURES)[number];

/** Left the programme, was blocked, or is in it. */
export type Standing = "in" | "left" | "blocked";

/** Lots of one version of the programme that end within the time asked for, by what their end is counted from. */
export interface EndingLots {
  version: number;
  by: "availableAt" | "lastActivityAt";
  /** The first is in, the last is not. */
  from: Instant;
  to: Instant;
}

/** Points that end after `now`, up to and with `until`. */
export interface Ending {
  now: Instant;
  until: Instant;
  lots: readonly EndingLots[];
}

/** Who is meant; what is null, false or empty asks for nothing. */
export interface MemberFilter {
  /** Of a search; null where nothing is searched. A search without words finds whom it names, or nobody. */
  search: { words: readonly string[]; named: readonly MemberId[] } | null;
  /** Nobody but these. */
  ids: readonly MemberId[] | null;
  tiers: readonly string[];
  balance: Range<bigint> | null;
  earned: Range<bigint> | null;
  has: readonly Figure[];
  /** Last gain or redemption; who never had one did nothing before any instant. */
  active: Range<Instant> | null;
  since: Range<Instant> | null;
  ending: Ending | null;
  standing: Standing | null;
  birthdayMonth: number | null;
  languages: readonly string[];
  /** Something that can be used by now: held, or given. */
  unusedReward: Instant | null;
  neverRedeemed: boolean;
  /** Nobody but the members of this segment. */
  segment: string | null;
}

export const EVERYBODY: MemberFilter = {
  search: null,
  ids: null,
  tiers: [],
  balance: null,
  earned: null,
  has: [],
  active: null,
  since: null,
  ending: null,
  standing: null,
  birthdayMonth: null,
  languages: [],
  unusedReward: null,
  neverRedeemed: false,
  segment: null,
};

export type Parameter = (value: unknown) => string;

/** Answers the name of each value that it is given, and keeps them. */
export function parametersFrom(parameters: unknown[]): Parameter {
  return (value) => `$${parameters.push(value)}`;
}

const LEFT = `jsonb_path_exists(m.record->'absences', '$[*] ? (@.to == null && !exists(@.because))')`;
const STANDINGS: Record<Standing, string> = {
  in: `NOT coalesce(${IS_OUT}, false)`,
  left: `${IS_OUT} AND ${LEFT}`,
  blocked: `${IS_OUT} AND ${IS_BLOCKED}`,
};

/**
 * What must hold of `member m` in the shop `$1`, looked at one by one. Of what is asked of rows beside the member's own
 * only what was not looked up before is left: see `member-sets.ts`.
 */
export function conditionsOf(filter: MemberFilter, parameter: Parameter): string[] {
  const within = (column: string, range: Range<unknown> | null, type: string) => [
    ...(range === null || range.from === null ? [] : [`${column} >= ${parameter(range.from)}::${type}`]),
    ...(range === null || range.to === null ? [] : [`${column} <= ${parameter(range.to)}::${type}`]),
  ];
  return [
    ...(filter.ids === null ? [] : [`m.id = ANY(${parameter(filter.ids)}::bigint[])`]),
    ...(filter.tiers.length === 0 ? [] : [`m.level = ANY(${parameter(filter.tiers)}::text[])`]),
    ...within("m.available", filter.balance, "bigint"),
    ...within("m.earned", filter.earned, "bigint"),
    ...filter.has.map((figure) => `m.${figure} > 0`),
    ...within("coalesce((m.record->>'lastActivityAt')::bigint, 0)", filter.active, "bigint"),
    ...within("m.known_since", datesOf(filter.since), "timestamptz"),
    ...(filter.standing === null ? [] : [STANDINGS[filter.standing]]),
    ...(filter.birthdayMonth === null
      ? []
      : [`(m.record->'birthday'->>'month')::int = ${parameter(filter.birthdayMonth)}::int`]),
    ...(filter.neverRedeemed ? ["m.redeemed = 0"] : []),
    ...setsOf(filter).map((set) => set.holds(parameter)),
  ];
}

function datesOf(range: Range<Instant> | null): Range<Date> | null {
  const dateOf = (instant: Instant | null) => (instant === null ? null : new Date(instant));
  return range === null ? null : { from: dateOf(range.from), to: dateOf(range.to) };
}
