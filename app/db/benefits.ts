import type { RedemptionId } from "../loyalty/ids.ts";
import type { RedemptionRecord } from "../loyalty/records.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import { fromJson } from "./json.ts";
import type { Sql } from "./sql.ts";
import type { Words } from "./writes.ts";

export type BenefitTask = "make" | "disable";
export type BenefitState = "due" | "by-hand" | "done" | "refused";

/** What the store has to be asked for a redemption. */
export interface BenefitRow {
  redemptionId: RedemptionId;
  task: BenefitTask;
  state: BenefitState;
  /** Also says whose turn it is: who was overtaken by a later attempt may write nothing any more. */
  attempts: number;
  /** The store was asked to make it then, and what came of it is not known. */
  askedAt: Instant | null;
  reference: string | null;
  watermark: string | null;
  reason: string | null;
}

interface StoredBenefit {
  redemption_id: string;
  task: BenefitTask;
  state: BenefitState;
  attempts: number;
  asked_at: Date | null;
  reference: string | null;
  watermark: string | null;
  reason: string | null;
}

const COLUMNS = `redemption_id, task, state, attempts, asked_at, reference, watermark, reason`;

/**
 * What changed redemptions make necessary in the store, whatever changed them: a hold has its benefit made, a release
 * has what was made, or may have been made, disabled.
 */
export function saveBenefits(
  tx: ShopTransaction,
  redemptions: readonly Pick<RedemptionRecord, "id" | "state">[],
  now: Instant,
): void {
  const idsOf = (wanted: string) =>
    redemptions.filter(({ state }) => state === wanted).map(({ id }) => ({ id }));
  const held = idsOf("held");
  const released = idsOf("released");
  if (held.length + released.length === 0) return;
  tx.later({
    table: "benefit",
    isOne: held.length + released.length === 1,
    text: (words) =>
      [
        ...(held.length > 0 ? [makeBenefits(tx, words, { held, now })] : []),
        ...(released.length > 0 ? [disableBenefits(tx, words, { released, now })] : []),
      ].join(",\n"),
  });
}

function makeBenefits(
  tx: ShopTransaction,
  words: Words,
  { held, now }: { held: { id: RedemptionId }[]; now: Instant },
): string {
  return `made_benefit AS (
    INSERT INTO benefit (shop_id, redemption_id, task, state, due_at)
    SELECT ${words.value(tx.shopId, "int")}, r.id, 'make', 'due', ${words.value(new Date(now), "timestamptz")}
    FROM ${words.rows({ id: "text" }, held)} ON CONFLICT DO NOTHING)`;
}

function disableBenefits(
  tx: ShopTransaction,
  words: Words,
  { released, now }: { released: { id: RedemptionId }[]; now: Instant },
): string {
  return `disabled_benefit AS (
    UPDATE benefit b SET task = 'disable', attempts = 0, due_at = ${words.value(new Date(now), "timestamptz")}, reason = NULL,
      state = CASE WHEN b.state = 'by-hand' OR (b.state = 'due' AND b.attempts = 0) THEN 'done' ELSE 'due' END
    FROM ${words.rows({ id: "text" }, released)}
    WHERE b.shop_id = ${words.value(tx.shopId, "int")} AND b.redemption_id = r.id AND b.task = 'make')`;
}

export interface Claim {
  now: Instant;
  /** Until then nobody else has it. */
  until: Instant;
  /** This one, or whichever is due. */
  redemptionId: RedemptionId | null;
}

/** Takes one that is due into hand; null where there is none. */
export async function claimBenefit(sql: Sql, shopId: number, claim: Claim): Promise<BenefitRow | null> {
  const [row] = await sql.again<StoredBenefit>(
    `UPDATE benefit SET attempts = attempts + 1, due_at = $3 WHERE shop_id = $1 AND state = 'due' AND redemption_id = (
       SELECT redemption_id FROM benefit WHERE shop_id = $1 AND state = 'due' AND due_at <= $2
         AND ($4::text IS NULL OR redemption_id = $4::text)
       ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING ${COLUMNS}`,
    [shopId, new Date(claim.now), new Date(claim.until), claim.redemptionId],
  );
  return row === undefined ? null : benefitOf(row);
}

/**
 * To be called before the store is asked to make it: from here on it may be there. False where it is not wanted any
 * more, or somebody else has it in hand: then the store must not be asked.
 */
