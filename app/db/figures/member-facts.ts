import type { Day } from "../../insight/days.ts";
import type { Fate, MemberFacts } from "../../insight/member-facts.ts";
import { benefitOf } from "../../loyalty/reward-benefit.ts";
import type { Account } from "../../loyalty/ledger.ts";
import type { MemberId } from "../../loyalty/ids.ts";
import type { ProgrammeVersion } from "../../loyalty/versions.ts";
import type { ShopTransaction } from "../database.ts";
import { dayIn, monthIn } from "./shop-days.ts";

/** What is known of a member, and how much of their chain it comes from. */
export interface ReadFacts {
  memberId: MemberId;
  seq: bigint;
  facts: MemberFacts;
}

interface Asking {
  timezone: string;
  versions: readonly ProgrammeVersion[];
  memberIds: readonly MemberId[];
}

/**
 * Everything about these members, in a transaction that sees one instant and has noted their orders. Who is not there any
 * more is missing.
 */
export async function readFacts(tx: ShopTransaction, asking: Asking): Promise<ReadFacts[]> {
  const who = [tx.shopId, asking.memberIds, asking.timezone];
  const [members, moves, deeds, fates, lots, orders, rewards] = await Promise.all([
    tx.query<MemberRow>(MEMBERS, who),
    tx.query<MoveRow>(MOVES, who),
    tx.query<DeedRow>(DEEDS, who),
    tx.query<FateRow>(FATES, who),
    tx.query<LotRow>(LOTS, who),
    tx.query<OrderRow>(ORDERS, who),
    tx.query<RewardRow>(REWARDS, who),
  ]);
  const of = {
    moves: byMember(moves),
    deeds: byMember(deeds),
    fates: byMember(fates),
    lots: byMember(lots),
    orders: byMember(orders),
    rewards: byMember(rewards),
  };
  return members.map((member) => {
    const mine = <Row>(rows: Map<bigint, Row[]>): Row[] => rows.get(member.member_id) ?? [];
    const bought = mine(of.orders);
    const days = [member.known, ...bought.map(({ day }) => day), ...mine(of.moves).map(({ day }) => day)];
    return {
      memberId: member.member_id.toString(),
      seq: member.seq,
      facts: {
        counted: member.member_id > 0n && !member.merged,
        joined: days.reduce((first, day) => Math.min(first, day)),
        tier: member.level ?? "",
        language: languageOf(member.locale),
        channel: member.channel ?? "",
        moves: mine(of.moves).map(({ day, debit, credit, points, count }) => {
          return { day, debit, credit, points, count: Number(count) };
        }),
        orders: bought.map(orderOf),
        deeds: mine(of.deeds).map(({ day }) => day),
        lots: mine(of.lots).map(({ month, available, held }) => ({ month, available, held })),
        fates: mine(of.fates).map(({ month, at, fate, points }) => ({ month, at, fate, points })),
        rewards: mine(of.rewards).map((row) => rewardOf(row, asking.versions)),
      },
    };
  });
}

function byMember<Row extends { member_id: bigint }>(rows: readonly Row[]): Map<bigint, Row[]> {
  return Map.groupBy(rows, (row) => row.member_id);
}

/** "de" of "de-CH"; "" for what is no language. */
function languageOf(locale: string | null): string {
  return /^[A-Za-z]{2,3}(?![A-Za-z])/.exec(locale ?? "")?.[0].toLowerCase() ?? "";
}

interface MemberRow {
  member_id: bigint;
  merged: boolean;
  level: string | null;
  seq: bigint;
  known: Day;
  locale: string | null;
  channel: string | null;
}

/** The state of an order is large: of each member's only the first is opened. */
const MEMBERS = `SELECT m.id AS member_id, m.merged_into IS NOT NULL AS merged, m.level, m.seq,
    ${dayIn("$3::text", "m.known_since")} AS known, p.locale,
    (SELECT o.snapshot->'order'->>'channel' FROM "order" o
     WHERE o.shop_id = m.shop_id AND o.member_id = m.id AND o.counts ORDER BY o.processed_at, o.id LIMIT 1) AS channel
  FROM member m LEFT JOIN person p ON p.shop_id = m.shop_id AND p.member_id = m.id
  WHERE m.shop_id = $1 AND m.id = ANY($2::bigint[])`;

interface MoveRow {
  member_id: bigint;
  day: Day;
  debit: Account;
  credit: Account;
  points: bigint;
  count: bigint;
}

