import type { Label } from "../insight/sentiment/analyse.ts";
import type { Topic, TopicFound } from "../insight/sentiment/topics/topics.ts";
import type { MemberId, OrderId, ProductId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import { storableText, toStorableJson } from "./json.ts";
import type { Sql } from "./sql.ts";

export type FeedbackSource = "form" | "staff" | "order" | "app";
export type FeedbackState = "open" | "answered" | "closed";

/** What a customer wrote, and what was made of it. */
export interface Feedback {
  id: string;
  source: FeedbackSource;
  memberId: MemberId | null;
  orderId: OrderId | null;
  receivedAt: Instant;
  text: string;
  language: string;
  /** Whether sentiment is known of the language. */
  isKnown: boolean;
  label: Label;
  score: number;
  topics: TopicFound[];
  answerBy: Instant;
  state: FeedbackState;
  stateAt: Instant;
  /** The member of staff who brought it into its state; null for nobody. */
  stateBy: string | null;
  note: string;
  revision: number;
  /** What a review gave, one to five, and of which product; null for what is no review. */
  stars: number | null;
  productId: ProductId | null;
}

/** Answers false for what was told of before. */
export async function addFeedback(
  tx: ShopTransaction,
  { feedback, sourceKey }: { feedback: Feedback; sourceKey: string },
): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    `INSERT INTO feedback (shop_id, id, source, source_key, member_id, order_id, received_at, message, language, is_known,
       label, score, topics, answer_by, state, state_at, state_by, note, stars, product_id)
     VALUES ($1, $2, $3, $4, $5::bigint, $6::bigint, $7, $8, $9, $10, $11, $12, $13::text::jsonb, $14, $15, $16, $17, $18, $19,
       $20::bigint)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      ...[tx.shopId, feedback.id, feedback.source, sourceKey, feedback.memberId, feedback.orderId],
      ...[new Date(feedback.receivedAt), storableText(feedback.text), feedback.language, feedback.isKnown],
      ...[feedback.label, feedback.score, toStorableJson(feedback.topics), new Date(feedback.answerBy)],
      ...[feedback.state, new Date(feedback.stateAt), feedback.stateBy, feedback.note],
      ...[feedback.stars, feedback.productId],
    ],
  );
  return rows.length > 0;
}

/** What was kept of something that was told under this key; null where nothing was, or no longer. */
export async function findTold(
  tx: ShopTransaction,
  { source, key }: { source: FeedbackSource; key: string },
): Promise<Pick<Feedback, "text" | "memberId" | "stars" | "productId"> | null> {
  const [row] = await tx.query<Pick<FeedbackRow, "message" | "member_id" | "stars" | "product_id">>(
    `SELECT f.message, coalesce(m.merged_into, f.member_id) AS member_id, f.stars, f.product_id
     FROM ${FROM} WHERE f.shop_id = $1 AND f.source = $2 AND f.source_key = $3`,
    [tx.shopId, source, key],
  );
  return row === undefined
    ? null
    : {
        text: row.message,
        memberId: row.member_id?.toString() ?? null,
        stars: row.stars,
        productId: row.product_id?.toString() ?? null,
      };
}

/** How many a member wrote since then, but for what has this key. */
export async function countWrittenSince(
  tx: ShopTransaction,
  terms: { memberId: MemberId; source: FeedbackSource; since: Instant; except: string },
): Promise<number> {
  const [row] = await tx.query<{ count: bigint }>(
    `SELECT count(*) AS count FROM feedback
     WHERE shop_id = $1 AND member_id = $2::bigint AND source = $3 AND received_at > $4 AND source_key <> $5`,
    [tx.shopId, terms.memberId, terms.source, new Date(terms.since), terms.except],
  );
  return Number(row?.count ?? 0n);
}

/** Whether an order is a member's own, as it stands now. */
export async function isOrderOf(
  tx: ShopTransaction,
  { memberId, orderId }: { memberId: MemberId; orderId: OrderId },
): Promise<boolean> {
  const rows = await tx.query(
    `SELECT id FROM "order" WHERE shop_id = $1 AND id = $2::bigint AND member_id = $3::bigint`,
    [tx.shopId, orderId, memberId],
  );
  return rows.length > 0;
}

/** What the store calls an order, such as "#1001"; null where it is gone. */
export async function findOrderName(sql: Sql, shopId: number, orderId: OrderId): Promise<string | null> {
  const [row] = await sql.query<{ name: string | null }>(
    `SELECT name FROM "order" WHERE shop_id = $1 AND id = $2::bigint`,
    [shopId, orderId],
  );
  return row?.name ?? null;
}

/** What the store calls a product; null where it is not known, or no more. */
export async function findProductTitle(
  sql: Sql,
  shopId: number,
  productId: ProductId,
): Promise<string | null> {
  const [row] = await sql.query<{ title: string }>(
    `SELECT title FROM catalogue_product WHERE shop_id = $1 AND id = $2::bigint`,
    [shopId, productId],
  );
  return row?.title ?? null;
}

export interface FeedbackFilter {
  /** null for any, as in the next. */
  state: FeedbackState | null;
  label: Label | null;
  topic: Topic | null;
  /** Only what should have been answered by now. */
  overdue: boolean;
}

/** The unhappy first, then whoever has waited longest; what is not open by when it came, the newest first. */
export async function listFeedback(
  sql: Sql,
  shopId: number,
  { filter, now, offset, limit }: { filter: FeedbackFilter; now: Instant; offset: number; limit: number },
): Promise<Feedback[]> {
  const order =
    filter.state === "open" ? `(label <> 'negative'), answer_by, f.id` : `received_at DESC, f.id DESC`;
  const rows = await sql.query<FeedbackRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE ${whereOf(filter)} ORDER BY ${order} LIMIT $4 OFFSET $5`,
    [shopId, filter.label, filter.topic, limit, offset, new Date(now)],
  );
  return rows.map(feedbackOf);
}

