import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import type { Ending, MemberFilter, Parameter } from "./member-filter.ts";
import { gramsOf, patternsOf } from "./search-words.ts";
import type { Sql } from "./sql.ts";

/**
 * What is asked of rows beside a member's own: their name, their lots, what they were given. Such members can be listed
 * by an index of those rows, or each member can be looked at for whether it holds. The one is fast where there are few of
 * them, the other where there are many.
 */
interface MemberSet {
  /** Ids of them, each perhaps more than once, in the shop `$1`. */
  list(shopId: number, parameter: Parameter): string;
  /** The same of `member m`. */
  holds(parameter: Parameter): string;
  without(filter: MemberFilter): MemberFilter;
}

export function setsOf(filter: MemberFilter): MemberSet[] {
  const { search, languages, ending, unusedReward, segment } = filter;
  return [
    ...(search === null ? [] : [namedSo(search)]),
    ...(languages.length === 0 ? [] : [speaking(languages)]),
    ...(ending === null ? [] : [endingWithin(ending)]),
    ...(unusedReward === null ? [] : [withReward(unusedReward)]),
    ...(segment === null ? [] : [ofSegment(segment)]),
  ];
}

/** The database would else list all of them again, for fear of looking at too many. */
const ONE_BY_ONE = "OFFSET 0";

/** More than that are looked at one by one. */
const FEW = 4_000;

/** The filter without what is asked of other rows. */
export function withoutSets(filter: MemberFilter): MemberFilter {
  return setsOf(filter).reduce((left, set) => set.without(left), filter);
}

/** The same filter, with those of its sets that hold few members listed. */
export async function withFewListed(sql: Sql, shopId: number, filter: MemberFilter): Promise<MemberFilter> {
  let listed = filter;
  for (const set of setsOf(filter)) {
    const parameters: unknown[] = [shopId];
    const list = set.list(shopId, (value) => `$${parameters.push(value)}`);
    const rows = await sql.query<{ member_id: bigint }>(`${list} LIMIT ${FEW + 1}`, parameters);
    if (rows.length > FEW) continue;
    const ids = new Set(rows.map((row) => row.member_id.toString()));
    listed = set.without({ ...listed, ids: both(listed.ids, ids) });
  }
  return listed;
}

function both(known: readonly MemberId[] | null, found: ReadonlySet<MemberId>): readonly MemberId[] {
  return known === null ? [...found] : known.filter((id) => found.has(id));
}

function namedSo({ words, named }: NonNullable<MemberFilter["search"]>): MemberSet {
  const isNamed = (parameter: Parameter) => `${parameter(named)}::bigint[]`;
  const like = (parameter: Parameter) => `' ' || p.words LIKE ALL (${parameter(patternsOf(words))}::text[])`;
  const without = (filter: MemberFilter) => ({ ...filter, search: null });
  if (words.length === 0)
    return {
      without,
      // The shop is named though it is not asked for: a parameter that stands nowhere has no type.
      list: (_, parameter) => `SELECT unnest(${isNamed(parameter)}) AS member_id WHERE $1::int IS NOT NULL`,
      holds: (parameter) => `m.id = ANY(${isNamed(parameter)})`,
    };
  return {
    without,
    list: (shopId, parameter) => `SELECT unnest(${isNamed(parameter)}) AS member_id
      UNION ALL SELECT p.member_id FROM person p
      WHERE p.shop_id = $1 AND p.grams @> ${parameter(gramsOf(shopId, words))}::text[] AND ${like(parameter)}`,
    holds: (parameter) => `(m.id = ANY(${isNamed(parameter)}) OR EXISTS (
      SELECT 1 FROM person p WHERE p.shop_id = $1 AND p.member_id = m.id AND ${like(parameter)} ${ONE_BY_ONE}))`,
  };
}

/** Whoever is in it as it was last followed. */
function ofSegment(id: string): MemberSet {
  const select = (parameter: Parameter) => `SELECT s.member_id FROM segment_member s
    WHERE s.shop_id = $1 AND s.segment_id = ${parameter(id)}::text`;
  return {
    list: (_, parameter) => select(parameter),
    holds: (parameter) => `EXISTS (${select(parameter)} AND s.member_id = m.id ${ONE_BY_ONE})`,
    without: (filter) => ({ ...filter, segment: null }),
  };
}

