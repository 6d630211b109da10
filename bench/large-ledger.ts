import type { Database, ShopTransaction } from "../app/db/database.ts";
import { toJson } from "../app/db/json.ts";
import { pseudonymOf } from "../app/db/pseudonym.ts";
import type { ShopRow } from "../app/db/shops.ts";
import type { Explanation } from "../app/loyalty/explanation.ts";
import { canonicalJson, hashOf } from "../app/loyalty/hash.ts";
import type { LedgerTransaction, Posting, TransactionKind } from "../app/loyalty/ledger.ts";
import { move } from "../app/loyalty/posting.ts";

/** Every order is earned and becomes available; every fourth time points are held and taken for a reward. */
const ORDERS_A_REWARD = 4;
const POINTS = 120n;
const COST = 100n;
/** Of each order, in minor units. */
const VALUE = 12_000n;
const DAY = 86_400_000;
const START = Date.parse("2026-02-01T09:00:00Z");
const FIRST_MEMBER = 7_000_000_000;
const MEMBERS_AT_ONCE = 500;

export interface LargeLedger {
  members: number;
  /** Orders of each member; three fewer than twice and a half as many transactions. */
  orders: number;
  /** When a member's nth order is placed; left out: all members order at once, every five days. */
  orderAt?: (member: number, n: number) => number;
  /** Of each member; left out: the first of all. */
  level?: (member: number) => string;
}

/** How many transactions a member of so many orders has. */
export function transactionsOf(orders: number): number {
  return orders * 2 + Math.floor(orders / ORDERS_A_REWARD) * 2;
}

/**
 * Writes a ledger as the app would have written it, hashes and all, without working through its orders one by one: what
 * is measured on it is the reading. Orders stand as rows too; who asks for their lines finds none.
 */
export async function writeLargeLedger(db: Database, shop: ShopRow, size: LargeLedger): Promise<number> {
  for (let from = 0; from < size.members; from += MEMBERS_AT_ONCE) {
    const many = Math.min(MEMBERS_AT_ONCE, size.members - from);
    const members = Array.from({ length: many }, (_, place) => memberOf(shop, size, from + place));
    await db.inShop(shop.id, (tx) => write(tx, members));
  }
  return size.members * transactionsOf(size.orders);
}

interface WrittenMember {
  id: string;
  pseudonym: string;
  transactions: LedgerTransaction[];
  level: string;
  lots: { id: string; orderId: string; remaining: bigint; availableAt: number; number: number }[];
  earned: bigint;
  redeemed: bigint;
}

function memberOf(shop: ShopRow, { orders, orderAt, level }: LargeLedger, place: number): WrittenMember {
  const id = String(FIRST_MEMBER + place);
  const pseudonym = pseudonymOf(shop.salt, id);
  const member: WrittenMember = {
    id,
    pseudonym,
    level: level?.(place) ?? "bronze",
    transactions: [],
    lots: [],
    earned: 0n,
    redeemed: 0n,
  };
  for (let n = 1; n <= orders; n++) {
    const at = orderAt?.(place, n) ?? START + n * 5 * DAY;
    const order = { id: String((place + 1) * 1_000 + n), at };
    append(member, earning(order));
    append(member, vesting(order));
    member.earned += POINTS;
    const lot = { id: `order:${order.id}:2`, orderId: order.id, remaining: POINTS };
    member.lots.push({ ...lot, availableAt: order.at + 14 * DAY, number: n });
    if (n % ORDERS_A_REWARD === 0) redeem(member, order);
  }
  return member;
}

type Entry = Pick<LedgerTransaction, "key" | "kind" | "at" | "explanation" | "postings">;

function append(member: WrittenMember, entry: Entry): void {
  const before = member.transactions.at(-1);
  const draft = {
    ...entry,
    memberId: member.id,
    cause: { eventId: `b54557e4-bdd9-4b37-8a5f-bf7d70bcd043`, actor: "store" },
    version: 1,
    seq: (before?.seq ?? 0) + 1,
    previousHash: before?.hash ?? "",
  };
  member.transactions.push({ ...draft, hash: hashOf(draft, member.pseudonym) });
}

interface WrittenOrder {
  id: string;
  at: number;
}

function entry(
  kind: TransactionKind,
  key: string,
  at: number,
  rest: { explanation: Explanation; postings: Posting[] },
): Entry {
  return { kind, key, at, ...rest };
}

