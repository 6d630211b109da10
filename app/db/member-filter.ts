import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import { gramsOf, patternsOf } from "./search-words.ts";

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
};

export type Parameter = (value: unknown) => string;

/** Answers the name of each value that it is given, and keeps them. */
export function parametersFrom(parameters: unknown[]): Parameter {
  return (value) => `$${parameters.push(value)}`;
}

const OUT = `m.record->'absences' @> '[{"to": null}]'`;
const BLOCKED = `m.record->'absences' @> '[{"to": null, "because": "blocked"}]'`;
const LEFT = `jsonb_path_exists(m.record->'absences', '$[*] ? (@.to == null && !exists(@.because))')`;
const STANDINGS: Record<Standing, string> = {
  in: `NOT coalesce(${OUT}, false)`,
  left: `${OUT} AND ${LEFT}`,
  blocked: `${OUT} AND ${BLOCKED}`,
};

/**
 * What must hold of `member m` in the shop `$1`. People are looked up by the index of their words; with `walking` they
 * are looked at one by one instead, which is faster where many are found and only the first ones wanted.
 */
export function conditionsOf(
  shopId: number,
  filter: MemberFilter,
  parameter: Parameter,
  { walking = false }: { walking?: boolean } = {},
): string[] {
  const within = (column: string, range: Range<unknown> | null, type: string) => [
    ...(range === null || range.from === null ? [] : [`${column} >= ${parameter(range.from)}::${type}`]),
    ...(range === null || range.to === null ? [] : [`${column} <= ${parameter(range.to)}::${type}`]),
  ];
  return [
    ...(filter.search === null ? [] : [foundBy(shopId, filter.search, parameter, walking)]),
    ...(filter.ids === null ? [] : [`m.id = ANY(${parameter(filter.ids)}::bigint[])`]),
    ...(filter.tiers.length === 0 ? [] : [`m.level = ANY(${parameter(filter.tiers)}::text[])`]),
    ...within("m.available", filter.balance, "bigint"),
    ...within("m.earned", filter.earned, "bigint"),
    ...filter.has.map((figure) => `m.${figure} > 0`),
    ...within("coalesce((m.record->>'lastActivityAt')::bigint, 0)", filter.active, "bigint"),
    ...within("m.known_since", datesOf(filter.since), "timestamptz"),
    ...(filter.ending === null ? [] : [endingWithin(filter.ending, parameter)]),
    ...(filter.standing === null ? [] : [STANDINGS[filter.standing]]),
    ...(filter.birthdayMonth === null
      ? []
      : [`(m.record->'birthday'->>'month')::int = ${parameter(filter.birthdayMonth)}::int`]),
    ...(filter.languages.length === 0 ? [] : [speaking(filter.languages, parameter)]),
    ...(filter.unusedReward === null ? [] : [withReward(filter.unusedReward, parameter)]),
    ...(filter.neverRedeemed ? ["m.redeemed = 0"] : []),
  ];
}

function datesOf(range: Range<Instant> | null): Range<Date> | null {
  const dateOf = (instant: Instant | null) => (instant === null ? null : new Date(instant));
  return range === null ? null : { from: dateOf(range.from), to: dateOf(range.to) };
}

function foundBy(
  shopId: number,
  { words, named }: NonNullable<MemberFilter["search"]>,
  parameter: Parameter,
  walking: boolean,
): string {
  const ids = `${parameter(named)}::bigint[]`;
  if (words.length === 0) return `m.id = ANY(${ids})`;
  const like = `' ' || p.words LIKE ALL (${parameter(patternsOf(words))}::text[])`;
  if (walking)
    return `(m.id = ANY(${ids}) OR EXISTS (
      SELECT 1 FROM person p WHERE p.shop_id = $1 AND p.member_id = m.id AND ${like}))`;
  const grams = `p.grams @> ${parameter(gramsOf(shopId, words))}::text[]`;
  return `m.id IN (SELECT p.member_id FROM person p WHERE p.shop_id = $1 AND ${grams} AND ${like}
    UNION ALL SELECT unnest(${ids}))`;
}

/** "de" means also "de-CH". */
function speaking(languages: readonly string[], parameter: Parameter): string {
  return `m.id IN (SELECT p.member_id FROM person p WHERE p.shop_id = $1
    AND split_part(lower(p.locale), '-', 1) = ANY(${parameter(languages)}::text[]))`;
}

/** By the rules of each version, by dates that lots brought along, and by midnights that they may not end before. */
function endingWithin({ now, until, lots }: Ending, parameter: Parameter): string {
  const [after, upTo] = [parameter(now), parameter(until)].map((name) => `${name}::bigint`);
  const within = (instant: string) => `${instant} > ${after} AND ${instant} <= ${upTo}`;
  const lotsWhere = (condition: string) =>
    `SELECT l.member_id FROM lot l WHERE l.shop_id = $1 AND l.remaining > 0 AND ${condition}`;
  const byRules = lots.flatMap(({ version, by, from, to }) => {
    const isOfVersion = `(l.record->>'version')::int = ${parameter(version)}::int AND coalesce(l.record->'endsAt', 'null') = 'null'`;
    const [first, last] = [parameter(from), parameter(to)];
    if (by === "lastActivityAt")
      return `SELECT a.id FROM member a WHERE a.shop_id = $1 AND (a.record->>'lastActivityAt')::bigint >= ${first}::bigint
        AND (a.record->>'lastActivityAt')::bigint < ${last}::bigint AND EXISTS (${lotsWhere(`l.member_id = a.id AND ${isOfVersion}`)})`;
    const [began, ended] = [first, last].map((name) => `to_timestamp(${name}::bigint / 1000.0)`);
    const isNotLater = `coalesce(${NOT_BEFORE}, 0) <= ${upTo}`;
    return [
      lotsWhere(
        `l.available_at >= ${began} AND l.available_at < ${ended} AND ${isNotLater} AND ${isOfVersion}`,
      ),
      lotsWhere(
        `${NOT_BEFORE} IS NOT NULL AND ${within(NOT_BEFORE)} AND l.available_at < ${ended} AND ${isOfVersion}`,
      ),
    ];
  });
  const withOwnDate = lotsWhere(
    `${HAS_OWN_DATE} AND ${within(`greatest((${OWN_DATE})::bigint, ${NOT_BEFORE})`)}`,
  );
  return `m.id IN (${[withOwnDate, ...byRules].join("\n UNION ALL ")})`;
}

const OWN_DATE = `l.record->>'endsAt'`;
const HAS_OWN_DATE = `jsonb_typeof(l.record->'endsAt') = 'number'`;
const NOT_BEFORE = `(l.record->>'notBefore')::bigint`;

function withReward(now: Instant, parameter: Parameter): string {
  return `m.id IN (SELECT r.member_id FROM redemption r WHERE r.shop_id = $1 AND r.state = 'held'
    UNION ALL SELECT c.member_id FROM issued_code c JOIN reward_issue i ON i.shop_id = c.shop_id AND i.id = c.issue_id
    WHERE c.shop_id = $1 AND c.state = 'ready' AND i.cancelled_at IS NULL AND i.ends_at > ${parameter(new Date(now))}
      AND NOT EXISTS (SELECT 1 FROM "order" o WHERE o.shop_id = c.shop_id AND o.codes <> '{}'
        AND o.codes @> ARRAY[lower(c.code)] AND (o.counts OR (o.record->>'away')::boolean)))`;
}
