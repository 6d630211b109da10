import type { MemberId } from "../loyalty/ids.ts";

export type Tagged =
  | { outcome: "done" }
  /** The store has no such customer any more. */
  | { outcome: "gone" }
  /** It will not, however often it is asked. */
  | { outcome: "refused"; reason: string };

/** How a store is told who is in a segment. Doing something again changes nothing. All throw StoreUnavailable. */
export interface SegmentStore {
  tagCustomer(shopDomain: string, customerId: MemberId, tag: string): Promise<Tagged>;
  untagCustomer(shopDomain: string, customerId: MemberId, tag: string): Promise<Tagged>;
  /** The store's own segment of everybody with a tag; answers its id, or why there is none. */
  makeTagSegment(
    shopDomain: string,
    segment: { name: string; tag: string },
  ): Promise<{ outcome: "made"; id: string } | { outcome: "refused"; reason: string }>;
  /** Where it is gone already, nothing is said. */
  dropTagSegment(shopDomain: string, id: string): Promise<void>;
}
