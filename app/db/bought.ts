/**
 * SQL that holds for an order `o` that is a purchase of its customer, whether or not it counts for points: one of before
 * there was a programme, or of somebody who is out of it, says as much about what they will buy.
 */
export const BOUGHT = `(o.counts OR (NOT coalesce((o.record->>'deleted')::boolean, false)
  AND o.snapshot->'order'->>'cancelledAt' IS NULL AND NOT coalesce((o.snapshot->'order'->>'test')::boolean, true)
  AND o.snapshot->'order'->>'status' IN ('paid', 'partially_refunded', 'refunded')))`;