export async function markAsked(
  sql: Sql,
  shopId: number,
  { redemptionId, attempts }: BenefitRow,
  { at, watermark }: { at: Instant; watermark: string | null },
): Promise<boolean> {
  const rows = await sql.again(
    `UPDATE benefit SET asked_at = $4, watermark = coalesce(watermark, $5)
     WHERE shop_id = $1 AND redemption_id = $2 AND attempts = $3 AND task = 'make' AND state = 'due'
     RETURNING redemption_id`,
    [shopId, redemptionId, attempts, new Date(at), watermark],
  );
  return rows.length > 0;
}

export interface BenefitNews {
  state: BenefitState;
  reference?: string | null;
  reason?: string | null;
  askedAt: Instant | null;
  /** When it is tried again; for one that is done or refused, when that was. */
  at: Instant;
}

/** Writes what came of an attempt, unless it was overtaken. Answers whether it was written. */
export async function settleBenefit(
  sql: Sql,
  shopId: number,
  { redemptionId, attempts, task }: BenefitRow,
  news: BenefitNews,
): Promise<boolean> {
  const rows = await sql.query(
    `UPDATE benefit SET state = $5, due_at = $6, asked_at = $7, reference = coalesce($8, reference), reason = $9,
       done_at = CASE WHEN $5 = 'done' THEN $6 ELSE done_at END
     WHERE shop_id = $1 AND redemption_id = $2 AND attempts = $3 AND task = $4 RETURNING redemption_id`,
    [
      shopId,
      redemptionId,
      attempts,
      task,
      news.state,
      new Date(news.at),
      news.askedAt === null ? null : new Date(news.askedAt),
      news.reference ?? null,
      news.reason ?? null,
    ],
  );
  return rows.length > 0;
}

/** A person of the shop has handed it over. */
export async function closeByHand(tx: ShopTransaction, id: RedemptionId, now: Instant): Promise<void> {
  await tx.query(
    `UPDATE benefit SET state = 'done', done_at = $3 WHERE shop_id = $1 AND redemption_id = $2 AND state = 'by-hand'`,
    [tx.shopId, id, new Date(now)],
  );
}

/** One whose benefit the store made while it was being given up: what it is called there helps to disable it. */
export async function noteReference(
  sql: Sql,
  shopId: number,
  redemptionId: RedemptionId,
  reference: string | null,
): Promise<void> {
  await sql.query(
    `UPDATE benefit SET reference = coalesce($3, reference) WHERE shop_id = $1 AND redemption_id = $2`,
    [shopId, redemptionId, reference],
  );
}

export async function findBenefit(sql: Sql, shopId: number, id: RedemptionId): Promise<BenefitRow | null> {
  const [row] = await sql.again<StoredBenefit>(
    `SELECT ${COLUMNS} FROM benefit WHERE shop_id = $1 AND redemption_id = $2`,
    [shopId, id],
  );
  return row === undefined ? null : benefitOf(row);
}

/** The same, and until the transaction ends the store is not asked to make it. */
export async function lockBenefit(tx: ShopTransaction, id: RedemptionId): Promise<BenefitRow | null> {
  const [row] = await tx.query<StoredBenefit>(
    `SELECT ${COLUMNS} FROM benefit WHERE shop_id = $1 AND redemption_id = $2 FOR UPDATE`,
    [tx.shopId, id],
  );
  return row === undefined ? null : benefitOf(row);
}

/** Of these ids of the store, those that are known to belong to a redemption. */
export async function listKnownReferences(sql: Sql, shopId: number, references: string[]): Promise<string[]> {
  if (references.length === 0) return [];
  const rows = await sql.query<{ reference: string }>(
    `SELECT reference FROM benefit WHERE shop_id = $1 AND reference = ANY($2::text[])`,
    [shopId, references],
  );
  return rows.map(({ reference }) => reference);
}

export async function findRedemption(
  sql: Sql,
  shopId: number,
  id: RedemptionId,
): Promise<RedemptionRecord | null> {
  const [row] = await sql.again<{ record: unknown }>(
    `SELECT record FROM redemption WHERE shop_id = $1 AND id = $2`,
    [shopId, id],
  );
  return row === undefined ? null : fromJson<RedemptionRecord>(row.record);
}

function benefitOf(row: StoredBenefit): BenefitRow {
  return {
    redemptionId: row.redemption_id,
    task: row.task,
    state: row.state,
    attempts: row.attempts,
    askedAt: row.asked_at?.getTime() ?? null,
    reference: row.reference,
    watermark: row.watermark,
    reason: row.reason,
  };
}
