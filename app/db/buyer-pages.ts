import type { Day } from "../insight/days.ts";
import { BOUGHT } from "./bought.ts";
import { dayIn } from "./figures/shop-days.ts";
import type { Sql } from "./sql.ts";

/** What a shop knows of the buying of some of its members; days of the shop's calendar, money in minor units. */
export interface BuyerPage {
  members: { id: bigint; known: Day; language: string; channel: string }[];
  /** What was bought, as they were sold: before anything came back. */
  orders: { member: bigint; day: Day; value: number }[];
  /** What came back, on the day that it did. */
  returns: { member: bigint; day: Day; value: number }[];
  /** Days on which they chose a reward. */
  rewards: { member: bigint; day: Day }[];
  /** From which day on they have been at which level; null for none. */
  levels: { member: bigint; day: Day; level: string | null }[];
}

/** Few enough that an embedded database lets everybody else in between. */
const MEMBERS_AT_ONCE = 250;

/** All members of a shop who bought and are there, page by page; what happened on a later day than `until` is left out. */
export async function* readBuyerPages(
  sql: Sql,
  shop: { id: number; timezone: string },
  until: Day,
): AsyncGenerator<BuyerPage> {
  for (let after = 0n; ;) {
    const members = await sql.query<MemberRow>(MEMBERS, [shop.id, after, shop.timezone, MEMBERS_AT_ONCE]);
    const last = members.at(-1);
    if (last === undefined) return;
    after = last.id;
    const who = [shop.id, members.map(({ id }) => id), shop.timezone, until];
    yield {
      members: members.map(({ locale, ...member }) => ({ ...member, language: languageOf(locale) })),
      orders: await sql.query(ORDERS, who),
      returns: await sql.query(RETURNS, who),
      rewards: await sql.query(REWARDS, who),
      levels: await sql.query(LEVELS, who),
    };
  }
}

interface MemberRow {
  id: bigint;
  known: Day;
  locale: string | null;
  channel: string;
}

/** "de" of "de-CH"; "" for what is no language. */
function languageOf(locale: string | null): string {
  return /^[A-Za-z]{2,3}(?![A-Za-z])/.exec(locale ?? "")?.[0].toLowerCase() ?? "";
}

const MEMBERS = `SELECT m.id, ${dayIn("$3::text", "m.known_since")} AS known, p.locale,
    coalesce(first.snapshot->'order'->>'channel', '') AS channel
  FROM member m
  CROSS JOIN LATERAL (SELECT o.snapshot FROM "order" o
    WHERE o.shop_id = m.shop_id AND o.member_id = m.id AND ${BOUGHT} ORDER BY o.processed_at, o.id LIMIT 1) AS first
  LEFT JOIN person p ON p.shop_id = m.shop_id AND p.member_id = m.id
  WHERE m.shop_id = $1 AND m.id > $2 AND m.merged_into IS NULL ORDER BY m.id LIMIT $4`;

const THEIRS = `o.shop_id = $1 AND o.member_id = ANY($2::bigint[]) AND ${BOUGHT}`;
const UNTIL = (day: string) => `${day} <= $4::int`;
const WHOLE = (value: string) => `(${value}->>'$n')::float8`;

/** Tips are no purchase; gift cards are. What an edit took out was never sold, and what was refunded comes as a return. */
const ORDERS = `SELECT o.member_id AS member, ${dayIn("$3::text", "o.processed_at")} AS day,
    coalesce((SELECT sum(${WHOLE("l->'price'")} * (l->>'quantity')::int - ${WHOLE("l->'discount'")})
      FROM jsonb_array_elements(o.snapshot->'order'->'lines') AS l WHERE NOT (l->>'tip')::boolean), 0)::float8 AS value
  FROM "order" o WHERE ${THEIRS} AND ${UNTIL(dayIn("$3::text", "o.processed_at"))}
  ORDER BY o.member_id, o.processed_at, o.id`;

const REFUNDED_AT = `to_timestamp((r->>'createdAt')::float8 / 1000)`;

const RETURNS = `SELECT o.member_id AS member, ${dayIn("$3::text", REFUNDED_AT)} AS day,
    (coalesce((SELECT sum(${WHOLE("l->'subtotal'")}) FROM jsonb_array_elements(r->'lines') AS l), 0)
      - ${WHOLE("r->'discrepancy'")})::float8 AS value
  FROM "order" o CROSS JOIN LATERAL jsonb_array_elements(o.snapshot->'order'->'refunds') AS r
  WHERE ${THEIRS} AND ${UNTIL(dayIn("$3::text", REFUNDED_AT))}`;

const HELD_AT = `to_timestamp((record->>'heldAt')::float8 / 1000)`;

const REWARDS = `SELECT member_id AS member, ${dayIn("$3::text", HELD_AT)} AS day FROM redemption
  WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) AND state IN ('held', 'taken')
    AND ${UNTIL(dayIn("$3::text", HELD_AT))}`;

const LEVELS = `SELECT member_id AS member, ${dayIn("$3::text", "at")} AS day, to_level AS level FROM level_change
  WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) AND ${UNTIL(dayIn("$3::text", "at"))} ORDER BY id`;