export async function countFeedback(
  sql: Sql,
  shopId: number,
  now: Instant,
): Promise<Record<FeedbackState, number> & { overdue: number; all: number }> {
  const rows = await sql.query<{ state: FeedbackState; count: bigint; overdue: bigint }>(
    `SELECT state, count(*) AS count, count(*) FILTER (WHERE state = 'open' AND answer_by < $2) AS overdue
     FROM feedback WHERE shop_id = $1 GROUP BY state`,
    [shopId, new Date(now)],
  );
  const of = (state: FeedbackState) => Number(rows.find((row) => row.state === state)?.count ?? 0n);
  const counts = { open: of("open"), answered: of("answered"), closed: of("closed") };
  const overdue = rows.reduce((sum, row) => sum + Number(row.overdue), 0);
  return { ...counts, overdue, all: counts.open + counts.answered + counts.closed };
}

/** How many are open past their time, and since when the first of them is; null for none. */
export async function findOverdue(
  sql: Sql,
  shopId: number,
  now: Instant,
): Promise<{ messages: number; since: Instant } | null> {
  const [row] = await sql.query<{ messages: bigint; since: Date | null }>(
    `SELECT count(*) AS messages, min(answer_by) AS since FROM feedback
     WHERE shop_id = $1 AND state = 'open' AND answer_by < $2`,
    [shopId, new Date(now)],
  );
  return row?.since == null ? null : { messages: Number(row.messages), since: row.since.getTime() };
}