function earning({ id, at }: WrittenOrder): Entry {
  const line = (number: string, title: string, value: string) => ({
    line: number,
    title,
    value,
    fits: ["purchase"],
    counted: ["purchase"],
    nothing: null,
  });
  const points = POINTS.toString();
  return entry("order", `order:${id}:1`, at, {
    explanation: {
      kind: "order",
      order: id,
      name: `#${id}`,
      because: "order",
      entitlement: points,
      posted: "0",
      difference: points,
      firstOrder: false,
      earning: {
        kind: "order",
        currency: "USD",
        value: "120.00",
        terms: [
          {
            value: "120.00",
            points: "1",
            per: "1.00",
            multipliers: [],
            tier: { id: "bronze", times: "1" },
            earned: points,
          },
        ],
        sum: points,
        ratePoints: points,
        bonuses: [],
        firstOrder: [],
        lines: [line("1", "Hosta “Blue Angel”", "80.00"), line("2", "Terracotta pot, 30 cm", "40.00")],
      },
    },
    postings: [move("earnings", "pending", POINTS, { orderId: id })],
  });
}

function vesting({ id, at }: WrittenOrder): Entry {
  const processedAt = new Date(at).toISOString();
  const key = `vest:${id}:2`;
  return entry("vest", key, at + 14 * DAY, {
    explanation: { kind: "vest", order: id, name: `#${id}`, processedAt, pendingDays: 14 },
    postings: [move("pending", "available", POINTS, { orderId: id, lotId: `order:${id}:2` })],
  });
}

function redeem(member: WrittenMember, { id, at }: WrittenOrder): void {
  const lot = member.lots.find(({ remaining }) => remaining >= COST);
  if (lot === undefined) return;
  const about = { lotId: lot.id, orderId: lot.orderId };
  const cost = COST.toString();
  const when = at + 14 * DAY + 1;
  append(
    member,
    entry("hold", `redeem:${id}`, when, {
      explanation: {
        kind: "hold",
        reward: "five-off",
        cost,
        endsAt: new Date(when + 60 * DAY).toISOString(),
      },
      postings: [move("available", "held", COST, about)],
    }),
  );
  append(
    member,
    entry("take", `take:${id}:1`, when + 1, {
      explanation: { kind: "take", reward: "five-off", cost, order: id, name: `#${id}`, late: false },
      postings: [move("held", "redemptions", COST, about)],
    }),
  );
  lot.remaining -= COST;
  member.redeemed += COST;
}

async function write(tx: ShopTransaction, members: WrittenMember[]): Promise<void> {
  await writeMembers(tx, members);
  await writeLots(tx, members);
  await writeOrders(tx, members);
  await writeTransactions(
    tx,
    members.flatMap(({ transactions }) => transactions),
  );
}

async function writeMembers(tx: ShopTransaction, members: WrittenMember[]): Promise<void> {
  const rows = members.map(({ id, pseudonym, level, transactions, lots, earned, redeemed }) => ({
    id,
    pseudonym,
    level,
    available: String(lots.reduce((sum, { remaining }) => sum + remaining, 0n)),
    earned: String(earned),
    redeemed: String(redeemed),
    seq: transactions.length,
    head: transactions.at(-1)?.hash ?? "",
    record: {
      guarantees: {},
      lastActivityAt: null,
      signedUp: true,
      nextLot: lots.length + 1,
      settledTo: START,
    },
  }));
  await tx.query(
    `INSERT INTO member (shop_id, id, pseudonym, known_since, available, earned, redeemed, level, seq, head, record,
       last_change_at, summary_stale)
     SELECT $1, r.id, r.pseudonym, $3, r.available, r.earned, r.redeemed, r.level, r.seq, r.head, r.record, $3, false
     FROM jsonb_to_recordset($2::text::jsonb) AS r(id bigint, pseudonym text, level text, available bigint, earned bigint,
       redeemed bigint, seq bigint, head text, record jsonb)`,
    [tx.shopId, toJson(rows), new Date(START)],
  );
}