const POSTINGS = `FROM ledger_transaction t
    CROSS JOIN LATERAL (SELECT * FROM posting p WHERE p.shop_id = t.shop_id AND p.transaction_id = t.id OFFSET 0) AS p`;

const MOVES = `SELECT t.member_id, ${dayIn("$3::text", "t.at")} AS day, p.debit, p.credit, sum(p.points) AS points,
    count(*) AS count
  ${POSTINGS}
  WHERE t.shop_id = $1 AND t.member_id = ANY($2::bigint[]) GROUP BY 1, 2, 3, 4`;

interface DeedRow {
  member_id: bigint;
  day: Day;
}

const DEEDS = `SELECT DISTINCT t.member_id, ${dayIn("$3::text", "t.at")} AS day FROM ledger_transaction t
  WHERE t.shop_id = $1 AND t.member_id = ANY($2::bigint[]) AND t.kind IN ('activity', 'signup', 'hold')`;

interface FateRow {
  member_id: bigint;
  month: Day;
  at: Day;
  fate: Fate;
  points: bigint;
}

/**
 * Between available and held nothing is lost, and what a merger takes from one member it gives to another. What comes
 * back after it was redeemed, or after it had expired, is taken off again.
 */
const FATES = `SELECT member_id, month, at, fate, sum(points) AS points FROM (
    SELECT t.member_id, ${monthIn("$3::text", "l.available_at")} AS month, ${monthIn("$3::text", "t.at")} AS at,
      CASE WHEN 'redemptions' IN (p.debit, p.credit) THEN 'redeemed'
           WHEN 'breakage' IN (p.debit, p.credit) THEN 'expired'
           WHEN p.credit = 'available' THEN 'issued' ELSE 'withdrawn' END AS fate,
      CASE WHEN p.credit = 'available' AND p.debit IN ('redemptions', 'breakage') THEN -p.points ELSE p.points END AS points
    ${POSTINGS}
    JOIN lot l ON l.shop_id = p.shop_id AND l.id = p.lot_id
    WHERE t.shop_id = $1 AND t.member_id = ANY($2::bigint[]) AND 'merges' NOT IN (p.debit, p.credit)
      AND (p.debit IN ('available', 'held')) <> (p.credit IN ('available', 'held'))) AS moved
  GROUP BY 1, 2, 3, 4 HAVING sum(points) <> 0`;

interface LotRow {
  member_id: bigint;
  month: Day;
  available: bigint;
  held: bigint;
}

const LOTS = `SELECT member_id, ${monthIn("$3::text", "available_at")} AS month, sum(remaining) AS available,
    sum(held) AS held
  FROM lot WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) AND (remaining > 0 OR held > 0) GROUP BY 1, 2`;

interface OrderRow {
  member_id: bigint;
  day: Day;
  value: bigint;
  currency: string;
  paid: bigint;
}

/** As they were noted: the state of an order is large, and opened once. */
const ORDERS = `SELECT member_id, ${dayIn("$3::text", "at")} AS day, value, currency, paid
  FROM figure_order WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) AND counts`;

function orderOf({ day, value, currency, paid }: OrderRow): MemberFacts["orders"][number] {
  return { day, value, ...(currency === "" ? {} : { paid: { currency, total: paid } }) };
}

interface RewardRow {
  member_id: bigint;
  day: Day;
  reward: string;
  cost: bigint;
  units: bigint | null;
  version: number;
}

const REWARDS = `SELECT member_id,
    ${dayIn("$3::text", "to_timestamp((record->>'heldAt')::numeric / 1000)")} AS day, record->>'rewardId' AS reward,
    (record->'cost'->>'$n')::numeric AS cost, (record->'units'->>'$n')::numeric AS units,
    (record->>'version')::int AS version
  FROM redemption WHERE shop_id = $1 AND member_id = ANY($2::bigint[]) AND state IN ('held', 'taken')`;

function rewardOf(row: RewardRow, versions: readonly ProgrammeVersion[]): MemberFacts["rewards"][number] {
  const programme = versions.find(({ number }) => number === row.version)?.programme;
  const reward = programme?.rewards.find(({ id }) => id === row.reward);
  const benefit =
    programme === undefined || reward === undefined ? null : benefitOf(reward, row.units, programme.currency);
  const value = benefit !== null && "value" in benefit ? benefit.value : null;
  return { day: row.day, rewardId: row.reward, points: row.cost, value };
}
