import type { MemberId } from "../loyalty/ids.ts";
import type { Instant } from "../loyalty/time.ts";
import type { ShopTransaction } from "./database.ts";
import { fromJson } from "./json.ts";

/** Everything kept under these ids, which are one person's. Numbers as text, so that none is rounded in JSON. */
export async function readPersonalData(
  tx: ShopTransaction,
  memberIds: MemberId[],
): Promise<Record<string, unknown>> {
  const file: Record<string, unknown> = {};
  for (const [part, select] of Object.entries(PARTS)) {
    const [row] = await tx.query<{ part: unknown }>(
      `SELECT coalesce(jsonb_agg(part), '[]') AS part FROM (${select}) AS parts(part)`,
      [tx.shopId, memberIds],
    );
    file[part] = row?.part ?? [];
  }
  return file;
}

/** Whose orders these are: what is known by an order alone is about them too. */
const THEIR_ORDERS = `SELECT o.id FROM "order" o WHERE o.shop_id = $1 AND o.member_id = ANY($2::bigint[])`;

const PARTS = {
  persons: `SELECT to_jsonb(p) - 'shop_id' - 'member_id' || jsonb_build_object('id', p.member_id::text)
    FROM person p WHERE p.shop_id = $1 AND p.member_id = ANY($2::bigint[])`,
  members: `SELECT m.record || jsonb_build_object('id', m.id::text, 'mergedInto', m.merged_into::text, 'knownSince', m.known_since,
      'pending', m.pending::text, 'available', m.available::text, 'held', m.held::text, 'owed', m.owed::text,
      'earned', m.earned::text, 'redeemed', m.redeemed::text, 'expired', m.expired::text, 'tier', m.level,
      'pseudonym', m.pseudonym)
    FROM member m WHERE m.shop_id = $1 AND m.id = ANY($2::bigint[]) ORDER BY m.id`,
  lots: `SELECT l.record || jsonb_build_object('id', l.id, 'remaining', l.remaining::text, 'held', l.held::text)
    FROM lot l WHERE l.shop_id = $1 AND l.member_id = ANY($2::bigint[]) ORDER BY l.available_at, l.id`,
  levelChanges: `SELECT jsonb_build_object('at', c.at, 'from', c.from_level, 'to', c.to_level)
    FROM level_change c WHERE c.shop_id = $1 AND c.member_id = ANY($2::bigint[]) ORDER BY c.at, c.id`,
  orders: `SELECT jsonb_build_object('id', o.id::text, 'name', o.name, 'processedAt', o.processed_at,
      'points', o.posted::text, 'state', o.snapshot->'order')
    FROM "order" o WHERE o.shop_id = $1 AND o.member_id = ANY($2::bigint[]) ORDER BY o.processed_at, o.id`,
  redemptions: `SELECT r.record FROM redemption r WHERE r.shop_id = $1 AND r.member_id = ANY($2::bigint[]) ORDER BY r.id`,
  benefits: `SELECT to_jsonb(b) - 'shop_id' FROM benefit b JOIN redemption r ON r.shop_id = b.shop_id AND r.id = b.redemption_id
    WHERE r.shop_id = $1 AND r.member_id = ANY($2::bigint[]) ORDER BY b.redemption_id`,
  refusals: `SELECT jsonb_build_object('redemption', f.redemption_id, 'refusal', f.refusal)
    FROM redemption_refusal f JOIN redemption r ON r.shop_id = f.shop_id AND r.id = f.redemption_id
    WHERE r.shop_id = $1 AND r.member_id = ANY($2::bigint[]) ORDER BY f.redemption_id`,
  issuedCodes: `SELECT jsonb_build_object('code', c.code, 'reward', i.reward_id, 'givenAt', i.at, 'endsAt', i.ends_at)
    FROM issued_code c JOIN reward_issue i ON i.shop_id = c.shop_id AND i.id = c.issue_id
    WHERE c.shop_id = $1 AND c.member_id = ANY($2::bigint[]) ORDER BY i.at, c.code`,
  activities: `SELECT a.record FROM activity a WHERE a.shop_id = $1 AND a.member_id = ANY($2::bigint[]) ORDER BY a.key`,
  commands: `SELECT jsonb_build_object('at', c.handled_at, 'asked', c.event)
    FROM command c WHERE c.shop_id = $1 AND c.member_ids && $2::bigint[] ORDER BY c.handled_order`,
  ledger: `SELECT jsonb_build_object('at', t.at, 'kind', t.kind, 'key', t.key, 'explanation', t.explanation::jsonb, 'postings',
      (SELECT jsonb_agg(jsonb_build_object('from', p.debit, 'to', p.credit, 'points', p.points::text) ORDER BY p.n)
       FROM posting p WHERE p.shop_id = t.shop_id AND p.transaction_id = t.id))
    FROM ledger_transaction t WHERE t.shop_id = $1 AND t.member_id = ANY($2::bigint[]) ORDER BY t.id`,
  consents: `SELECT to_jsonb(c) - 'shop_id' - 'member_id' FROM consent c
    WHERE c.shop_id = $1 AND c.member_id = ANY($2::bigint[]) ORDER BY c.purpose, c.at`,
  experiments: `SELECT jsonb_build_object('tried', e.kind, 'arm', m.arm, 'since', m.exposed_at, 'given', m.gift, 'offer', m.offer)
    FROM experiment_member m JOIN experiment e ON e.shop_id = m.shop_id AND e.id = m.experiment_id
    WHERE m.shop_id = $1 AND m.member_id = ANY($2::bigint[]) ORDER BY m.exposed_at, e.id`,
  predictions: `SELECT to_jsonb(e) - 'shop_id' - 'member_id' FROM member_prediction e
    WHERE e.shop_id = $1 AND e.member_id = ANY($2::bigint[]) ORDER BY e.member_id`,
  segments: `SELECT jsonb_build_object('segment', g.name, 'since', s.since)
    FROM segment_member s JOIN segment g ON g.shop_id = s.shop_id AND g.id = s.segment_id
    WHERE s.shop_id = $1 AND s.member_id = ANY($2::bigint[]) ORDER BY s.since, g.id`,
  segmentMoves: `SELECT jsonb_build_object('segment', g.name, 'at', v.at, 'entered', v.entered, 'because', v.because)
    FROM segment_move v LEFT JOIN segment g ON g.shop_id = v.shop_id AND g.id = v.segment_id
    WHERE v.shop_id = $1 AND v.member_id = ANY($2::bigint[]) ORDER BY v.id`,
  segmentTags: `SELECT jsonb_build_object('segment', g.name, 'tag', g.handle, 'state', t.state)
    FROM segment_tag t LEFT JOIN segment g ON g.shop_id = t.shop_id AND g.id = t.segment_id
    WHERE t.shop_id = $1 AND t.member_id = ANY($2::bigint[]) ORDER BY t.segment_id`,
  groups: `SELECT to_jsonb(g) - 'shop_id' - 'member_id' - 'last_on' || jsonb_build_object('spent', g.spent::text,
      'last_on', date '1970-01-01' + g.last_on)
    FROM member_group g WHERE g.shop_id = $1 AND g.member_id = ANY($2::bigint[]) ORDER BY g.member_id`,
  groupMoves: `SELECT jsonb_build_object('at', v.at, 'from', v.from_group, 'to', v.to_group, 'because', v.because)
    FROM group_move v WHERE v.shop_id = $1 AND v.member_id = ANY($2::bigint[]) ORDER BY v.id`,
  recommendations: `SELECT jsonb_build_object('at', k.changed_at, 'products', k.picks) FROM member_picks k
    WHERE k.shop_id = $1 AND k.member_id = ANY($2::bigint[]) ORDER BY k.member_id`,
  refusedRecommendations: `SELECT jsonb_build_object('product', r.product_id::text, 'at', r.at) FROM pick_refusal r
    WHERE r.shop_id = $1 AND r.member_id = ANY($2::bigint[]) ORDER BY r.at, r.product_id`,
  feedback: `SELECT to_jsonb(f) - 'shop_id' - 'source_key' - 'revision' - 'state_by' ||
      jsonb_build_object('member_id', f.member_id::text, 'order_id', f.order_id::text, 'product_id', f.product_id::text)
    FROM feedback f WHERE f.shop_id = $1 AND f.member_id = ANY($2::bigint[]) ORDER BY f.received_at, f.id`,
  staffActions: `SELECT jsonb_build_object('at', a.at, 'action', a.action, 'detail', a.detail) FROM staff_action a
    WHERE a.shop_id = $1 AND a.subject_kind = 'member' AND a.subject_id = ANY($2::text[]) ORDER BY a.id`,
  importedHistory: `SELECT jsonb_build_object('at', e.at, 'points', e.points::text, 'reason', e.reason)
    FROM imported_entry e WHERE e.shop_id = $1 AND e.member_id = ANY($2::bigint[]) ORDER BY e.at, e.import_id, e.number`,
  referralCodes: `SELECT to_jsonb(c.code) FROM referral_code c
    WHERE c.shop_id = $1 AND c.member_id = ANY($2::bigint[]) ORDER BY c.code`,
  imports: `SELECT jsonb_build_object('row', i.number, 'cells', i.cells, 'points', i.points::text, 'values', i."values")
    FROM import_row i WHERE i.shop_id = $1 AND i.member_id = ANY($2::bigint[]) ORDER BY i.import_id, i.number`,
  reconciliationFindings: `SELECT to_jsonb(f) - 'shop_id' || jsonb_build_object('id', f.id::text,
      'order_id', f.order_id::text, 'member_id', f.member_id::text, 'points', f.points::text)
    FROM reconciliation_finding f
    WHERE f.shop_id = $1 AND (f.member_id = ANY($2::bigint[]) OR f.order_id IN (${THEIR_ORDERS})) ORDER BY f.id`,
  deliveries: `SELECT jsonb_build_object('topic', d.topic, 'receivedAt', d.received_at, 'news', d.event)
    FROM delivery d WHERE d.shop_id = $1 AND (d.member_id = ANY($2::bigint[]) OR d.order_id IN (${THEIR_ORDERS})) ORDER BY d.seq`,
};

export async function saveDataRequest(
  tx: ShopTransaction,
  request: { id: string; memberId: MemberId; requestedAt: Instant; file: unknown },
): Promise<void> {
  await tx.query(
    `INSERT INTO data_request (shop_id, id, member_id, requested_at, file) VALUES ($1, $2, $3, $4, $5::text::jsonb)
     ON CONFLICT (shop_id, id) DO NOTHING`,
    [tx.shopId, request.id, request.memberId, new Date(request.requestedAt), personalDataText(request.file)],
  );
}

/** As a file that people read. */
export function personalDataText(file: unknown, indent?: number): string {
  return JSON.stringify(fromJson(file), wholeNumbersAsText, indent);
}

/** The file is read by people: exact numbers stand in it as plain decimal text. */
function wholeNumbersAsText(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