async function writeLots(tx: ShopTransaction, members: WrittenMember[]): Promise<void> {
  const rows = members.flatMap(({ id, lots }) => lots.map((lot) => ({ ...lot, memberId: id })));
  const record = { source: "order", version: 1, notBefore: null, notice: null, expiries: 0 };
  await tx.query(
    `INSERT INTO lot (shop_id, id, member_id, order_id, available_at, remaining, held, record)
     SELECT $1, r.id, r.member_id, r.order_id, to_timestamp(r.available_at / 1000), r.remaining, 0,
       $8::text::jsonb || jsonb_build_object('orderId', r.order_id::text, 'number', r.number, 'availableAt', r.available_at)
     FROM unnest($2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::int[], $7::bigint[])
       AS r(id, member_id, order_id, remaining, number, available_at)`,
    [
      tx.shopId,
      rows.map(({ id }) => id),
      rows.map(({ memberId }) => memberId),
      rows.map(({ orderId }) => orderId),
      rows.map(({ remaining }) => remaining),
      rows.map(({ number }) => number),
      rows.map(({ availableAt }) => availableAt),
      toJson(record),
    ],
  );
}

async function writeOrders(tx: ShopTransaction, members: WrittenMember[]): Promise<void> {
  const rows = members.flatMap(({ id, lots }) =>
    lots.map(({ orderId, availableAt }) => ({ orderId, memberId: id, at: availableAt - 14 * DAY })),
  );
  const share = { posted: POINTS, pending: 0n, expired: 0n, dropped: 0n };
  await tx.query(
    `INSERT INTO "order" (shop_id, id, member_id, member_ids, name, processed_at, counts, posted, pending, codes, record)
     SELECT $1, r.id, r.member_id, ARRAY[r.member_id], '#' || r.id, to_timestamp(r.at / 1000), true, $5::bigint, 0, '{}',
       jsonb_build_object('id', r.id::text, 'memberId', r.member_id::text, 'value', $7::text::jsonb,
         'shares', jsonb_build_array($6::text::jsonb || jsonb_build_object('memberId', r.member_id::text)))
     FROM unnest($2::bigint[], $3::bigint[], $4::bigint[]) AS r(id, member_id, at)`,
    [
      tx.shopId,
      rows.map(({ orderId }) => orderId),
      rows.map(({ memberId }) => memberId),
      rows.map(({ at }) => at),
      POINTS.toString(),
      toJson(share),
      toJson({ n: VALUE, d: 1n }),
    ],
  );
}

async function writeTransactions(tx: ShopTransaction, journal: LedgerTransaction[]): Promise<void> {
  const column = <T>(read: (entry: LedgerTransaction) => T) => journal.map(read);
  const moves = journal.flatMap(({ key, memberId, postings }) =>
    postings.map((posting, n) => ({ key, memberId, n, ...posting })),
  );
  await tx.query(
    `WITH written AS (
       INSERT INTO ledger_transaction (shop_id, member_id, seq, key, kind, at, recorded_at, event_id, actor, version,
         explanation, previous_hash, hash)
       SELECT $1, r.* FROM (SELECT member_id, seq, key, kind, at, at, event_id, 'store', 1, explanation, previous_hash, hash
         FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::text[],
           $9::text[], $10::text[]) AS u(member_id, seq, key, kind, at, event_id, explanation, previous_hash, hash)) AS r
       RETURNING id, key)
     INSERT INTO posting (shop_id, transaction_id, n, member_id, debit, credit, points, lot_id, order_id)
     SELECT $1, written.id, p.n, p.member_id, p.debit, p.credit, p.points, p.lot_id, p.order_id
     FROM unnest($11::text[], $12::int[], $13::bigint[], $14::text[], $15::text[], $16::bigint[], $17::text[],
       $18::bigint[]) AS p(key, n, member_id, debit, credit, points, lot_id, order_id) JOIN written USING (key)`,
    [
      tx.shopId,
      column(({ memberId }) => memberId),
      column(({ seq }) => seq),
      column(({ key }) => key),
      column(({ kind }) => kind),
      column(({ at }) => new Date(at)),
      column(({ cause }) => cause.eventId),
      column(({ explanation }) => canonicalJson(explanation)),
      column(({ previousHash }) => previousHash),
      column(({ hash }) => hash),
      moves.map(({ key }) => key),
      moves.map(({ n }) => n),
      moves.map(({ memberId }) => memberId),
      moves.map(({ debit }) => debit),
      moves.map(({ credit }) => credit),
      moves.map(({ points }) => points),
      moves.map(({ lotId }) => lotId),
      moves.map(({ orderId }) => orderId),
    ],
  );
}