export async function findFeedback(sql: Sql, shopId: number, id: string): Promise<Feedback | null> {
  const [row] = await sql.query<FeedbackRow>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE f.shop_id = $1 AND f.id = $2`,
    [shopId, id],
  );
  return row === undefined ? null : feedbackOf(row);
}

/** Answers false where somebody changed it meanwhile, or it is gone. */
export async function changeFeedback(
  tx: ShopTransaction,
  id: string,
  {
    revision,
    state,
    at,
    by,
    note,
  }: { revision: number; at: Instant; by: string; state?: FeedbackState; note?: string },
): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    `UPDATE feedback SET state = coalesce($4, state), note = coalesce($5, note), revision = revision + 1,
       state_at = CASE WHEN $4 IS NULL THEN state_at ELSE $6 END, state_by = CASE WHEN $4 IS NULL THEN state_by ELSE $7 END
     WHERE shop_id = $1 AND id = $2 AND revision = $3 RETURNING id`,
    [
      tx.shopId,
      id,
      revision,
      state ?? null,
      note === undefined ? null : storableText(note),
      new Date(at),
      by,
    ],
  );
  return rows.length > 0;
}

export async function deleteFeedback(tx: ShopTransaction, id: string): Promise<boolean> {
  const rows = await tx.query(`DELETE FROM feedback WHERE shop_id = $1 AND id = $2 RETURNING id`, [
    tx.shopId,
    id,
  ]);
  return rows.length > 0;
}

/** How many spoke of a topic in a week of the shop's own calendar, and how many of them were unhappy with it. */
export interface TopicWeek {
  /** The Monday that it begins with. */
  week: string;
  topic: Topic;
  count: number;
  unhappy: number;
}

export async function countTopics(
  sql: Sql,
  shopId: number,
  { since, timezone }: { since: Instant; timezone: string },
): Promise<TopicWeek[]> {
  const rows = await sql.query<{ week: string; topic: Topic; count: bigint; unhappy: bigint }>(
    `SELECT to_char(date_trunc('week', f.received_at AT TIME ZONE $3), 'YYYY-MM-DD') AS week, t->>'topic' AS topic,
       count(*) AS count, count(*) FILTER (WHERE t->>'label' = 'negative') AS unhappy
     FROM feedback f, jsonb_array_elements(f.topics) AS t
     WHERE f.shop_id = $1 AND f.received_at >= $2 GROUP BY 1, 2 ORDER BY 1, 2`,
    [shopId, new Date(since), timezone],
  );
  return rows.map(({ week, topic, count, unhappy }) => ({
    ...{ week, topic },
    ...{ count: Number(count), unhappy: Number(unhappy) },
  }));
}

/** What others wrote, or nobody knows who, and what was noted on it, where one of the words stands in it. */
export function listWritingsWith(
  tx: ShopTransaction,
  { words, except }: { words: readonly string[]; except: readonly MemberId[] },
): Promise<{ id: string; message: string; note: string }[]> {
  return tx.query(
    `SELECT f.id, f.message, f.note FROM feedback f
     WHERE f.shop_id = $1 AND (f.member_id IS NULL OR f.member_id <> ALL($2::bigint[]))
       AND EXISTS (SELECT 1 FROM unnest($3::text[]) AS word WHERE strpos(perennial_folded(f.message || ' ' || f.note), perennial_folded(word)) > 0)`,
    [tx.shopId, except, words],
  );
}

/** Puts other words in their place; what was made of them stays. */
export async function rewriteFeedback(
  tx: ShopTransaction,
  rows: readonly { id: string; message: string; note: string }[],
): Promise<void> {
  await tx.query(
    `UPDATE feedback f SET message = r.message, note = r.note, revision = f.revision + 1
     FROM unnest($2::text[], $3::text[], $4::text[]) AS r(id, message, note) WHERE f.shop_id = $1 AND f.id = r.id`,
    [tx.shopId, rows.map(({ id }) => id), rows.map(({ message }) => message), rows.map(({ note }) => note)],
  );
}

/** What came before then is gone, with all that was noted on it. */
export async function forgetFeedback(tx: ShopTransaction, before: Instant): Promise<void> {
  await tx.query(`DELETE FROM feedback WHERE shop_id = $1 AND received_at < $2`, [
    tx.shopId,
    new Date(before),
  ]);
}

interface FeedbackRow {
  id: string;
  source: FeedbackSource;
  member_id: bigint | null;
  order_id: bigint | null;
  received_at: Date;
  message: string;
  language: string;
  is_known: boolean;
  label: Label;
  score: number;
  topics: TopicFound[];
  answer_by: Date;
  state: FeedbackState;
  state_at: Date;
  state_by: string | null;
  note: string;
  revision: number;
  stars: number | null;
  product_id: bigint | null;
}

/** Whoever wrote may have become one with another customer since. */
const FROM = `feedback f LEFT JOIN member m ON m.shop_id = f.shop_id AND m.id = f.member_id`;
const COLUMNS = `f.id, f.source, coalesce(m.merged_into, f.member_id) AS member_id, f.order_id, f.received_at, f.message,
  f.language, f.is_known, f.label, f.score, f.topics, f.answer_by, f.state, f.state_at, f.state_by, f.note, f.revision,
  f.stars, f.product_id`;

/** The state stands in the statement itself, for there is an index of what is open. */
function whereOf({ state, overdue }: FeedbackFilter): string {
  return `f.shop_id = $1 ${state === null ? "" : `AND f.state = '${state}'`} AND ($2::text IS NULL OR f.label = $2)
    AND ($3::text IS NULL OR f.topics @> jsonb_build_array(jsonb_build_object('topic', $3::text)))
    AND ${overdue ? "f.state = 'open' AND f.answer_by < $6::timestamptz" : "$6::timestamptz IS NOT NULL"}`;
}

function feedbackOf(row: FeedbackRow): Feedback {
  return {
    ...{ id: row.id, source: row.source, text: row.message, language: row.language, isKnown: row.is_known },
    ...{ label: row.label, score: row.score, topics: row.topics, note: row.note, revision: row.revision },
    memberId: row.member_id?.toString() ?? null,
    orderId: row.order_id?.toString() ?? null,
    stars: row.stars,
    productId: row.product_id?.toString() ?? null,
    receivedAt: row.received_at.getTime(),
    answerBy: row.answer_by.getTime(),
    ...{ state: row.state, stateAt: row.state_at.getTime(), stateBy: row.state_by },
  };
}
