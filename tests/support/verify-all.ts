import { expect } from "vitest";
import { toJsonNumber } from "../../app/loyalty/points.ts";
import { versionAt } from "../../app/loyalty/versions.ts";
import { listVersions } from "../../app/db/programmes.ts";
import type { CaseEvent, CaseResult } from "../model/case-format.ts";
import { playModel } from "../model/model.ts";
import { caseOf, type Outside } from "./outside.ts";
import { verified } from "./perennial.ts";

/**
 * The end of every fault: everything is settled, the books are sound by sums of our own (I1–I4, I8, I9), they are what
 * the model makes of all that was acknowledged (I5, I6), nothing acknowledged is gone (I6), and the chain verifies (I7).
 * `groups` plays parts of the log that have nothing to do with one another each by itself.
 */
export async function verifyAll(
  outside: Outside,
  { groups, hint = "" }: { groups?: CaseEvent[][]; hint?: string } = {},
): Promise<void> {
  const { app, domain } = outside;
  await outside.settle();
  expect(await listUnsound(outside), hint).toEqual([]);
  expect(await listLost(outside), hint).toEqual([]);
  const books = await booksOf(outside);
  const model = (groups ?? [outside.log]).map((events) => playModel(caseOf(outside, events)));
  for (const part of ["redemptions", "orders", "customers"] as const)
    expect(books[part], hint).toEqual(Object.assign({}, ...model.map((result) => result[part])));
  expect(await verified(app, domain), hint).toMatchObject({ ok: true, sum: 0n });
}

/** What is wrong with the rows themselves, each found by a sum that the app does not make. */
const UNSOUND: [what: string, sql: string][] = [
  [
    "a transaction without postings, or a posting without a transaction",
    `SELECT coalesce(t.id, p.transaction_id) FROM (SELECT id FROM ledger_transaction WHERE shop_id = $1) t
     FULL JOIN (SELECT DISTINCT transaction_id FROM posting WHERE shop_id = $1) p ON p.transaction_id = t.id
     WHERE t.id IS NULL OR p.transaction_id IS NULL`,
  ],
  [
    "balances that are not the sums of their postings",
    `SELECT m.id FROM member m LEFT JOIN LATERAL (
       SELECT coalesce(sum(s.points) FILTER (WHERE s.account = 'pending'), 0) AS pending,
         coalesce(sum(s.points) FILTER (WHERE s.account = 'available'), 0) AS available,
         coalesce(sum(s.points) FILTER (WHERE s.account = 'held'), 0) AS held,
         coalesce(sum(-s.points) FILTER (WHERE s.account = 'owed'), 0) AS owed,
         coalesce(sum(-s.points) FILTER (WHERE s.account = 'earnings'), 0) AS earned,
         coalesce(sum(s.points) FILTER (WHERE s.account = 'redemptions'), 0) AS redeemed,
         coalesce(sum(s.points) FILTER (WHERE s.account = 'breakage'), 0) AS expired
       FROM (SELECT credit AS account, points FROM posting WHERE shop_id = $1 AND member_id = m.id
         UNION ALL SELECT debit, -points FROM posting WHERE shop_id = $1 AND member_id = m.id) s) sums ON true
     WHERE m.shop_id = $1 AND (m.pending, m.available, m.held, m.owed, m.earned, m.redeemed, m.expired) IS DISTINCT FROM
       (sums.pending, sums.available, sums.held, sums.owed, sums.earned, sums.redeemed, sums.expired)`,
  ],
  [
    "a balance below 0, or a debt beside points that could pay it",
    `SELECT id FROM member WHERE shop_id = $1
       AND (least(pending, available, held, owed) < 0 OR (owed > 0 AND available > 0))`,
  ],
  [
    "lots that do not add up to the balances",
    `SELECT m.id FROM member m LEFT JOIN (SELECT member_id, sum(remaining) AS remaining, sum(held) AS held FROM lot
       WHERE shop_id = $1 GROUP BY 1) l ON l.member_id = m.id
     WHERE m.shop_id = $1 AND (m.available, m.held) IS DISTINCT FROM (coalesce(l.remaining, 0), coalesce(l.held, 0))`,
  ],
  [
    "a key that was posted twice",
    `SELECT key FROM ledger_transaction WHERE shop_id = $1 GROUP BY key HAVING count(*) > 1`,
  ],
  [
    "an order whose postings are not what it says was posted",
    `SELECT o.id FROM "order" o LEFT JOIN (SELECT order_id,
         sum(CASE WHEN debit = 'earnings' THEN points ELSE -points END) AS points FROM posting
       WHERE shop_id = $1 AND (debit = 'earnings' OR credit = 'earnings') GROUP BY 1) p ON p.order_id = o.id
     WHERE o.shop_id = $1 AND o.posted <> coalesce(p.points, 0)`,
  ],
  [
    // Of whoever was erased the arithmetic stays as it was.
    "points held for a code whose days are over",
    `SELECT id FROM redemption WHERE shop_id = $1 AND state = 'held' AND (record->>'endsAt')::numeric <= $2
       AND member_id > 0`,
  ],
  [
    "points held that no redemption holds",
    `SELECT m.id FROM member m LEFT JOIN (SELECT r.member_id, sum((part->'points'->>'$n')::numeric) AS held FROM redemption r,
         jsonb_array_elements(r.record->'parts') part WHERE r.shop_id = $1 AND r.state = 'held' GROUP BY 1) r
       ON r.member_id = m.id WHERE m.shop_id = $1 AND m.held <> coalesce(r.held, 0)`,
  ],
  [
    "a code of two redemptions",
    `SELECT code FROM redemption WHERE shop_id = $1 AND code IS NOT NULL GROUP BY code HAVING count(*) > 1`,
  ],
];

