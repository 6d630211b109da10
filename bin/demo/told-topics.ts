/**
 * What is sent of the past. Shopify tells of an order under several topics at once, and of a past order all of them say
 * the same; an edit has no topic of its own.
 */
export const TOLD_TOPICS_BUT_EDITS: readonly string[] = [
  "customers/create",
  "orders/paid",
  "orders/cancelled",
  "refunds/create",
];
export const TOLD_TOPICS: readonly string[] = [...TOLD_TOPICS_BUT_EDITS, "orders/updated"];
