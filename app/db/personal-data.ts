import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";

/** Numbers as text, so that none is rounded in JSON. */
export async function readPersonalData(
  tx: ShopTransaction,
  memberId: MemberId,
): Promise<Record<string, unknown>> {
  const [row] = await tx.query<{ file: Record<string, unknown> }>(
    `SELECT jsonb_build_object(
       'person', (SELECT to_jsonb(p) - 'shop_id' - 'member_id' FROM person p WHERE p.shop_id = $1 AND p.member_id = $2),
       'member', (SELECT jsonb_build_object('id', m.id::text, 'knownSince', m.known_since, 'pending', m.pending::text,
          'available', m.available::text, 'held', m.held::text, 'owed', m.owed::text, 'earned', m.earned::text,
          'redeemed', m.redeemed::text, 'expired', m.expired::text, 'tier', m.level)
          FROM member m WHERE m.shop_id = $1 AND m.id = $2),
       'orders', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id::text, 'name', o.name,
          'processedAt', o.processed_at, 'points', o.posted::text, 'state', o.snapshot->'order')), '[]')
          FROM "order" o WHERE o.shop_id = $1 AND o.member_id = $2),
       'redemptions', (SELECT coalesce(jsonb_agg(r.record), '[]') FROM redemption r
          WHERE r.shop_id = $1 AND r.member_id = $2),
       'activities', (SELECT coalesce(jsonb_agg(a.record), '[]') FROM activity a
          WHERE a.shop_id = $1 AND a.member_id = $2),
       'ledger', (SELECT coalesce(jsonb_agg(jsonb_build_object('at', t.at, 'kind', t.kind, 'key', t.key,
          'explanation', t.explanation, 'postings', (SELECT jsonb_agg(jsonb_build_object('from', p.debit, 'to', p.credit,
            'points', p.points::text) ORDER BY p.n) FROM posting p
            WHERE p.shop_id = t.shop_id AND p.transaction_id = t.id)) ORDER BY t.seq), '[]')
          FROM ledger_transaction t WHERE t.shop_id = $1 AND t.member_id = $2)) AS file`,
    [tx.shopId, memberId],
  );
  return row?.file ?? {};
}

export async function saveDataRequest(
  tx: ShopTransaction,
  request: { id: string; memberId: MemberId; requestedAt: Instant; file: unknown },
): Promise<void> {
  await tx.query(
    `INSERT INTO data_request (shop_id, id, member_id, requested_at, file) VALUES ($1, $2, $3, $4, $5::text::jsonb)
     ON CONFLICT (shop_id, id) DO NOTHING`,
    [tx.shopId, request.id, request.memberId, new Date(request.requestedAt), JSON.stringify(request.file)],
  );
}