export async function listUnsound({ app, shopId }: Pick<Outside, "app" | "shopId">): Promise<string[]> {
  const found: string[] = [];
  for (const [what, sql] of UNSOUND) {
    const rows = await app.db.sql.query(sql, sql.includes("$2") ? [shopId, app.clock.now] : [shopId]);
    if (rows.length > 0) found.push(`${what}: ${JSON.stringify(Object.values(rows[0] ?? {}).map(String))}`);
  }
  return found;
}

/** Webhooks that were acknowledged and are neither settled, nor waiting, nor a dead letter with its reason. */
async function listLost({ app, shopId, log }: Outside): Promise<string[]> {
  const rows = await app.db.sql.query<{ webhook_id: string; state: string; reason: string | null }>(
    `SELECT webhook_id, state, reason FROM delivery WHERE shop_id = $1`,
    [shopId],
  );
  const kept = new Set(
    rows.filter(({ state, reason }) => state !== "dead" || reason !== null).map((row) => row.webhook_id),
  );
  return log.flatMap((event) => ("webhook" in event && !kept.has(event.id) ? [event.id] : []));
}

const FIGURES = ["pending", "available", "held", "owed", "earned", "redeemed", "expired"] as const;

type MemberRow = { id: bigint; level: string | null } & Record<(typeof FIGURES)[number], bigint>;

/** The books in the form of a case's result. */
export async function booksOf({ app, shopId }: Pick<Outside, "app" | "shopId">): Promise<CaseResult> {
  const { sql } = app.db;
  const members = await sql.query<MemberRow>(
    `SELECT id, ${FIGURES.join(", ")}, level FROM member WHERE shop_id = $1 AND merged_into IS NULL AND id > 0`,
    [shopId],
  );
  const orders = await sql.query<{ id: bigint; posted: bigint }>(
    `SELECT id, posted FROM "order" WHERE shop_id = $1 AND (record->>'told')::boolean`,
    [shopId],
  );
  const redemptions = await sql.query<{ id: string; state: string }>(
    `SELECT id, state FROM redemption WHERE shop_id = $1`,
    [shopId],
  );
  const hasTiers =
    (versionAt(await listVersions(sql, shopId), app.clock.now)?.programme.tiers ?? null) !== null;
  const figuresOf = (row: MemberRow) =>
    Object.fromEntries(FIGURES.map((name) => [name, toJsonNumber(row[name])])) as Record<
      (typeof FIGURES)[number],
      number | string
    >;
  return {
    customers: Object.fromEntries(
      members.map((row) => [String(row.id), { ...figuresOf(row), tier: hasTiers ? row.level : null }]),
    ),
    orders: Object.fromEntries(orders.map(({ id, posted }) => [String(id), toJsonNumber(posted)])),
    redemptions: Object.fromEntries(redemptions.map(({ id, state }) => [id, state])),
  };
}
