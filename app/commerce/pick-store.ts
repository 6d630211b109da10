import type { MemberId, ProductId } from "../loyalty/ids.ts";

/** What a storefront shows beside a product, or to a customer, without asking us. */
export interface PublishedPicks {
  owner: { kind: "product"; id: ProductId } | { kind: "customer"; id: MemberId };
  /** Products that are shown or named, the first ones first; none: nothing is left of what was published. */
  products: ProductId[];
  /** Why each is shown, as JSON. */
  told: unknown;
}

export interface RefusedPicks {
  owner: PublishedPicks["owner"];
  why: string;
}

export interface PickStore {
  /** Writes what it can, and answers what the store refused. A product or customer it no longer has is no refusal. */
  publishPicks(shopDomain: string, picks: readonly PublishedPicks[]): Promise<RefusedPicks[]>;
  /**
   * Has the storefront tell `address` which recommendations were seen, for shoppers who agreed to be counted. Answers
   * whether it does by now: a store that has not allowed it is left alone.
   */
  startPixel(shopDomain: string, address: string): Promise<boolean>;
}
