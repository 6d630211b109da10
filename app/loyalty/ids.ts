/**
 * Ids of the store are whole numbers that may pass 2^53, so they are carried as decimal strings.
 * Compare them with `compareIds`, never as text: "9" stands before "10".
 */
export type OrderId = string;
export type MemberId = string;
export type LineId = string;
export type ProductId = string;
export type VariantId = string;
export type RefundId = string;
/** A redemption's own id, made by us; also the business part of its idempotency keys. */
export type RedemptionId = string;
/** A lot's id is the idempotency key of the transaction that made it, with `/n` behind it where that made several. */
export type LotId = string;

/** Smaller number first. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length && /^\d+$/.test(a) && /^\d+$/.test(b)) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}
