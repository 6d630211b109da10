import type { MemberId, OrderId } from "../loyalty/ids.ts";
import type { Points } from "../loyalty/points.ts";
import type { ShopTransaction } from "./database.ts";
import type { Sql } from "./sql.ts";

/** What was not here as it is in the store. The first five are mended by a delivery of their own. */
export type FindingKind =
  | "order"
  | "order-deleted"
  | "customer"
  | "customer-merged"
  | "customer-deleted"
  /** Somebody disabled or deleted the code of a reward in the store: its points went back. */
  | "code-cancelled"
  /** The code of a reward that was given up could still be used: it is disabled again. */
  | "code-alive"
  /** What became of a reward's benefit has not been known for long: it is looked up again. */
  | "benefit-unknown"
  /** So many are gone that the store's answer is not believed: left to people. */
  | "orders-not-found"
  | "codes-not-found"
  | "members-not-found";

export interface Finding {
  kind: FindingKind;
  /** The delivery that mends it. */
  webhookId: string | null;
  orderId: OrderId | null;
  memberId: MemberId | null;
  /** Of the order: "#1001". */
  name: string | null;
  /** Of an order "new" where nobody had told of it; of what was not found "gone/looked for". */
  detail: string | null;
}

export interface ListedFinding extends Finding {
  id: string;
  /** By how much it changed what members have; null until it is settled. */
  points: Points | null;
  /** Of the delivery; null where there is none, or it was erased. */
  state: "waiting" | "done" | "dead" | null;
}

const MOST_A_RUN = 500;

/** Keeps findings for the report; of a run that finds very many the first ones. */
export async function addFindings(tx: ShopTransaction, run: number, findings: Finding[]): Promise<void> {
  if (findings.length === 0) return;
  await tx.query(
    `INSERT INTO reconciliation_finding (shop_id, run, kind, webhook_id, order_id, member_id, name, detail)
     SELECT $1, $2, r.kind, r.webhook_id, r.order_id, r.member_id, r.name, r.detail
     FROM jsonb_to_recordset($3::text::jsonb) AS r(place int, kind text, webhook_id text, order_id bigint, member_id bigint,
       name text, detail text)
     ORDER BY r.place
     LIMIT greatest(0, $4 - (SELECT count(*) FROM reconciliation_finding WHERE shop_id = $1 AND run = $2))`,
    [
      tx.shopId,
      run,
      JSON.stringify(
        findings.map(({ kind, webhookId, orderId, memberId, name, detail }, place) => ({
          place,
          kind,
          webhook_id: webhookId,
          order_id: orderId,
          member_id: memberId,
          name,
          detail,
        })),
      ),
      MOST_A_RUN,
    ],
  );
}

/** What settling the deliveries of findings came to, by the delivery's id. */
export async function noteRepairs(tx: ShopTransaction, changed: ReadonlyMap<string, Points>): Promise<void> {
  await tx.query(
    `UPDATE reconciliation_finding f SET points = r.points
     FROM jsonb_to_recordset($2::text::jsonb) AS r(webhook_id text, points bigint)
     WHERE f.shop_id = $1 AND f.webhook_id = r.webhook_id AND f.points IS NULL`,
    [
      tx.shopId,
      JSON.stringify([...changed].map(([id, points]) => ({ webhook_id: id, points: points.toString() }))),
    ],
  );
}

export async function listFindings(
  sql: Sql,
  shopId: number,
  page: { run: number; after: string; limit: number },
): Promise<ListedFinding[]> {
  const rows = await sql.query<{
    id: bigint;
    kind: FindingKind;
    webhook_id: string | null;
    order_id: bigint | null;
    member_id: bigint | null;
    name: string | null;
    points: bigint | null;
    detail: string | null;
    state: ListedFinding["state"];
  }>(
    `SELECT f.id, f.kind, f.webhook_id, f.order_id, f.member_id, f.name, f.points, f.detail, d.state
     FROM reconciliation_finding f
     LEFT JOIN delivery d ON d.shop_id = f.shop_id AND d.webhook_id = f.webhook_id
     WHERE f.shop_id = $1 AND f.run = $2 AND f.id > $3::bigint ORDER BY f.id LIMIT $4`,
    [shopId, page.run, page.after, page.limit],
  );
  return rows.map((row) => ({
    id: row.id.toString(),
    kind: row.kind,
    webhookId: row.webhook_id,
    orderId: row.order_id?.toString() ?? null,
    memberId: row.member_id?.toString() ?? null,
    name: row.name,
    points: row.points,
    detail: row.detail,
    state: row.state,
  }));
}

/** Findings about an erased person and their orders say nothing any more; that something was found stays counted. */
export async function eraseFindings(
  tx: ShopTransaction,
  { memberIds, orders }: { memberIds: MemberId[]; orders: OrderId[] },
): Promise<void> {
  await tx.query(
    `DELETE FROM reconciliation_finding
     WHERE shop_id = $1 AND (member_id = ANY($2::bigint[]) OR order_id = ANY($3::bigint[]))`,
    [tx.shopId, memberIds, orders],
  );
}