/** "de" means also "de-CH". */
function speaking(languages: readonly string[]): MemberSet {
  const select = (parameter: Parameter) => `SELECT p.member_id FROM person p WHERE p.shop_id = $1
    AND split_part(lower(p.locale), '-', 1) = ANY(${parameter(languages)}::text[])`;
  return {
    list: (_, parameter) => select(parameter),
    holds: (parameter) => `EXISTS (${select(parameter)} AND p.member_id = m.id ${ONE_BY_ONE})`,
    without: (filter) => ({ ...filter, languages: [] }),
  };
}

const OWN_DATE = `(l.record->>'endsAt')::bigint`;
const HAS_OWN_DATE = `jsonb_typeof(l.record->'endsAt') = 'number'`;
const NOT_BEFORE = `(l.record->>'notBefore')::bigint`;

/** By the rules of each version, by dates that lots brought along, and by midnights that they may not end before. */
function endingWithin(ending: Ending): MemberSet {
  return {
    list: (_, parameter) => endingLots(ending, parameter, "").join(" UNION ALL "),
    holds: (parameter) =>
      `(${endingLots(ending, parameter, "AND l.member_id = m.id")
        .map((lots) => `EXISTS (${lots} ${ONE_BY_ONE})`)
        .join(" OR ")})`,
    without: (filter) => ({ ...filter, ending: null }),
  };
}

/** `of` narrows them to one member's. */
function endingLots({ now, until, lots }: Ending, parameter: Parameter, of: string): string[] {
  const [after, upTo] = [parameter(now), parameter(until)].map((name) => `${name}::bigint`);
  const within = (instant: string) => `${instant} > ${after} AND ${instant} <= ${upTo}`;
  const open = `FROM lot l WHERE l.shop_id = $1 AND l.remaining > 0 ${of}`;
  const byRules = lots.flatMap(({ version, by, from, to }) => {
    const ofVersion = `(l.record->>'version')::int = ${parameter(version)}::int
      AND coalesce(l.record->'endsAt', 'null') = 'null' AND coalesce(${NOT_BEFORE}, 0) <= ${upTo}`;
    const [first, last] = [`${parameter(from)}::bigint`, `${parameter(to)}::bigint`];
    if (by === "lastActivityAt") {
      const activity = `coalesce((a.record->>'lastActivityAt')::bigint, 0)`;
      return `SELECT l.member_id FROM member a JOIN lot l ON l.shop_id = a.shop_id AND l.member_id = a.id
        WHERE a.shop_id = $1 AND l.remaining > 0 ${of} AND ${activity} >= ${first} AND ${activity} < ${last} AND ${ofVersion}`;
    }
    const [began, ended] = [first, last].map((name) => `to_timestamp(${name} / 1000.0)`);
    return [
      `SELECT l.member_id ${open} AND l.available_at >= ${began} AND l.available_at < ${ended} AND ${ofVersion}`,
      `SELECT l.member_id ${open} AND ${NOT_BEFORE} IS NOT NULL AND ${within(NOT_BEFORE)}
        AND l.available_at < ${ended} AND ${ofVersion}`,
    ];
  });
  const withOwnDate = `SELECT l.member_id ${open} AND ${HAS_OWN_DATE} AND ${OWN_DATE} <= ${upTo}
    AND ${within(`greatest(${OWN_DATE}, ${NOT_BEFORE})`)}`;
  return [withOwnDate, ...byRules];
}

/** Held, or given and neither used nor over. */
function withReward(now: Instant): MemberSet {
  const held = `SELECT r.member_id FROM redemption r WHERE r.shop_id = $1 AND r.state = 'held'`;
  const given = (parameter: Parameter) => `SELECT c.member_id FROM issued_code c
    JOIN reward_issue i ON i.shop_id = c.shop_id AND i.id = c.issue_id
    WHERE c.shop_id = $1 AND c.state = 'ready' AND i.cancelled_at IS NULL AND i.ends_at > ${parameter(new Date(now))}
      AND NOT EXISTS (SELECT 1 FROM "order" o WHERE o.shop_id = c.shop_id AND o.codes <> '{}'
        AND o.codes @> ARRAY[lower(c.code)] AND (o.counts OR (o.record->>'away')::boolean))`;
  return {
    list: (_, parameter) => `${held} UNION ALL ${given(parameter)}`,
    holds: (parameter) =>
      `(EXISTS (${held} AND r.member_id = m.id ${ONE_BY_ONE})
      OR EXISTS (${given(parameter)} AND c.member_id = m.id ${ONE_BY_ONE}))`,
    without: (filter) => ({ ...filter, unusedReward: null }),
  };
}
