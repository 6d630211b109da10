import type { MemberId, ProductId } from "../loyalty/ids.ts";
import { formatInstant, type Instant } from "../loyalty/time.ts";
import { BOUGHT } from "./bought.ts";
import type { ShopTransaction } from "./database.ts";
import { readPickId, type PickKey, type PickList } from "./pick-ids.ts";
import { CHANGED_AGAIN } from "./picks.ts";
import { requireShop } from "./shops.ts";
import type { Sql } from "./sql.ts";

type Reading = { [Name in "query"]: Sql[Name] };

/** What came of a recommendation; visitors are counted once a day for each, bought are lines of orders, of guests too. */
export interface PickCounts extends PickKey {
  shown: number;
  clicked: number;
  refused: number;
  bought: number;
}

/** Only what happened at least once; since that instant, shown and clicked since its day (UTC). */
export async function countPickEvents(
  sql: Sql,
  shopId: number,
  { since }: { since: Instant },
): Promise<PickCounts[]> {
  const [shop, rows, bought] = [
    await requireShop(sql, shopId),
    await sql.query<SeenRow>(
      `SELECT list, source_id, product_id, sum(shown)::int AS shown, sum(clicked)::int AS clicked,
         sum(refused)::int AS refused
       FROM pick_event WHERE shop_id = $1 AND day >= $2::date GROUP BY list, source_id, product_id`,
      [shopId, dayOf(since)],
    ),
    await sql.query<{ pick: string; product: string; lines: bigint }>(
      `SELECT l->>'pick' AS pick, l->>'productId' AS product, count(*) AS lines
       FROM "order" o, jsonb_array_elements(o.snapshot->'order'->'lines') AS l
       WHERE o.shop_id = $1 AND o.processed_at >= $2 AND ${BOUGHT} AND l->>'pick' IS NOT NULL
         AND jsonb_path_exists(o.snapshot, '$.order.lines[*].pick')
       GROUP BY 1, 2`,
      [shopId, new Date(since)],
    ),
  ];
  const counts = new Map<string, PickCounts>();
  const of = (key: PickKey): PickCounts => {
    const name = `${key.list}.${key.sourceId}.${key.productId}`;
    const known = counts.get(name) ?? { ...key, shown: 0, clicked: 0, refused: 0, bought: 0 };
    counts.set(name, known);
    return known;
  };
  for (const { list, source_id: source, product_id: product, ...seen } of rows)
    Object.assign(
      of({ list, sourceId: source === 0n ? null : source.toString(), productId: product.toString() }),
      seen,
    );
  for (const { pick, product, lines } of bought) {
    const key = readPickId(shop, pick);
    // Whoever wrote the property themselves, or put it on another product, bought nothing by it.
    if (key?.productId === product) of(key).bought += Number(lines);
  }
  return [...counts.values()];
}

interface SeenRow {
  list: PickList;
  source_id: bigint;
  product_id: bigint;
  shown: number;
  clicked: number;
  refused: number;
}

export interface SeenPick {
  event: "shown" | "clicked";
  key: PickKey;
}

/** More than anybody looks at in a day: what a visitor sends beyond it counts nothing. */
const MOST_A_VISITOR = 200;
/** Many may sit behind one address; beyond it, whoever sends from there only calls themselves many. */
const MOST_A_SENDER = 2_000;

/** Who saw it, and where that was sent from: keyed hashes, both of this day. */
export interface Visit {
  visitor: string;
  sender: string;
}

/** Counts what a visitor saw, each once a day. */
export async function countSeen(
  tx: ShopTransaction,
  { visitor, sender, seen, at }: Visit & { seen: readonly SeenPick[]; at: Instant },
): Promise<void> {
  const day = dayOf(at);
  const rows = seen.map(({ event, key: { list, sourceId, productId } }) => ({
    ...{ event, list, source: sourceId ?? "0", product: productId },
    pick: `${list}.${sourceId ?? "0"}.${productId}`,
  }));
  await tx.query(
    `WITH sent AS (SELECT * FROM jsonb_to_recordset($4::text::jsonb)
         AS r(event text, pick text, list text, source bigint, product bigint)),
       counted AS (INSERT INTO pick_visit (shop_id, day, visitor, event, pick, sender)
         SELECT DISTINCT $1::int, $2::date, $3, event, pick, $5 FROM sent
         WHERE (SELECT count(*) FROM pick_visit WHERE shop_id = $1 AND day = $2::date AND visitor = $3) < ${MOST_A_VISITOR}
           AND (SELECT count(*) FROM pick_visit WHERE shop_id = $1 AND day = $2::date AND sender = $5) < ${MOST_A_SENDER}
         ON CONFLICT DO NOTHING RETURNING event, pick)
     INSERT INTO pick_event AS old (shop_id, day, list, source_id, product_id, shown, clicked)
     SELECT $1, $2::date, list, source, product, count(DISTINCT s.event) FILTER (WHERE s.event = 'shown'),
       count(DISTINCT s.event) FILTER (WHERE s.event = 'clicked')
     FROM sent s JOIN counted c ON c.event = s.event AND c.pick = s.pick GROUP BY list, source, product
     ON CONFLICT (shop_id, day, list, source_id, product_id)
       DO UPDATE SET shown = old.shown + excluded.shown, clicked = old.clicked + excluded.clicked`,
    [tx.shopId, day, visitor, JSON.stringify(rows), sender],
  );
}

/** Forgets who was counted before today. */
export async function forgetVisits(tx: ShopTransaction, now: Instant): Promise<void> {
  await tx.query(`DELETE FROM pick_visit WHERE shop_id = $1 AND day < $2::date`, [tx.shopId, dayOf(now)]);
}

/** A member does not want to be shown it; saying so again changes nothing. Answers whether it was new. */
export async function saveRefusal(
  tx: ShopTransaction,
  { memberId, key, at }: { memberId: MemberId; key: PickKey; at: Instant },
): Promise<boolean> {
  const { list, sourceId, productId } = key;
  const written = await tx.query(
    `INSERT INTO pick_refusal (shop_id, member_id, product_id, at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [tx.shopId, memberId, productId, new Date(at)],
  );
  if (written.length === 0) return false;
  await tx.query(
    `INSERT INTO pick_event AS old (shop_id, day, list, source_id, product_id, refused)
     VALUES ($1, $2::date, $3, $4, $5, 1)
     ON CONFLICT (shop_id, day, list, source_id, product_id) DO UPDATE SET refused = old.refused + 1`,
    [tx.shopId, dayOf(at), list, sourceId ?? "0", productId],
  );
  return true;
}

/** What these members do not want to be shown, by member. */
export async function listRefusals(
  sql: Reading,
  shopId: number,
  memberIds: readonly MemberId[],
): Promise<Map<MemberId, Set<ProductId>>> {
  const rows = await sql.query<{ root: bigint; product_id: bigint }>(
    // What somebody said who was merged into the member, however long the chain, holds for the member.
    `WITH RECURSIVE family AS (
       SELECT id AS root, id FROM unnest($2::bigint[]) AS asked(id)
       UNION SELECT f.root, m.id FROM member m JOIN family f ON m.shop_id = $1 AND m.merged_into = f.id)
     SELECT f.root, r.product_id FROM family f JOIN pick_refusal r ON r.shop_id = $1 AND r.member_id = f.id`,
    [shopId, memberIds],
  );
  const refused = new Map<MemberId, Set<ProductId>>();
  for (const { root, product_id: product } of rows) {
    const member = root.toString();
    refused.set(member, (refused.get(member) ?? new Set()).add(product.toString()));
  }
  return refused;
}

/** What stands in the store of what is recommended to these members is to be written anew. */
export async function unpublishPicksOf(tx: ShopTransaction, memberIds: readonly MemberId[]): Promise<void> {
  await tx.query(
    `UPDATE member_picks SET published_at = NULL, ${CHANGED_AGAIN} WHERE shop_id = $1 AND member_id = ANY($2::bigint[])`,
    [tx.shopId, memberIds],
  );
}

function dayOf(instant: Instant): string {
  return formatInstant(instant).slice(0, 10);
}
